import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeOfAddress } from '../../src/catalogue/change-of-address/event.ts'
import { signedIn } from '../support/access-log.ts'
import { openBrowser } from '../support/browser.ts'
import { applyEveryBody } from '../support/every-body.ts'
import { startHouse, type House } from '../support/house.ts'
import { Keyboard } from '../support/keyboard.ts'
import { reportByKeyboard } from './by-keyboard.ts'

let house: House
let browser: Browser
let page: Page
beforeAll(async () => {
  house = await startHouse()
  await applyEveryBody(house)
  browser = await openBrowser()
})
beforeEach(async () => {
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

// A list of children, a choice among addresses and every other event: in `keyboard.long.ts`.
test('a move is reported with the keyboard alone, and the focus is always seen and goes down the page', async () => {
  const amira = await signedIn(house, 'amira')
  const stops = await reportByKeyboard(page, house, amira, changeOfAddress)
  expect(stops.length).toBeGreaterThan(50)
}, 180_000)

test('the first stop leads past what is the same on every page', async () => {
  await page.goto(house.baseUrl)
  const keyboard = new Keyboard(page)
  const first = await keyboard.next()
  expect(first.text).toBe('Skip to main content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('main-content')
  expect((await keyboard.next()).text).toBe('Start now')
})
