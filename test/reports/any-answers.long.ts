import { afterAll, beforeAll, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { signedIn } from '../support/access-log.ts'
import type { Traveller } from '../support/traveller.ts'
import { applyEveryBody } from '../support/every-body.ts'
import { startHouse, type House } from '../support/house.ts'
import { throwAt } from './any-answers.ts'

let house: House
let amira: Traveller
beforeAll(async () => {
  house = await startHouse()
  await applyEveryBody(house)
  amira = await signedIn(house, 'amira')
})
afterAll(() => house.close())

const FORMS_A_QUESTION = 60

test.each(lifeEvents.map((event) => [event.type, event] as const))(
  'whatever is sent to any question of %s: never a failure, never markup let through, never a lost answer',
  { timeout: 60 * 60_000 },
  async (_type, event) => {
    await throwAt(house, amira, event, FORMS_A_QUESTION)
  },
)
