import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { expectAccessibleInBothLanguages } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let browser: Browser
beforeAll(async () => {
  town = await startTown()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await town.close()
})

test.each([
  '/',
  '/cookies',
  '/privacy',
  '/accessibility-statement',
  '/contact',
  '/signed-out',
  '/agencies',
  '/agreements',
  '/agreements/dvla-driving-licence',
  '/agreements/dvla-driving-licence/versions/1',
  '/sign-in/problem/not-proved',
  '/no-such-page',
])('%s can be used by everyone, on wide and narrow screens', async (path) => {
  const page = await browser.newPage()
  await page.goto(`${town.house.baseUrl}${path}`)
  await expectAccessibleInBothLanguages(page)
  await page.close()
})
