import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { storeIdentity } from '../../../src/identity/account-store.ts'
import { foundBy } from '../../../src/identity/found-by.ts'
import { aboutSomebody } from '../../../src/reports/somebody-else/about.ts'
import { withdrawReportAbout } from '../../../src/reports/somebody-else/reported-about-store.ts'
import { withdrawEverywhere } from '../../../src/reports/somebody-else/withdraw-everywhere.ts'
import { publicKeys, type SigningJwk } from '../../../src/vault/signing-keys.ts'
import { aCitizen, as, testVault, type Citizen } from '../../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { follower } from '../../support/follow-ups.ts'
import { aRecipient, BASE_URL, EVENT, startReceiver, type Receiver } from '../../support/receiver.ts'
import { aReport } from '../../support/reports.ts'
import type { WorkerArguments } from '../../support/worker-process.ts'
import { toldName } from '../stories/street.ts'

const BODIES = ['dvla', 'hmrc', 'dwp']
const REPORTS = 30
const IDENTITY = {
  names: toldName('Margaret', 'Anne', 'Fielding') as never,
  birthDate: '1951-09-30',
  addresses: [{ postalCode: 'CB1 2AD' }],
  drivingPermits: [],
  passports: [],
}

const vault = testVault()
let signingKeys: SigningJwk[]
let database: TestDatabase
let receiver: Receiver
let margaret: Citizen

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  signingKeys = [{ ...(await exportJWK(privateKey)), kid: 'set-1' } as SigningJwk]
  database = await testDatabase()
  receiver = await startReceiver(publicKeys(signingKeys), (res) => {
    setTimeout(() => res.writeHead(202).end(), 20)
  })
  for (const body of BODIES) await aRecipient(database, vault, body, receiver.url)
  margaret = await aCitizen(database, vault, 'margaret')
  await storeIdentity(database.web, vault, margaret.accountId, { identity: IDENTITY, at: new Date() })
  const grace = await aCitizen(database, vault, 'grace')
  for (let number = 0; number < REPORTS; number += 1) await aReportAbout(grace, `2026-10-${10 + (number % 20)}`)
})
afterAll(async () => {
  await receiver.close()
  await database.close()
})

test('taking back everywhere, broken off half way, takes nothing back; and the worker killed, loses nothing', async () => {
  let worker = await startWorker()
  await vi.waitFor(() => expect(distinct(undefined)).toBe(REPORTS * BODIES.length), { timeout: 60_000, interval: 50 })

  await expect(brokenOff()).rejects.toThrow('the line broke')
  expect(await database.owner('reports').where({ state: 'withdrawn' })).toEqual([])
  expect(await database.owner('cases')).toEqual([])

  expect(await follower(database, vault, margaret).asOwner(withdrawEverywhere)).toBe(REPORTS)
  for (const share of [0.1, 0.4, 0.7]) {
    const some = REPORTS * BODIES.length * share
    await vi.waitFor(() => expect(distinct('withdrawn')).toBeGreaterThan(some), { timeout: 60_000, interval: 1 })
    await kill(worker)
    worker = await startWorker()
  }
  const left = () => database.owner('deliveries').whereNot({ state: 'acknowledged' })
  await vi.waitFor(async () => expect(await left()).toEqual([]), { timeout: 60_000, interval: 100 })
  await kill(worker)
  expect(distinct('withdrawn')).toBe(REPORTS * BODIES.length)
  expect(await database.owner('cases')).toHaveLength(REPORTS)
  expect(receiver.faults).toEqual([])
}, 240_000)

async function aReportAbout(reporter: Citizen, date: string): Promise<void> {
  const { names, birthDate } = IDENTITY
  const given = { names, birthDate, date, passportNumbers: [], driverNumbers: [], postcodes: ['cb12ad'] }
  const about = aboutSomebody(vault, { ...given, relationship: 'friend' }, true)
  const id = await aReport(database, vault, reporter)
  await database
    .owner('reports')
    .where({ id })
    .update({ about_keys: about.keys, about_proofs: about.proofs, provenance: about.provenance })
}

/** The first is taken back, and then the process is gone. */
const brokenOff = () =>
  as(database, margaret, async (tx) => {
    const [report] = await database.owner('reports').orderBy(['submitted_at', 'id']).limit(1).pluck<string[]>('id')
    const by = foundBy(vault, IDENTITY)
    expect(await withdrawReportAbout(tx, by, { reportId: report ?? '', at: new Date() })).toBeDefined()
    throw new Error('the line broke')
  })

const distinct = (change: string | undefined) =>
  new Set(
    receiver.arrivals.filter(({ token }) => token.events[EVENT]?.['change'] === change).map(({ token }) => token.jti),
  ).size

async function startWorker(): Promise<ChildProcess> {
  const settings: WorkerArguments = {
    ...{ url: database.urls.worker, signingKeys, baseUrl: BASE_URL },
    ...{ allowLoopback: true, timeout: 2000, lease: 4000 },
  }
  const script = fileURLToPath(new URL('../../support/worker-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
