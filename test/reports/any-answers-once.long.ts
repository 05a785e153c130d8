import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { signedIn } from '../support/access-log.ts'
import type { Traveller } from '../support/traveller.ts'
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

// Every event, and many more forms, in `any-answers.long.ts`.
const FORMS_A_QUESTION = 1
const SOME = lifeEvents.filter(({ type }) => ['change-of-address', 'work', 'health'].includes(type))

test.each(SOME.map((event) => [event.type, event] as const))(
  'whatever is sent to any question of %s: never a failure, never markup let through, never a lost answer',
  { timeout: 120_000 },
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
