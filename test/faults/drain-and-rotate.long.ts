import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { SECOND } from '../../src/shared/clock.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { rowsOf, statesOf } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, BASE_URL, startReceiver, type Receiver } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { aKey } from '../support/ssf.ts'
import type { WorkerArguments } from '../support/worker-process.ts'

const vault = testVault()
const SCRIPT = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url))
const WAITING = { timeout: 90_000, interval: 50 }
let keys: SigningJwk[]
let database: TestDatabase
let citizen: Citizen
let receiver: Receiver
let processes: ChildProcess[]

beforeAll(async () => {
  keys = [await aKey('ES256', 'yesterday'), await aKey('ES256', 'today')]
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  processes = []
  receiver = await startReceiver(publicKeys(keys))
  await aRecipient(database, vault, 'dvla', receiver.url)
})
afterEach(async () => {
  for (const process of processes) process.kill('SIGKILL')
  expect(receiver.faults).toEqual([])
  await receiver.close()
  await empty(database)
})

async function aWorker(settings: Partial<WorkerArguments> = {}): Promise<ChildProcess> {
  const given = { url: database.urls.worker, baseUrl: BASE_URL, signingKeys: keys, allowLoopback: true, ...settings }
  const worker = spawn(process.execPath, [SCRIPT, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'inherit'] })
  processes.push(worker)
  await once(worker.stdout, 'data')
  return worker
}

/** @returns the exit code, and how many milliseconds it took. */
async function ending(worker: ChildProcess, signal: NodeJS.Signals) {
  const begun = performance.now()
  const ended = once(worker, 'exit')
  worker.kill(signal)
  const [code] = (await ended) as [number | null]
  return { code, took: performance.now() - begun }
}

const reports = (number: number) => Promise.all(Array.from({ length: number }, () => aReport(database, vault, citizen)))
const distinct = () => new Set(receiver.arrivals.map(({ token }) => token.jti)).size

test('a worker that is asked to end while receivers take ten seconds waits for them, loses nothing and sends nothing twice', async () => {
  receiver.answer = (res) => void setTimeout(() => res.writeHead(202).end(), 10 * SECOND)
  const worker = await aWorker()
  await reports(40)
  // All of them are made before the worker is asked to end: what is not made then is made by the next.
  await expect.poll(async () => (await rowsOf(database, 'deliveries')).length, WAITING).toBe(40)
  await expect.poll(() => receiver.arrivals.length, WAITING).toBeGreaterThanOrEqual(16)
  const { code, took } = await ending(worker, 'SIGTERM')
  expect(code).toBe(0)
  expect(took).toBeLessThan(25 * SECOND)
  const sent = receiver.arrivals.length
  expect(sent).toBeLessThan(40)
  expect(await statesOf(database)).toEqual({ acknowledged: sent, due: 40 - sent })
  expect(await database.owner('deliveries').whereNotNull('leased_until')).toEqual([])

  receiver.answer = (res) => void res.writeHead(202).end()
  const next = await aWorker()
  await expect.poll(() => statesOf(database), WAITING).toEqual({ acknowledged: 40 })
  expect((await ending(next, 'SIGTERM')).code).toBe(0)
  expect([receiver.arrivals.length, distinct()]).toEqual([40, 40])
}, 150_000)

test('keys that change while workers are killed: nothing is lost, and nothing new is signed with what was put away', async () => {
  const [yesterday, today] = keys as [SigningJwk, SigningJwk]
  receiver.answer = (res) => void setTimeout(() => res.writeHead(202).end(), 20)
  const pace = { timeout: SECOND, lease: 3 * SECOND }
  let worker = await aWorker({ ...pace, signingKeys: [yesterday] })
  let rotated = Infinity
  for (const signingKeys of [[yesterday, today], [today, yesterday], [today]]) {
    const before = distinct()
    await reports(60)
    await expect.poll(distinct, WAITING).toBeGreaterThan(before + 5)
    await ending(worker, 'SIGKILL')
    // What it had sent is here by then.
    await pause(2000)
    if (signingKeys[0] === today) rotated = Math.min(rotated, receiver.arrivals.length)
    worker = await aWorker({ ...pace, signingKeys })
  }
  await reports(60)
  await expect.poll(() => statesOf(database), WAITING).toEqual({ acknowledged: 240 })
  expect((await ending(worker, 'SIGTERM')).code).toBe(0)
  expect(distinct()).toBe(240)
  expect(new Set(receiver.arrivals.slice(rotated).map(({ kid }) => kid))).toEqual(new Set(['today']))
  expect(await rowsOf(database, 'access_records')).toHaveLength(240)
}, 150_000)

test('a transaction that somebody forgot keeps nobody from being told, killed workers among it', async () => {
  const pinned = await database.owner.transaction(undefined, { isolationLevel: 'repeatable read' })
  await pinned('deliveries').select()
  const pace = { timeout: SECOND, lease: 3 * SECOND }
  for (let round = 0; round < 3; round += 1) {
    const worker = await aWorker(pace)
    const before = distinct()
    await reports(60)
    await expect.poll(distinct, WAITING).toBeGreaterThan(before)
    await ending(worker, 'SIGKILL')
  }
  await aWorker(pace)
  await expect.poll(() => statesOf(database), WAITING).toEqual({ acknowledged: 180 })
  expect(distinct()).toBe(180)
  expect(await pinned('deliveries').select()).toEqual([])
  await pinned.rollback()
}, 150_000)
