import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { Keyboard } from '../support/keyboard.ts'
import { formFor, type Traveller } from '../support/traveller.ts'
import type { House } from '../support/house.ts'

// The longest journey has about forty pages.
const MOST_PAGES = 80

/** Reports an event from signing in to the confirmation without a mouse. @returns every stop of the focus. */
export async function reportByKeyboard(page: Page, house: House, who: Traveller, event: LifeEvent): Promise<string[]> {
  const keyboard = new Keyboard(page)
  await page.goto(`${house.baseUrl}/report/${event.type}`)
  if (!page.url().startsWith(house.baseUrl)) await keyboard.answer({ persona: 'amira' })
  for (let pages = 0; pages < MOST_PAGES && !page.url().endsWith('/confirmation'); pages += 1) {
    await goOn(page, keyboard, house, who, event)
  }
  expect(page.url()).toMatch(/\/confirmation$/)
  return keyboard.stops
}

async function goOn(page: Page, keyboard: Keyboard, house: House, who: Traveller, event: LifeEvent): Promise<void> {
  const { pathname } = new URL(page.url())
  if (pathname.endsWith('/check-answers')) return keyboard.press('Continue')
  if (pathname.endsWith('/tasks')) return keyboard.press(await nextTask(page))
  if (pathname.endsWith('/who-will-be-told')) {
    const names = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main form [type=radio]')].map((i) => i.name)`,
    )
    return keyboard.answer(Object.fromEntries(names.map((name) => [name, 'yes'])))
  }
  await keyboard.answer(await formFor(house, who, event, pathname))
  expect(await page.locator('.govuk-error-summary').count(), `errors on ${pathname}`).toBe(0)
}

/** The first that is not done; once all are, checking the answers. */
const nextTask = (page: Page) =>
  page.evaluate<string>(`(() => {
    const tasks = [...document.querySelectorAll('main .govuk-task-list__item')].filter((task) => task.querySelector('a'))
    const open = tasks.find((task) => !/Completed/.test(task.innerText)) ?? tasks.at(-1)
    return open.querySelector('a').innerText.replace(/\\s+/g, ' ').trim()
  })()`)
