import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { mindStreams } from '../../../src/deliveries/health/mind-streams.ts'
import type { Worker } from '../../../src/deliveries/worker.ts'
import { DAY, HOUR } from '../../../src/shared/clock.ts'
import { renewMaintenance } from '../../../src/subscriptions/renew-maintenance.ts'
import { aCitizen, testVault, type Citizen } from '../../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { startDelivering, type Delivering } from '../../support/delivering.ts'
import { empty } from '../../support/empty.ts'
import { aRecipient, type Receiver } from '../../support/receiver.ts'
import { aReport } from '../../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let delivering: Delivering
let receiver: Receiver
let worker: Worker
let amira: Citizen
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  delivering = await startDelivering(database, { vault, clock })
  ;({ receiver, worker } = delivering)
  await aRecipient(database, vault, 'dvla', receiver.url)
})
afterEach(async () => {
  await delivering.close()
  await database.owner('notices').delete()
  await empty(database)
})

async function goOn(time: number): Promise<void> {
  ahead += time
  await worker.runOnce()
  await mindStreams(database.worker, clock())
}

const stream = () => database.owner<Record<string, Date | string | null>>('subscriptions').first()
const failures = () => database.owner<Record<string, unknown>>('stream_failures').select()
const told = async () => {
  const notices = await database
    .owner<{ kind: string; agency_id: string | null; account_id: string | null }>('notices')
    .orderBy(['queued_at', 'kind'])
    .select()
  return notices.map(
    ({ kind, agency_id, account_id }) => `${kind} ${agency_id ?? (account_id ? 'citizen' : 'operator')}`,
  )
}

test('a receiver that is away: its body is warned as the days run out, once a step, and all hear how it ends', async () => {
  await receiver.close()
  await aReport(database, vault, amira)
  await aReport(database, vault, amira)
  await worker.runOnce()
  for (let hours = 0; hours < 24; hours += 6) await goOn(6 * HOUR)
  // Nothing about anybody goes there now until it proves itself, and trying that counts as trying.
  expect(await told()).toEqual(['receiver-failing operator', 'stream-failing dvla'])
  expect(await stream()).toMatchObject({ status: 'enabled', proved_at: null })
  const attempts = await database.owner('deliveries').pluck<number[]>('attempts')
  await goOn(2.6 * DAY)
  await goOn(HOUR)
  expect((await told()).slice(2)).toEqual(['deliveries-at-risk dvla'])
  await goOn(1.4 * DAY)
  await goOn(1.3 * DAY)
  expect((await told()).slice(3)).toEqual(['deliveries-at-risk-soon dvla', 'deliveries-at-risk-now dvla'])
  expect(await database.owner('deliveries').pluck('attempts')).toEqual(attempts)

  await goOn(DAY)
  expect(await database.owner('deliveries').pluck('state')).toEqual(['given-up', 'given-up'])
  expect((await told()).slice(5).toSorted()).toEqual([
    'body-not-told citizen',
    'body-not-told citizen',
    'dead-letters operator',
    'deliveries-given-up dvla',
  ])
  expect(await database.owner('stream_warnings').select()).toEqual([])
})

test('one that comes back within the day was never in trouble', async () => {
  receiver.answer = (res) => void res.writeHead(503).end()
  await aReport(database, vault, amira)
  await goOn(0)
  await goOn(6 * HOUR)
  expect(await failures()).toMatchObject([{ agency_id: 'dvla', attempts: 2, failure: 'busy 503', needs_people: false }])
  receiver.answer = (res) => void res.writeHead(202).end()
  await goOn(6 * HOUR)
  expect(await failures()).toEqual([])
  await goOn(2 * DAY)
  expect(await told()).toEqual([])
})

test('one that refuses everything: people hear of it after an hour, as nothing mends by itself', async () => {
  receiver.answer = (res) => void res.writeHead(404).end()
  await aReport(database, vault, amira)
  await goOn(0)
  expect(await told()).toEqual([])
  await goOn(HOUR)
  await goOn(HOUR)
  expect(await told()).toEqual(['receiver-failing operator', 'stream-failing dvla'])
})

test('one that is gone stops its stream, with the reason, and people hear of it at once', async () => {
  receiver.answer = (res) => void res.writeHead(410).end()
  await aReport(database, vault, amira)
  await goOn(0)
  expect(await stream()).toMatchObject({ status: 'paused', reason: 'Your receiver says that it is gone (410)' })
  expect((await told()).toSorted()).toEqual(['receiver-failing operator', 'stream-stopped dvla'])
  await goOn(9 * DAY)
  expect(await database.owner('deliveries').pluck('state')).toEqual(['due'])
})

test('maintenance that is over makes room for the next', async () => {
  const maintenance = JSON.stringify([{ day: 'sunday', from: '22:00', until: '02:00' }])
  const over = { closed_from: new Date('2026-11-15T22:00:00Z'), closed_until: new Date('2026-11-16T02:00:00Z') }
  await database.owner('subscriptions').update({ maintenance, ...over })
  await renewMaintenance(database.worker, new Date('2026-11-16T02:00:30Z'))
  expect(await stream()).toMatchObject({
    closed_from: new Date('2026-11-22T22:00:00Z'),
    closed_until: new Date('2026-11-23T02:00:00Z'),
  })
})
