import { openDatabase } from '../../src/shared/database.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { prune } from '../../src/deliveries/housekeeping-store.ts'
import type { Worker } from '../../src/deliveries/worker.ts'
import { MINUTE, later } from '../../src/shared/clock.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aWorker, statesOf } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, startReceiver, type Receiver } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { aKey } from '../support/ssf.ts'

const vault = testVault()
let signingKeys: SigningJwk[]
let database: TestDatabase
let receiver: Receiver
let citizen: Citizen
let workers: Worker[]

beforeAll(async () => {
  signingKeys = [await aKey('ES256', 'set-1')]
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  receiver = await startReceiver(publicKeys(signingKeys))
  workers = []
})
afterEach(async () => {
  // First, so that nobody waits for an answer that never comes.
  await receiver.close()
  await Promise.all(workers.map((worker) => worker.stop()))
  await empty(database)
})

async function startWorker(settings: { timeout?: number; lease?: number } = {}): Promise<Worker> {
  const worker = aWorker(database, { vault, clock: () => new Date(), signingKeys, lease: 4000, ...settings })
  workers.push(worker)
  await worker.start()
  return worker
}

const reports = (number: number) => Promise.all(Array.from({ length: number }, () => aReport(database, vault, citizen)))

const states = () => statesOf(database)

const until = (check: () => Promise<void> | void, timeout = 15_000) => vi.waitFor(check, { timeout, interval: 20 })

test('a report wakes a worker at once: nobody waits for the poll', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await startWorker()
  await pause(1500)
  const waits: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now()
    await aReport(database, vault, citizen)
    await until(() => expect(receiver.arrivals).toHaveLength(round + 1))
    waits.push(performance.now() - begun)
  }
  // By the poll each would wait for a second.
  expect(Math.min(...waits)).toBeLessThan(800)
})

test('connections that are cut lose nothing, nor does a wake-up that nobody heard', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await startWorker()
  // A pool of one, whose connection is spared: the worker's own pool would go on handing out what has just been cut.
  const cutter = openDatabase(database.urls.worker, { max: 1 })
  for (let round = 0; round < 3; round += 1) {
    await reports(10)
    await cutter.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    )
  }
  await cutter.destroy()
  // What was claimed over a cut connection is free again when its lease has run out.
  await until(async () => expect(await states()).toEqual({ acknowledged: 30 }))
  expect(new Set(receiver.arrivals.map(({ token }) => token.jti)).size).toBe(30)
})

test('several workers share the work, and no token is sent by two', async () => {
  for (const agency of ['dvla', 'hmrc', 'dwp']) await aRecipient(database, vault, agency, receiver.url)
  // All in one process: on a slow machine a push may well take longer than the others give it.
  const patient = { timeout: 20_000, lease: MINUTE }
  await Promise.all([startWorker(patient), startWorker(patient), startWorker(patient)])
  await reports(60)
  await until(async () => expect(await states()).toEqual({ acknowledged: 180 }))
  expect(receiver.arrivals).toHaveLength(180)
  expect(new Set(receiver.arrivals.map(({ token }) => token.jti)).size).toBe(180)
  expect(await database.owner('access_records').count()).toEqual([{ count: 180 }])
  expect(await database.owner('disclosure_results').where({ result: 'made' }).count()).toEqual([{ count: 180 }])
})

test('a body that never answers keeps nobody else waiting', async () => {
  const silent = await startReceiver(publicKeys(signingKeys), () => undefined)
  await aRecipient(database, vault, 'silent', silent.url)
  await aRecipient(database, vault, 'dvla', receiver.url)
  await startWorker()
  await reports(100)
  await until(() => expect(receiver.arrivals).toHaveLength(100))
  // After five failures it is tried by one token at a time.
  expect(silent.arrivals.length).toBeLessThan(100)
  await silent.close()
})

test('a receiver that hangs holds its share of connections, and the others are told as if it were not there', async () => {
  let hanging = 0
  receiver.answer = (res, { path }) => {
    if (path !== '/hanging') return void res.writeHead(202).end()
    hanging += 1
  }
  await aRecipient(database, vault, 'hmrc', `${receiver.url}/hanging`, { subscription: { maxInFlight: 3 } })
  await aRecipient(database, vault, 'dvla', receiver.url)
  for (let report = 0; report < 12; report += 1) await aReport(database, vault, citizen)
  await startWorker({ timeout: 15_000, lease: MINUTE })
  const statesOf = (agency: string) =>
    database.owner('deliveries').where({ agency_id: agency }).pluck<string[]>('state')
  const all = (state: string) => Array.from({ length: 12 }, () => state)
  await expect.poll(() => statesOf('dvla'), { timeout: 12_000 }).toEqual(all('acknowledged'))
  await expect.poll(() => hanging, { timeout: 12_000 }).toBe(3)
  expect(await statesOf('hmrc')).toEqual(all('due'))
})

test('bodies behind one gateway do not wait for each other, however many of them hang', async () => {
  let hanging = 0
  receiver.answer = (res, { path }) => {
    if (path === '/healthy') return void res.writeHead(202).end()
    hanging += 1
  }
  const bodies = ['dvla', 'hmrc', 'dwp', 'leeds', 'cardiff']
  for (const body of bodies) {
    await aRecipient(database, vault, body, `${receiver.url}/${body}`, { subscription: { maxInFlight: 14 } })
  }
  await aRecipient(database, vault, 'nhs-england', `${receiver.url}/healthy`)
  for (let report = 0; report < 14; report += 1) await aReport(database, vault, citizen)
  await startWorker({ timeout: 15_000, lease: MINUTE })
  const told = () => database.owner('deliveries').where({ agency_id: 'nhs-england', state: 'acknowledged' }).pluck('id')
  await expect.poll(async () => [hanging, (await told()).length], { timeout: 12_000 }).toEqual([70, 14])
})

test('a worker that is asked to stop ends what it has begun, and holds on to nothing', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  receiver.answer = (res) => void setTimeout(() => res.writeHead(202).end(), 600)
  const worker = await startWorker()
  await reports(40)
  await until(() => expect(receiver.arrivals.length).toBeGreaterThan(0))
  await worker.stop()
  const settled = await states()
  expect(settled['acknowledged']).toBe(receiver.arrivals.length)
  expect(settled['acknowledged']).toBeLessThan(40)
  expect(await database.owner('deliveries').whereNotNull('leased_until')).toEqual([])
  await startWorker()
  await until(async () => expect(await states()).toEqual({ acknowledged: 40 }))
  expect(receiver.arrivals).toHaveLength(40)
})

test('a worker that is asked to stop while it makes a batch ready sends none of it', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await reports(5)
  const lock = await database.owner.transaction()
  await lock.raw('lock table access_record_ledger in access exclusive mode')
  const worker = await startWorker()
  await until(async () => expect(await database.owner('deliveries').whereNotNull('lease')).toHaveLength(5))
  const stopped = worker.stop()
  await lock.commit()
  await stopped
  expect(receiver.arrivals).toEqual([])
  expect(await database.owner('deliveries').whereNotNull('leased_until')).toEqual([])
})

test('the worker prunes what has outlived its time, and nothing else', async () => {
  const past = later(new Date(), -MINUTE)
  const future = later(new Date(), MINUTE)
  for (const [id, time] of [['old', past] as const, ['new', future] as const]) {
    await database.owner('sessions').insert({ sid: id, sess: {}, expire: time })
    await database.owner('single_use').insert({ kind: 'test', id, expires_at: time })
    await database.owner('oauth_artifacts').insert({ model: 'test', id, payload: {}, expires_at: time })
    await database.owner('rate_limits').insert({ key: id, points: 1, expire: time.getTime() })
  }
  await prune(database.worker, new Date())
  expect(await database.owner('sessions').pluck('sid')).toEqual(['new'])
  expect(await database.owner('single_use').pluck('id')).toEqual(['new'])
  expect(await database.owner('oauth_artifacts').pluck('id')).toEqual(['new'])
  expect(await database.owner('rate_limits').pluck('key')).toEqual(['new'])
})
