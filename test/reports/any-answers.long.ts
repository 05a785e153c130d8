import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { signedIn } from '../support/access-log.ts'
import { answerEverything, type Traveller } from '../support/traveller.ts'
import { applyEveryBody } from '../support/every-body.ts'
import { startHouse, type House } from '../support/house.ts'
import { throwAt, throwAtWhatArisesFromKept, writeMarkupIn } from './any-answers.ts'

let house: House
let amira: Traveller
beforeAll(async () => {
  house = await startHouse()
  await applyEveryBody(house)
  amira = await signedIn(house, 'amira')
})
afterAll(() => house.close())

const FORMS_A_QUESTION = 25

test.each(lifeEvents.map((event) => [event.type, event] as const))(
  'whatever is sent to any question of %s: never a failure, never markup let through, never a lost answer',
  { timeout: 60 * 60_000 },
  async (_type, event) => {
    await throwAt(house, amira, event, FORMS_A_QUESTION)
  },
)

test.each(lifeEvents.map((event) => [event.type, event] as const))(
  'markup in the answers of %s is text wherever it is shown',
  async (_type, event) => {
    await writeMarkupIn(house, amira, event)
  },
)

test(
  'whatever is sent to a question that arises from what was told before: the same',
  { timeout: 120_000 },
  async () => {
    const grace = await signedIn(house, 'grace')
    expect(await throwAtWhatArisesFromKept(house, grace, lifeEvents, 5)).toEqual([
      'birth/parent-known',
      'marriage/partner-known',
      'separation/partner-known',
      'work/known-children',
      'caring/known-person',
    ])
  },
)

test.each(lifeEvents.map((event) => [event.type, event] as const))(
  '%s can be reported from its first question to the confirmation',
  { timeout: 120_000 },
  async (_type, event) => {
    await house.database.owner('rate_limits').delete()
    const grace: Traveller = await signedIn(house, 'grace')
    await answerEverything(house, grace, event)
    const { browser } = grace
    expect(browser.page.heading).toBe('Check your answers')
    await browser.get(`/report/${event.type}/who-will-be-told`)
    const choices = browser.page.$('main form input[type="radio"]').toArray()
    await browser.submit(Object.fromEntries(choices.map(({ attribs }) => [attribs['name'] ?? '', 'yes'])))
    expect(browser.page.errors).toEqual([])
    expect(browser.page.url.pathname).toMatch(/^\/reports\/[^/]+\/confirmation$/)
  },
)
