import { once } from 'node:events'
import type { Worker as Thread } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { startDelivering, statesOf, type Delivering } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { aKey } from '../support/ssf.ts'

const vault = testVault()
// More than a few, which are signed where they are.
const MANY = 20
let signingKeys: SigningJwk[]
let database: TestDatabase
let citizen: Citizen
let delivering: Delivering
let threads: Thread[]
/** What they said: that they are ready, then what they signed. */
let answers: number
const remember = (thread: Thread) => threads.push(thread.on('message', () => (answers += 1)))

beforeAll(async () => {
  // As while keys are rotated: what signed yesterday stands behind what signs today.
  signingKeys = await Promise.all([aKey('ES256', 'today'), aKey('RS256', 'rsa'), aKey('ES256', 'yesterday')])
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  threads = []
  answers = 0
  process.on('worker', remember)
  delivering = await startDelivering(database, { vault, clock: () => new Date(), signingKeys })
  await aRecipient(database, vault, 'dvla', delivering.receiver.url)
})
afterEach(async () => {
  process.off('worker', remember)
  expect(delivering.receiver.faults).toEqual([])
  await delivering.close()
  await empty(database)
})

/** Told in one batch. */
async function told(number: number): Promise<void> {
  await Promise.all(Array.from({ length: number }, () => aReport(database, vault, citizen)))
  await delivering.worker.runOnce()
}

/** Begun by the first batch, and ready for the next. */
async function aThread(): Promise<Thread> {
  await told(MANY)
  const [thread] = threads
  if (!thread) throw new Error('nothing signs on a thread')
  await expect.poll(() => answers).toBe(1)
  return thread
}

const kids = (agency: string) =>
  new Set(delivering.receiver.arrivals.filter(({ token }) => token.aud === agency).map(({ kid }) => kid))

test('a thread signs each token of a batch with the key of today that its stream asks for', async () => {
  const { receiver } = delivering
  const rsa = await aRecipient(database, vault, 'hmrc', receiver.url)
  await database.owner('subscriptions').where({ id: rsa }).update({ algorithm: 'RS256' })
  await aThread()
  await told(MANY)
  expect(answers).toBeGreaterThan(1)
  expect([kids('dvla'), kids('hmrc')]).toEqual([new Set(['today']), new Set(['rsa'])])
  expect(receiver.arrivals).toHaveLength(4 * MANY)
})

test('what a thread had in hand when it died is signed all the same, and so is what comes after', async () => {
  const { receiver } = delivering
  const thread = await aThread()
  thread.postMessage = () => void thread.terminate()
  await told(MANY)
  await told(MANY)
  expect(await statesOf(database)).toEqual({ acknowledged: 3 * MANY })
  expect(new Set(receiver.arrivals.map(({ token }) => token.jti)).size).toBe(3 * MANY)
  expect(receiver.arrivals).toHaveLength(3 * MANY)
  expect(kids('dvla')).toEqual(new Set(['today']))
})

test('a worker that stops ends its thread', async () => {
  const thread = await aThread()
  const ended = once(thread, 'exit')
  await delivering.worker.stop()
  await ended
})
