import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Worker } from '../../src/deliveries/worker.ts'
import { DAY, HOUR, later } from '../../src/shared/clock.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { startDelivering, type Delivering } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, EVENT, type Receiver } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let delivering: Delivering
let receiver: Receiver
let citizen: Citizen
let worker: Worker
let ahead = 0

beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  delivering = await startDelivering(database, { vault, clock: () => new Date(Date.now() + ahead) })
  ;({ receiver, worker } = delivering)
})
afterEach(async () => {
  await delivering.close()
  await empty(database)
})

const told = () => receiver.arrivals.map(({ token }) => token.aud).toSorted()
const stateOf = async (agency: string) =>
  (await database.worker('deliveries').where({ agency_id: agency }).first<{ state: string }>())?.state

test('a body is told when the citizen said, and not before; the others at once', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await aRecipient(database, vault, 'hmrc', receiver.url)
  await aReport(database, vault, citizen, { timing: { 'dvla-address': later(new Date(), 3 * DAY).toISOString() } })
  await worker.runOnce()
  expect(told()).toEqual(['hmrc'])
  ahead = 3 * DAY - HOUR
  await worker.runOnce()
  expect(told()).toEqual(['hmrc'])
  ahead = 3 * DAY + HOUR
  await worker.runOnce()
  expect(told()).toEqual(['dvla', 'hmrc'])
})

test('a time that has gone by when the report is fanned out is now', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await aReport(database, vault, citizen, { timing: { 'dvla-address': later(new Date(), -HOUR).toISOString() } })
  await worker.runOnce()
  expect(told()).toEqual(['dvla'])
})

test('a body that is held is told nothing, however much time goes by', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await aReport(database, vault, citizen, { timing: { 'dvla-address': 'held' } })
  await worker.runOnce()
  ahead = 400 * DAY
  await worker.runOnce()
  expect(told()).toEqual([])
  expect(await stateOf('dvla')).toBe('held')
  expect(await database.worker('access_records').select()).toEqual([])
})

test('the seven days of trying count from the day on which it was to be told', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await aReport(database, vault, citizen, { timing: { 'dvla-address': later(new Date(), 30 * DAY).toISOString() } })
  await worker.runOnce()
  receiver.answer = (res) => res.writeHead(500).end()
  ahead = 30 * DAY + HOUR
  await worker.runOnce()
  expect(await stateOf('dvla')).toBe('due')
  ahead = 38 * DAY
  await worker.runOnce()
  expect(await stateOf('dvla')).toBe('given-up')
})

test('what the citizen left out for a body is in neither its token nor the access record, and the others get it', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url, {
    fields: ['names', 'new_address'],
    matching: ['birth_date'],
  })
  await aRecipient(database, vault, 'hmrc', receiver.url)
  await aReport(database, vault, citizen, {
    redacted: { 'dvla-address': ['new_address', 'birth_date', 'no_such_field'] },
  })
  await worker.runOnce()
  const eventOf = (agency: string) => receiver.arrivals.find(({ token }) => token.aud === agency)?.token.events[EVENT]
  expect(eventOf('dvla')).toEqual({ names: MOVE['names'] })
  expect(eventOf('hmrc')).toEqual({ names: MOVE['names'], new_address: MOVE['new_address'] })
  const categories = await database.worker('access_records').orderBy('body_id').pluck<string[][]>('data_categories')
  expect(categories).toEqual([['name'], ['name', 'address']])
})
