import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let browser: Browser
let page: Page

beforeAll(async () => {
  town = await startTown()
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await town.close()
})

// Every template is looked at in both languages and widths by test/gallery: here, once as somebody meets it.
const PHONE = 320
const MINUTES = 4 * 60_000

test(
  'Amira signs in, reports her move, sees the bodies answer, and sees who used her data',
  async () => {
    await page.goto(town.house.baseUrl)
    await press('button', 'Start now')
    await page.getByLabel('Amira Hassan').check()
    await button('Continue').click()

    await on('Report a change')
    await press('link', 'You have moved or are going to move')
    await on('What is the date of your move?')
    await button('Continue').click()
    await onErrorsOf('What is the date of your move?')
    await page.getByLabel('Day').fill('1')
    await page.getByLabel('Month').fill('12')
    await page.getByLabel('Year').fill('2026')
    await button('Continue').click()

    await on('Does your new address need to be kept from anyone?')
    await choose('No')
    await on('What kind of address is your new address?')
    await choose('A UK address')
    await on('What is the postcode of your new address?')
    await page.getByRole('textbox', { name: 'postcode' }).fill('cf14 6hf')
    await page.getByRole('button', { name: 'Find address' }).click()
    await on('Which is your new address?')
    await page.getByRole('combobox').selectOption({ label: '27 Heol y Deri, Cardiff, CF14 6HF' })
    await button('Continue').click()

    await on('Is this your old address?')
    expect(await page.getByRole('main').textContent()).toContain('12 Harehills Lane')
    await choose('Yes, this is my old address')
    await on('Who is moving with you?')
    await choose('No one is moving with me')
    await on('Which of these numbers can you give us?')
    await page.getByLabel('National Insurance number').check()
    await button('Continue').click()
    await on('What is your National Insurance number?')
    await page.getByRole('textbox', { name: 'National Insurance number' }).fill('AB 12 34 56')
    await button('Continue').click()
    await onErrorsOf('What is your National Insurance number?')
    await page.getByRole('textbox', { name: 'National Insurance number' }).fill('AB 12 34 56 C')
    await button('Continue').click()

    await on('Check your answers')
    await page
      .getByRole('button', { name: 'Continue' })
      .or(page.getByRole('link', { name: 'Continue' }))
      .click()
    await on('Who will be told')
    for (const yes of await page.getByRole('radio', { name: /^Yes/ }).all()) await yes.check()
    await page.getByRole('button', { name: 'Agree and send' }).click()
    await on('Report sent')

    await expect.poll(() => town.agencies.received.length, { timeout: 20_000 }).toBe(9)
    await press('link', 'See how far each body has got')
    await expect.poll(reloaded, { timeout: 20_000 }).toContain('9 of 9 have answered')
    await on(/^Change of address, reported on/)

    await page.goto(`${town.house.baseUrl}/reports`)
    await on('Your reports')
    await press('link', 'Who used your data')
    await on('Who used your data')
    await expect.poll(reloaded, { timeout: 20_000 }).toContain('looked at your data')
    await page.locator('.app-group:not([open]) summary').first().click()
    await page
      .getByRole('link', { name: /More details/ })
      .first()
      .click()
    await expectAccessible(page, [PHONE])
    await page.goto(`${town.house.baseUrl}/agencies`)
    await on('Public bodies that take part')
    await page.goto(`${town.house.baseUrl}/agreements`)
    await on('Agreements')
    await page.goto(`${town.house.baseUrl}/agreements/dvla-driving-licence`)
    await expectAccessible(page, [PHONE])

    await page.goto(`${town.house.baseUrl}/sessions`)
    await on('Where you are signed in')
    await press('link', 'Sign out')
    await on('You have signed out')
  },
  MINUTES,
)

/** The page with this heading stands there, and everybody can use it. */
async function on(heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await expectAccessible(page, [PHONE])
}

/** The same page, answering a form that was not right: it stands only where the form was sent. */
async function onErrorsOf(heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  expect(await page.title()).toMatch(/^Error: /)
  await expectAccessible(page, [PHONE])
}

const button = (name: string) => page.getByRole('main').getByRole('button', { name }).first()

async function press(role: 'link' | 'button', name: string): Promise<void> {
  await page.getByRole(role, { name, exact: true }).first().click()
}

async function choose(label: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().check()
  await button('Continue').click()
}

async function reloaded(): Promise<string> {
  await page.reload()
  return (await page.getByRole('main').textContent()) ?? ''
}
