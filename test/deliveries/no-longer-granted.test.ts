import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Worker } from '../../src/deliveries/worker.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/clock.ts'
import { ukToday } from '../../src/shared/dates.ts'
import { ukTime } from '../../src/shared/uk-time.ts'
import { eraseDataKey } from '../../src/vault/data-key-store.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { anAgreement } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { onlyRow, rowsOf, startDelivering, type Delivering } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, EVENT, type Receiver } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let delivering: Delivering
let receiver: Receiver
let worker: Worker
let citizen: Citizen
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  delivering = await startDelivering(database, { vault, clock })
  ;({ receiver, worker } = delivering)
})
afterEach(async () => {
  expect(receiver.faults).toEqual([])
  await delivering.close()
  await empty(database)
})

const all = (table: string) => rowsOf(database, table)
const only = (table: string) => onlyRow(database, table)

describe('what is no longer granted', () => {
  test('is not told when the agreement ended in between, and the log says that it was not made', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await database.owner('agreements').update({ state: 'ended' })
    await later(MINUTE)
    expect(receiver.arrivals).toHaveLength(1)
    expect(await only('deliveries')).toMatchObject({ state: 'not-allowed', attempts: 1 })
    expect(await only('disclosure_results')).toMatchObject({ result: 'not-made' })
  })

  test.each<[string, () => Promise<unknown>]>([
    ['ended before the first attempt', () => database.owner('agreements').update({ state: 'ended' })],
    ['disabled', () => database.owner('subscriptions').update({ status: 'disabled' })],
    ['removed', () => database.owner('subscriptions').delete()],
    ['served for other events only', () => database.owner('subscriptions').update({ events: ['a-death'] })],
  ])('is not told when it was %s, and leaves nothing in the log', async (_what, change) => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await database.owner('subscriptions').update({ status: 'paused' })
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await database.owner('subscriptions').update({ status: 'enabled' })
    await change()
    await worker.runOnce()
    expect(receiver.arrivals).toEqual([])
    expect(await only('deliveries')).toMatchObject({ state: 'not-allowed', attempts: 0 })
    expect(await all('access_records')).toEqual([])
    expect(await all('disclosure_results')).toEqual([])
  })

  test('is not told after the last day of the agreement', async () => {
    const today = ukToday(new Date())
    await aRecipient(database, vault, 'dvla', receiver.url, { endsOn: today })
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await later(2 * DAY)
    expect(await only('deliveries')).toMatchObject({ state: 'not-allowed' })
  })

  test('is not told once the report is erased', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    const { data_key_id: key } = (await only('reports')) as { data_key_id: string }
    await eraseDataKey(database.worker, key)
    await later(MINUTE)
    expect(receiver.arrivals).toHaveLength(1)
    expect(await only('deliveries')).toMatchObject({ state: 'not-allowed' })
    expect(await only('disclosure_results')).toMatchObject({ result: 'not-made' })
  })

  test.each<[string, string, string, string]>([
    ['its body is suspended', 'agencies', 'suspended', 'active'],
    ['its subscription is paused', 'subscriptions', 'paused', 'enabled'],
  ])('is held while %s, and told when that is over', async (_what, table, held, free) => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await database.owner(table).update({ status: held })
    await later(MINUTE)
    expect(receiver.arrivals).toHaveLength(1)
    expect(await only('deliveries')).toMatchObject({ state: 'due' })
    await database.owner(table).update({ status: free })
    receiver.answer = (res) => void res.writeHead(202).end()
    await worker.runOnce()
    expect(await only('deliveries')).toMatchObject({ state: 'acknowledged', attempts: 2 })
  })

  test('waits while its receiver is closed for maintenance, which is no failure, and is told when that is over', async () => {
    const now = clock()
    const maintenance = [
      { from: ukMinute(new Date(now.getTime() - HOUR)), until: ukMinute(new Date(now.getTime() + HOUR)) },
    ]
    await aRecipient(database, vault, 'dvla', receiver.url, { subscription: { maintenance } })
    await aReport(database, vault, citizen)
    await worker.runOnce()
    expect(receiver.arrivals).toEqual([])
    expect(await only('deliveries')).toMatchObject({ state: 'due', attempts: 0, last_failure: null })
    await later(HOUR)
    expect(await only('deliveries')).toMatchObject({ state: 'acknowledged', attempts: 1 })
  })

  test('has its seven days once its stream is on again, however long it was paused', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aReport(database, vault, citizen)
    await database.owner('subscriptions').update({ status: 'paused' })
    await later(9 * DAY)
    await database.owner('subscriptions').update({ status: 'enabled', changed_at: clock() })
    receiver.answer = (res) => void res.writeHead(503).end()
    await worker.runOnce()
    expect(await only('deliveries')).toMatchObject({ state: 'due', attempts: 1 })
  })

  test('a new version does not widen what the citizen was shown, and narrows it at once', async () => {
    const first = { fields: ['names', 'new_address'] }
    await aRecipient(database, vault, 'dvla', receiver.url, first)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    const events = [{ type: 'change-of-address', fields: ['names', 'birth_date', 'contact'] }]
    await anAgreement(database, { id: 'dvla-address', agencyId: 'dvla', version: 2, matching: [], events })
    receiver.answer = (res) => void res.writeHead(202).end()
    await later(MINUTE)
    expect(receiver.arrivals.at(-1)?.token.events).toEqual({ [EVENT]: { names: MOVE['names'] } })
  })
})

function ukMinute(at: Date): string {
  const { date, time } = ukTime(at)
  return `${date}T${time}`
}

/** Some time passes, and the worker does what has come due. */
async function later(milliseconds: number): Promise<void> {
  ahead += milliseconds
  await worker.runOnce()
}
