import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { readingAgeOf } from '../support/reading-age.ts'
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
/** In English: nobody has measured Welsh. */
const ages: { age: number; name: string }[] = []

test.each(['en', 'cy'] as const)(
  'every state answers as it should, in clean markup, in %s',
  { timeout: AN_HOUR },
  async (language) => {
    const wrong: string[] = []
    for await (const { state, page } of seen(town.house, states, language)) {
      if (language === 'en') ages.push({ age: readingAgeOf(page), name: state.name })
      if (page.status !== state.status) wrong.push(`${state.name} answers ${page.status}: ${page.heading}`)
      wrong.push(...(await faultsIn(page.body)).map((fault) => `${state.name}: ${fault}`))
    }
    expect(wrong).toEqual([])
  },
)

test('every page can be read at the age of 12, and half of them at 10', () => {
  const sorted = ages.toSorted((one, other) => other.age - one.age)
  const worst = sorted.slice(0, 15).map(({ age, name }) => `${age.toFixed(1)}  ${name}`)
  process.stdout.write(`\nThe hardest to read of ${sorted.length} pages, by age:\n${worst.join('\n')}\n`)
  expect(sorted.filter(({ age }) => age > 12).map(({ age, name }) => `${name}: ${age.toFixed(1)}`)).toEqual([])
  expect(sorted[Math.floor(sorted.length / 2)]?.age).toBeLessThanOrEqual(10)
})

test(
  'nobody is kept out of any state, in either language, on a wide or a narrow screen',
  { timeout: AN_HOUR },
  async () => {
    expect(await barriersIn(browser, town.house, { states, looks: EVERY_LOOK })).toEqual([])
  },
)
