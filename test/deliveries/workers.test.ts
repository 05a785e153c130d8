import { openDatabase } from '../../src/shared/database.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { claimDue, settle, type Settlement } from '../../src/deliveries/delivery-store.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { prune } from '../../src/deliveries/housekeeping-store.ts'
import { createWorker, type Worker } from '../../src/deliveries/worker.ts'
import { HOUR, MINUTE, later } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, BASE_URL, startReceiver, type Receiver } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
let signingKeys: SigningJwk[]
let database: TestDatabase
let receiver: Receiver
let citizen: Citizen
let workers: Worker[]

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  signingKeys = [{ ...(await exportJWK(privateKey)), kid: 'set-1' } as SigningJwk]
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  receiver = await startReceiver(publicKeys(signingKeys))
  workers = []
})
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  await receiver.close()
  await empty(database)
})

async function startWorker(): Promise<Worker> {
  const logger = createLogger({ level: 'silent' })
  const parts = { db: database.worker, vault, clock: () => new Date(), logger, baseUrl: BASE_URL, signingKeys }
  const worker = createWorker({ ...parts, allowLoopback: true, timeout: 2000, lease: 4000 })
  workers.push(worker)
  await worker.start()
  return worker
}

const reports = (number: number) => Promise.all(Array.from({ length: number }, () => aReport(database, vault, citizen)))

const states = async () => {
  const rows = await database.owner('deliveries').groupBy('state').orderBy('state').select('state').count()
  return Object.fromEntries(rows.map((row) => [String(row['state']), Number(row['count'])]))
}

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
  expect(waits.toSorted((one, other) => one - other)[2]).toBeLessThan(400)
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
  await Promise.all([startWorker(), startWorker(), startWorker()])
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
  await until(() => expect(receiver.arrivals).toHaveLength(100), 5000)
  // After five failures it is tried by one token at a time.
  expect(silent.arrivals.length).toBeLessThan(100)
  await silent.close()
})

test('a worker that is asked to stop ends what it has begun, and holds on to nothing', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  receiver.answer = (res) => void setTimeout(() => res.writeHead(202).end(), 300)
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

test('a worker that held on longer than its lease settles nothing', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await reports(1)
  const now = new Date()
  await fanOut(database.worker, vault, now)
  const claim = { perLane: 10, limit: 10, inHand: {} }
  const at = (time: Date) => ({ ...claim, lease: randomUUID(), now: time, leasedUntil: later(time, MINUTE) })
  const [mine] = await claimDue(database.worker, at(now))
  expect(await claimDue(database.worker, at(now))).toEqual([])
  const [theirs] = await claimDue(database.worker, at(later(now, MINUTE)))
  if (!mine || !theirs) throw new Error('not claimed')
  expect([mine.claimedBefore, theirs.claimedBefore]).toEqual([false, true])

  const acknowledged = (delivery: typeof mine): Settlement => {
    const attempt = { startedAt: now, result: 'accepted', httpStatus: 202, detail: null }
    return { delivery, decision: { state: 'acknowledged' }, at: now, attempt }
  }
  const settling = (delivery: typeof mine) => database.worker.transaction((tx) => settle(tx, [acknowledged(delivery)]))
  expect((await settling(mine)).size).toBe(0)
  expect(await states()).toEqual({ due: 1 })
  expect(await database.owner('delivery_attempts')).toEqual([])
  expect((await settling(theirs)).size).toBe(1)
  // The answer to that was lost, so it is written again: nothing is counted twice.
  expect((await settling(theirs)).size).toBe(0)
  expect(await database.owner('delivery_attempts')).toHaveLength(1)
})

test('two claims at one moment share nothing, and neither waits for the other', async () => {
  await aRecipient(database, vault, 'dvla', receiver.url)
  await reports(10)
  const now = new Date()
  await fanOut(database.worker, vault, now)
  const claim = { now, leasedUntil: later(now, MINUTE), limit: 4, perLane: 10, inHand: {} }
  const tx = await database.worker.transaction()
  const mine = await claimDue(tx, { ...claim, lease: randomUUID() })
  const theirs = await claimDue(database.worker, { ...claim, lease: randomUUID() })
  await tx.commit()
  expect(new Set([...mine, ...theirs].map(({ id }) => id)).size).toBe(8)
})

test('a claim takes a few from each lane, less what is in hand of it, and nothing that is not due', async () => {
  const ids: string[] = []
  for (const agency of ['one', 'two', 'three', 'four'])
    ids.push(await aRecipient(database, vault, agency, receiver.url))
  const [one = '', two = '', three = ''] = ids
  await database.owner('subscriptions').where({ id: three }).update({ method: 'poll', endpoint_url: null })
  await reports(10)
  const now = new Date()
  await fanOut(database.worker, vault, now)
  await database
    .owner('deliveries')
    .where({ subscription_id: two })
    .update({ next_attempt_at: later(now, HOUR) })
  const claim = { lease: randomUUID(), now, leasedUntil: later(now, MINUTE), limit: 100, perLane: 4 }
  const claimed = await claimDue(database.worker, { ...claim, inHand: { [one]: 3 } })
  const byLane = Map.groupBy(claimed, ({ agencyId }) => agencyId)
  expect(Object.fromEntries([...byLane].map(([agency, { length }]) => [agency, length]))).toEqual({ one: 1, four: 4 })
  expect(await claimDue(database.worker, { ...claim, inHand: { [one]: 9 }, limit: 2 })).toHaveLength(2)
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
