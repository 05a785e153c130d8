import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { startTown, type Town } from '../support/town.ts'
import { barriersIn, EVERY_LOOK } from './accessible.ts'
import { faultsIn } from './markup.ts'
import { listedStates, seen, type Listed } from './pages.ts'

let town: Town
let browser: Browser
let states: Listed[]

beforeAll(async () => {
  town = await startTown()
  browser = await openBrowser()
  states = await listedStates(town.house.browser())
})
afterAll(async () => {
  await browser.close()
  await town.close()
})

const AN_HOUR = 60 * 60_000

test.each(['en', 'cy'] as const)(
  'every state answers as it should, in clean markup, in %s',
  { timeout: AN_HOUR },
  async (language) => {
    const wrong: string[] = []
    for await (const { state, page } of seen(town.house, states, language)) {
      if (page.status !== state.status) wrong.push(`${state.name} answers ${page.status}: ${page.heading}`)
      wrong.push(...(await faultsIn(page.body)).map((fault) => `${state.name}: ${fault}`))
    }
    expect(wrong).toEqual([])
  },
)

test(
  'nobody is kept out of any state, in either language, on a wide or a narrow screen',
  { timeout: AN_HOUR },
  async () => {
    expect(await barriersIn(browser, town.house, { states, looks: EVERY_LOOK })).toEqual([])
  },
)
