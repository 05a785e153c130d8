import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { follower } from '../support/follow-ups.ts'
import { aRecipient, BASE_URL, EVENT, startReceiver, type Receiver } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'
import type { WorkerArguments } from '../support/worker-process.ts'

const AGENCIES = ['dvla', 'hmrc', 'dwp', 'nhs-england', 'student-loans-company', 'leeds', 'cardiff']
const REPORTS = 60
const TOKENS = AGENCIES.length * REPORTS

const vault = testVault()
let signingKeys: SigningJwk[]
let database: TestDatabase
let receivers: Receiver[]
let citizen: Citizen

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  signingKeys = [{ ...(await exportJWK(privateKey)), kid: 'set-1' } as SigningJwk]
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
  receivers = []
  for (const agency of AGENCIES) {
    const receiver = await startReceiver(publicKeys(signingKeys), (res) => {
      setTimeout(() => res.writeHead(202).end(), 20)
    })
    receivers.push(receiver)
    await aRecipient(database, vault, agency, receiver.url)
  }
})
afterAll(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()))
  await database.close()
})

test('a worker killed in the middle of sending, again and again, loses no token of any agency', async () => {
  for (let report = 0; report < REPORTS; report += 1) await aReport(database, vault, citizen)
  let worker = await startWorker()
  for (const share of [0.1, 0.3, 0.5, 0.7]) {
    await vi.waitFor(() => expect(distinct().size).toBeGreaterThan(TOKENS * share), { timeout: 60_000, interval: 1 })
    await kill(worker)
    worker = await startWorker()
  }
  await vi.waitFor(async () => expect(await states()).toEqual(['acknowledged']), { timeout: 60_000, interval: 50 })
  await stop(worker)

  for (const receiver of receivers) {
    expect(receiver.faults).toEqual([])
    expect(new Set(receiver.arrivals.map(({ token }) => token.txn)).size).toBe(REPORTS)
  }
  expect(distinct().size).toBe(TOKENS)
  await nothingTwice()
}, 240_000)

test('a worker killed while people correct and take back loses none of it, and keeps the order', async () => {
  const before = receivers.map(({ arrivals }) => arrivals.length)
  const amira = follower(database, vault, citizen)
  let worker = await startWorker()
  for (let report = 0; report < 20; report += 1) {
    const reportId = await aReport(database, vault, citizen)
    await pause(30)
    await amira.correct(reportId, { ...MOVE, move_date: '2026-11-01' })
    await amira.withdraw(reportId)
    if (report % 5 === 4) {
      await kill(worker)
      worker = await startWorker()
    }
  }
  const left = async () => [
    ...(await database.owner('follow_ups').whereNull('fanned_out_at').pluck<string[]>('id')),
    ...(await database.owner('deliveries').whereIn('state', ['due', 'waiting']).pluck<string[]>('id')),
  ]
  await vi.waitFor(async () => expect(await left()).toEqual([]), { timeout: 60_000, interval: 50 })
  await stop(worker)

  for (const [index, receiver] of receivers.entries()) {
    const arrivals = receiver.arrivals.slice(before[index])
    const known = Map.groupBy(arrivals, ({ token }) => token.txn)
    for (const tokens of known.values()) {
      const changes = tokens.map(({ token }) => CHANGES.indexOf(token.events[EVENT]?.['change']))
      // One that came again may come late, but the first of each came in its turn.
      const firsts = [...new Set(changes)]
      expect(firsts).toEqual(firsts.toSorted())
      expect(firsts).toContain(CHANGES.indexOf('withdrawn'))
    }
  }
}, 240_000)

const CHANGES: unknown[] = [undefined, 'corrected', 'withdrawn']

/** A token that came again is the same in all but when it was signed; and each was put on record once. */
async function nothingTwice(): Promise<void> {
  const all = receivers.flatMap((receiver) => receiver.arrivals)
  const repeated = [...Map.groupBy(all, ({ token }) => token.jti).values()].filter(({ length }) => length > 1)
  for (const [first, ...others] of repeated) {
    for (const { token } of others) expect({ ...token, iat: 0 }).toEqual({ ...first?.token, iat: 0 })
  }
  expect(repeated.length).toBeGreaterThan(0)
  expect(await database.owner('deliveries').count()).toEqual([{ count: TOKENS }])
  expect(await database.owner('access_records').count()).toEqual([{ count: TOKENS }])
  expect(await database.owner('disclosure_results').where({ result: 'made' }).count()).toEqual([{ count: TOKENS }])
}

const distinct = () => new Set(receivers.flatMap(({ arrivals }) => arrivals.map(({ token }) => token.jti)))

const states = () => database.owner('deliveries').distinct().pluck<string[]>('state')

async function startWorker(): Promise<ChildProcess> {
  const settings: WorkerArguments = {
    ...{ url: database.urls.worker, signingKeys, baseUrl: BASE_URL },
    ...{ allowLoopback: true, timeout: 2000, lease: 4000 },
  }
  const script = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}
