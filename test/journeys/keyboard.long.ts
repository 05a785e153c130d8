import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { signedIn } from '../support/access-log.ts'
import { openBrowser } from '../support/browser.ts'
import { applyEveryBody } from '../support/every-body.ts'
import { startHouse, type House } from '../support/house.ts'
import { reportByKeyboard } from './by-keyboard.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await startHouse()
  await applyEveryBody(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

test.each(lifeEvents.map((event) => [event.type, event] as const))(
  '%s is reported with the keyboard alone',
  { timeout: 10 * 60_000 },
  async (_type, event) => {
    await house.database.owner('rate_limits').delete()
    const context = await browser.newContext()
    const amira = await signedIn(house, 'amira')
    const stops = await reportByKeyboard(await context.newPage(), house, amira, event)
    expect(stops.length).toBeGreaterThan(20)
    await context.close()
  },
)
