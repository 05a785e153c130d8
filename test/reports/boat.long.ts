import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectAccessibleInBothLanguages } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { BOAT, events, inTasks } from './boat.ts'
import { walk } from './walk.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await startHouse({}, { events })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const WITH_ERRORS = ['built', 'flag', 'seller', 'seller-agrees', 'crew/1', 'crew']

test('each new kind of question is accessible, at first and with its errors', { timeout: 300_000 }, async () => {
  const { client, page } = await bothAs('amira')
  for (const [name, answer] of Object.values(inTasks).flat()) {
    await client.get(`${BOAT}/${name}`)
    await page.goto(client.page.url.href)
    await expectAccessibleInBothLanguages(page)
    if (WITH_ERRORS.includes(name)) {
      await page.locator('main form').first().getByRole('button').first().click()
      await page.locator('.govuk-error-summary').waitFor()
      await expectAccessible(page)
    }
    await client.submit(answer)
    expect(client.page.errors).toEqual([])
  }
  await page.context().close()
})

test('so are the pages around them', { timeout: 300_000 }, async () => {
  const { client, page } = await bothAs('grace')
  await client.get(`${BOAT}/has-name`)
  await walk(client, inTasks.boat)
  await client.post(`${BOAT}/drafts`)
  for (const path of [`${BOAT}/tasks`, '/report', '/report/gone', '/report/too-many']) {
    await page.goto(`${house.baseUrl}${path}`)
    await expectAccessibleInBothLanguages(page)
  }
  await page.goto(`${house.baseUrl}/report`)
  await page.locator('main a[href$="/removal"]').first().click()
  await expectAccessibleInBothLanguages(page)
  await page.context().close()
})

/** A browser in the session of a client. */
async function bothAs(persona: string): Promise<{ client: Client; page: Page }> {
  const client = await house.signIn(persona)
  const context = await browser.newContext()
  await context.addCookies([{ name: 'session', value: client.cookie('session') ?? '', url: house.baseUrl }])
  return { client, page: await context.newPage() }
}
