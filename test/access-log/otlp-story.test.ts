import { ROOT_CONTEXT, trace, TraceFlags, type Attributes } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activityUri } from '../../src/agreements/agreement.ts'
import { SECOND, later } from '../../src/shared/clock.ts'
import { aDisclosure, disclose, knownTo, signedIn, type Citizen } from '../support/access-log.ts'
import { accessToken, anAgency, anAgreement, type TestAgency } from '../support/agency.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'

let house: House
let dvla: TestAgency
let amira: Citizen & { browser: Client }
beforeAll(async () => {
  house = await startHouse()
  dvla = await anAgency(house.database, { id: 'dvla', name: { en: 'Driver and Vehicle Licensing Agency' } })
  await anAgreement(house.database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
  amira = await signedIn(house, 'amira')
})
afterAll(() => house.close())

test('a body only configures an exporter, and the citizen sees what it did with what we told it', async () => {
  const told = aDisclosure({ subjectRef: amira.subject, registeredAt: later(house.clock(), -3 * SECOND) })
  await disclose(house.database, told)
  const { spans, send } = await tracing()
  // The push carried our trace, as W3C Trace Context has it, and the body's program goes on with it.
  spans('address.received', told, { 'dpl.access.type': 'receive', 'dpl.access.counterparty': 'tell-us-once' })
  spans('licence.view', told, { 'dpl.access.actor_role': 'caseworker', 'dpl.access.system': 'Drivers 90' })
  spans('cache.get', told)
  await send()

  const list = await amira.browser.get('/access')
  expect(list.text).toContain('Driver and Vehicle Licensing Agency: 3 times')
  const pages = list
    .$('main a[href$="/dvla"]')
    .toArray()
    .map((link) => list.$(link).attr('href') ?? '')
  expect(pages).toHaveLength(2)
  const read = await Promise.all(pages.map((path) => amira.browser.get(path)))
  const [received, looked] = ['We recorded our side of this too', 'Drivers 90'].map((words) =>
    read.find(({ text }) => text.includes(words)),
  )
  expect(received?.text).toMatch(/The other side.*We recorded our side of this too/)
  expect(received?.text).toContain('Part of the same work')
  expect(looked?.text).toMatch(/caseworker.*Part of the same work/)
  for (const page of [received, looked]) expect(page?.text).toContain(told.traceId)
  await amira.browser.get(`/access/${told.recordId}`)
  expect(amira.browser.page.text).toContain('Driver and Vehicle Licensing Agency reported its side of this too')
  const { records } = JSON.parse((await amira.browser.get('/access/export.json')).body) as { records: object[] }
  expect(records).toMatchObject(Array(3).fill({ trace_id: told.traceId }))
})

/** What a body sets up once: an exporter with our address and its token, and spans about a person. */
async function tracing() {
  const { baseUrl, database, config } = house
  const token = await accessToken(baseUrl, baseUrl, dvla, 'access-records.write')
  const exporter = new OTLPTraceExporter({
    url: `${baseUrl}/v1/traces`,
    headers: { authorization: `Bearer ${token}` },
  })
  const provider = new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] })
  const about = {
    'dpl.core.processing_activity_id': activityUri(baseUrl, { id: 'dvla-driving-licence', version: 1 }),
    'dpl.core.data_subject_id': await knownTo(database, config.vault, 'dvla', amira.subject),
  }
  const spans = (name: string, { traceId, spanId }: { traceId: string; spanId: string }, said?: Attributes) => {
    const parent = { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true }
    const attributes = said ? { ...about, ...said } : { 'cache.key': 'x' }
    const startTime = later(house.clock(), -SECOND)
    const context = trace.setSpanContext(ROOT_CONTEXT, parent)
    provider.getTracer('licences').startSpan(name, { startTime, attributes }, context).end(later(startTime, 40))
  }
  return { spans, send: () => provider.shutdown() }
}
