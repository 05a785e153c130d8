import { exportJWK, generateKeyPair } from 'jose'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createWorker, type Worker } from '../../src/deliveries/worker.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault } from '../support/access-log.ts'
import { testDatabase } from '../support/database.ts'
import { aRecipient, BASE_URL, startReceiver } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { seeded } from '../support/seeded.ts'
import { owed, storedDeliveries, strayRecords } from './deliveries-store.ts'
import { pace } from './settings.ts'
import { seedOf } from './seed.ts'

const AGENCIES = ['dvla', 'hmrc', 'dwp']
const REPORTS = 60

test('clocks of workers that jump by hours, each its own way, lose nothing and tell nothing off the record', async () => {
  const seed = seedOf()
  const chance = seeded(seed)
  const [vault, database] = [testVault(), await testDatabase()]
  onTestFinished(() => database.close())
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const signingKeys = [{ ...(await exportJWK(privateKey)), kid: 'set-1' } as SigningJwk]
  const receiver = await startReceiver(publicKeys(signingKeys), (res) => {
    res.writeHead([202, 202, 503][chance(3)] ?? 202).end()
  })
  onTestFinished(() => receiver.close())
  for (const agency of AGENCIES) await aRecipient(database, vault, agency, receiver.url)
  const citizen = await aCitizen(database, vault, 'amira')

  const logger = createLogger({ level: 'silent' })
  const parts = { db: database.worker, vault, logger, baseUrl: BASE_URL, signingKeys, allowLoopback: true, ...pace }
  const aWorker = () => {
    let ahead = 0
    const worker: Worker = createWorker({ ...parts, clock: () => new Date(Date.now() + ahead) })
    return { worker, jump: (to: number) => (ahead = to) }
  }
  const workers = [aWorker(), aWorker()]
  for (const { worker } of workers) await worker.start()
  for (let report = 0; report < REPORTS; report += 1) {
    await aReport(database, vault, citizen)
    workers[chance(workers.length)]?.jump(chance(10 * HOUR) - 5 * HOUR)
    await pause(chance(60))
  }
  for (const { worker } of workers) await worker.stop()

  // Whatever was leased or put off by a clock that was ahead is due in the end.
  const last = aWorker()
  last.jump(DAY)
  for (let hours = 24; (await owed(database.owner)) > 0 && hours < 24 * 6; hours += 1) {
    last.jump(hours * HOUR + MINUTE)
    await last.worker.runOnce()
  }
  await last.worker.stop()

  const told = await storedDeliveries(database.owner)
  expect(told.length, `of seed ${seed}`).toBe(REPORTS * AGENCIES.length)
  expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['acknowledged']))
  expect(new Set(receiver.arrivals.map(({ token }) => token.jti))).toEqual(new Set(told.map(({ id }) => id)))
  expect(told.filter(({ accessRecords, results }) => accessRecords !== 1 || results.join() !== 'made')).toEqual([])
  expect(told.filter(({ attempts, recordedAttempts }) => attempts !== recordedAttempts)).toEqual([])
  expect(await strayRecords(database.owner)).toBe(0)
  expect(receiver.faults).toEqual([])
}, 120_000)
