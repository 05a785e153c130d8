import { afterAll, beforeAll, expect, test } from 'vitest'
import { fanOut } from '../../../src/deliveries/fan-out.ts'
import { aCitizen } from '../../support/access-log.ts'
import { aReport, MOVE } from '../../support/reports.ts'
import { startTown, type Town } from '../../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const FORCES = 'veterans-uk'
const received = () => town.agencies.received.filter(({ agency }) => agency === FORCES)
const deliveries = () =>
  town.house.database.owner<{ state: string; agency_id: string; id: string }>('deliveries').where({ agency_id: FORCES })

test('a body that nobody may call fetches what it is told, acknowledges it and answers', async () => {
  const { database, config, clock } = town.house
  const amira = await aCitizen(database, config.vault, 'polled')
  const facts = { names: MOVE['names'], birth_date: MOVE['birth_date'], new_phone: '+447700900101' }
  await aReport(database, config.vault, amira, { eventType: 'contact-details', facts })
  await fanOut(database.worker, config.vault, clock())

  await expect.poll(() => received().length, { timeout: 8000 }).toBe(1)
  const [token] = received()
  expect(token).toMatchObject({ subscription: 'pensions', duplicate: false })
  await expect
    .poll(async () => (await deliveries()).map(({ state }) => state), { timeout: 5000 })
    .toEqual(['acknowledged'])
  const outcomes = () => database.owner('outcomes').where({ agency_id: FORCES }).pluck('status')
  await expect.poll(outcomes, { timeout: 8000 }).toEqual(['received', 'no_record'])
})
