import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openBrowser } from '../support/browser.ts'
import type { House } from '../support/house.ts'
import { readingAgeOf } from '../support/reading-age.ts'
import { startTown, type Town } from '../support/town.ts'
import { barriersIn, EACH_ONCE } from './accessible.ts'
import { faultsIn } from './markup.ts'
import { oneOfEachKind, GALLERY, listedStates, seen, type Listed } from './pages.ts'
import { allTemplates, noteTemplates } from './templates.ts'

const read = noteTemplates()
let town: Town
let house: House
let states: Listed[]
const wrong: string[] = []
/** For each template the first state that needs it. */
const oneForEach: Listed[] = []
const ages: { age: number; name: string }[] = []

// One page of each kind, in English; every state in both languages and widths in `every-state.long.ts`.
beforeAll(async () => {
  town = await startTown()
  house = town.house
  states = await listedStates(house.browser())
  let known = 0
  for await (const { state, page } of seen(house, oneOfEachKind(states), 'en')) {
    if (page.status !== state.status) wrong.push(`${state.name} answers ${page.status}: ${page.heading}`)
    if (read.size > known) {
      oneForEach.push(state)
      wrong.push(...(await faultsIn(page.body)).map((fault) => `${state.name}: ${fault}`))
    }
    known = read.size
    ages.push({ age: readingAgeOf(page), name: state.name })
  }
}, 300_000)
afterAll(() => town.close())

test('the gallery shows every template there is', () => {
  expect(allTemplates.filter((name) => !read.has(name))).toEqual([])
})

test('every page answers as it should, each template in markup that is clean', () => {
  expect(wrong).toEqual([])
})

// Each in one of the two looks, by turns; all of them in both, and every state, in `every-state.long.ts`.
test('each template can be used by everybody, in English on a wide or in Welsh on a narrow screen', async () => {
  const browser = await openBrowser()
  for (const [turn, look] of EACH_ONCE.entries()) {
    const states = oneForEach.filter((_state, index) => index % EACH_ONCE.length === turn)
    expect(await barriersIn(browser, house, { states, looks: [look] })).toEqual([])
  }
  await browser.close()
}, 300_000)

test('what was looked at can be read at the age of 12', () => {
  expect(ages.filter(({ age }) => age > 12).map(({ age, name }) => `${name}: ${age.toFixed(1)}`)).toEqual([])
})

test('nothing of what the gallery plays stays in the database', async () => {
  const { owner } = house.database
  for (const table of ['accounts', 'drafts', 'reports', 'deliveries', 'notices']) {
    expect(await owner(table).select(), table).toEqual([])
  }
})

test('there is no gallery in production', async () => {
  const { parts, config } = house
  const server = createServer(createApp({ ...parts, config: { ...config, production: true } }))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const path of [GALLERY, `${GALLERY}/start`]) expect((await fetch(origin + path)).status).toBe(404)
  server.close()
})
