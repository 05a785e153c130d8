import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { deliveryMetrics, dueMetrics } from '../../src/deliveries/metrics/delivery-metrics.ts'
import { allOf } from '../../src/deliveries/metrics/figures.ts'
import { createSampler } from '../../src/deliveries/metrics/sample.ts'
import { createSampleWriter, sampleDue } from '../../src/deliveries/metrics/write-samples.ts'
import { createWorker } from '../../src/deliveries/worker.ts'
import { DAY, HOUR } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { createRegistry, openMetricsDoor } from '../../src/web/metrics.ts'
import { aCitizen, testVault } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aRecipient, BASE_URL, startReceiver } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
const logger = createLogger({ level: 'silent' })
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

let ahead = 0
const clock = () => new Date(Date.now() + ahead)

test('what is scraped is what happened, and names nobody', async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const signingKeys = [{ ...(await exportJWK(privateKey)), kid: 'set-1' } as SigningJwk]
  const [well, unwell] = [await startReceiver(publicKeys(signingKeys)), await startReceiver(publicKeys(signingKeys))]
  unwell.answer = (res) => void res.writeHead(500).end()
  onTestFinished(() => Promise.all([well.close(), unwell.close()]).then(() => undefined))
  await aRecipient(database, vault, 'dvla', well.url)
  await aRecipient(database, vault, 'hmrc', unwell.url)
  const citizen = await aCitizen(database, vault, 'amira')

  const registry = createRegistry()
  const door = await openMetricsDoor(registry, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => door.close())
  const sampler = createSampler()
  const parts = { db: database.worker, vault, clock, logger, baseUrl: BASE_URL, signingKeys, allowLoopback: true }
  dueMetrics(registry, parts)
  const worker = createWorker({ ...parts, figures: allOf([sampler.figures, deliveryMetrics(registry)]) })
  onTestFinished(() => worker.stop())
  const reports = await Promise.all([1, 2, 3].map(() => aReport(database, vault, citizen)))
  await worker.runOnce()
  ahead = HOUR

  const text = await (await fetch(`http://127.0.0.1:${door.port}/metrics`)).text()
  expect((await fetch(`http://127.0.0.1:${door.port}/`)).status).toBe(404)
  const said = figuresIn(text)
  expect(said('delivery_attempts_total{agency="dvla",result="accepted"}')).toBe(3)
  expect(said('delivery_attempts_total{agency="hmrc",result="failed"}')).toBe(3)
  expect(said('delivery_arrival_seconds_count{agency="dvla"}')).toBe(3)
  expect(said('delivery_arrival_seconds_bucket{le="60",agency="dvla"}')).toBe(3)
  expect(said('deliveries_in_flight{agency="dvla"}')).toBe(0)
  expect(said('deliveries_due{agency="dvla",method="push"}')).toBe(0)
  expect(said('deliveries_due{agency="hmrc",method="push"}')).toBe(3)
  expect(said('deliveries_oldest_due_seconds{agency="hmrc",method="push"}')).toBeGreaterThan(3000)
  expect(said('process_resident_memory_bytes')).toBeGreaterThan(1e7)
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  const jtis = [...well.arrivals, ...unwell.arrivals].map(({ token }) => token.jti)
  for (const word of ['amira', ...reports, ...jtis]) expect(text).not.toContain(word)

  const writer = createSampleWriter({ ...parts, sampler })
  await writer.write()
  await sampleDue(database.worker, clock())
  expect(await samples()).toEqual([
    { agency_id: 'dvla', due: 0, failed: 0, within_second: 3, late: false },
    { agency_id: 'hmrc', due: 3, failed: 3, within_second: 0, late: true },
  ])
  ahead = 15 * DAY
  await sampleDue(database.worker, clock())
  expect((await samples()).map(({ agency_id: agency, within_second: arrived }) => [agency, arrived])).toEqual([
    ['hmrc', 0],
  ])
})

const samples = () =>
  database
    .owner('delivery_samples')
    .orderBy('agency_id')
    .groupBy('agency_id')
    .select('agency_id', database.owner.raw('sum(due)::int as due, sum(failed)::int as failed'))
    .select(database.owner.raw('sum(within_second)::int as within_second, max(oldest_due) > 3000 as late')) as Promise<
    Record<string, unknown>[]
  >

const figuresIn = (text: string) => (name: string) => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}
