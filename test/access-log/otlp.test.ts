import { SpanStatusCode, type Attributes } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEntries } from '../../src/access-log/access-entry-store.ts'
import { aCitizen, as, knownTo, type Citizen } from '../support/access-log.ts'
import { anActivity, startIntake, type Intake } from '../support/intake.ts'

let intake: Intake
let checks: string
let amira: Citizen
let person: Attributes
beforeAll(async () => {
  intake = await startIntake()
  checks = await anActivity(intake.database, { id: 'checks' })
  amira = await aCitizen(intake.database, intake.vault, uuidv4())
  const id = await knownTo(intake.database, intake.vault, 'dvla', amira.subject)
  person = { 'dpl.core.data_subject_id': id, 'dpl.core.data_subject_id_type': 'pairwise' }
})
afterAll(() => intake.close())

const listOf = ({ subjects }: Citizen) =>
  as(intake.database, amira, (tx) => findEntries(tx, subjects, { filter: {}, limit: 100 }))

describe('a body with OpenTelemetry only configures an exporter', () => {
  test('and the citizen sees the span that names an activity, with its children’s trace, and no other span', async () => {
    const { origin, token } = intake
    const exporter = new OTLPTraceExporter({
      url: `${origin}/v1/traces`,
      headers: { authorization: `Bearer ${token}` },
    })
    const provider = new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] })
    const tracer = provider.getTracer('licences')
    // A minute before the clock of the test: what a span says of its time is the body's own.
    const [startTime, endTime] = [new Date('2026-11-22T11:59:00.250Z'), new Date('2026-11-22T11:59:01Z')]
    const attributes = { ...person, 'dpl.core.processing_activity_id': checks }
    const look = tracer.startSpan('licence.view', { startTime, attributes })
    tracer.startSpan('cache.get', { startTime, attributes: { 'cache.key': 'x' } }).end(endTime)
    const failed = tracer.startSpan('licence.find', {
      startTime,
      attributes: { ...attributes, 'dpl.access.data_categories': ['name'], 'dpl.access.actor_role': 'caseworker' },
    })
    failed.setStatus({ code: SpanStatusCode.ERROR })
    for (const span of [failed, look]) span.end(endTime)
    await provider.shutdown()
    const entries = await listOf(amira)
    expect(entries.map(({ status, dataCategories }) => [status, dataCategories]).sort()).toEqual([
      ['error', ['name']],
      ['ok', ['name', 'driving-licence']],
    ])
    expect(entries.find(({ status }) => status === 'ok')).toMatchObject({
      ...{ occurredStart: startTime, occurredEnd: endTime, accessType: 'consult', traceId: look.spanContext().traceId },
      ...{ activityId: checks, actor: { kind: 'automated' } },
    })
  })
})

const aSpan = (attributes: Record<string, string>, remarkable: object = {}) => ({
  ...{ traceId: uuidv4().replaceAll('-', ''), spanId: uuidv4().replaceAll('-', '').slice(16), name: 'look' },
  ...{ startTimeUnixNano: '1795348740000000000', endTimeUnixNano: '1795348741000000000' },
  attributes: Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } })),
  ...remarkable,
})

const exportOf = (...spans: object[]) => ({ resourceSpans: [{ scopeSpans: [{ spans }] }] })

async function send(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${intake.origin}/v1/traces`, {
    method: 'POST',
    headers: { authorization: `Bearer ${intake.token}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const accept = response.headers.get('accept')
  return {
    status: response.status,
    ...(accept && { accept }),
    answer: (await response.json()) as Record<string, unknown>,
  }
}

describe('answers are OTLP’s own', () => {
  const nino = { 'dpl.core.data_subject_id': 'QQ123456C', 'dpl.core.data_subject_id_type': 'NINO' }
  const about = (activity: string) => ({ 'dpl.core.processing_activity_id': activity, ...nino })

  test('empty when all is taken, also what was taken before', async () => {
    const body = exportOf(aSpan(about(checks)), aSpan({ 'http.route': '/licences' }))
    expect(await send(body)).toEqual({ status: 200, answer: {} })
    expect(await send(body)).toEqual({ status: 200, answer: {} })
    expect(await send({})).toEqual({ status: 200, answer: {} })
  })

  test('a partial success that counts what was rejected and says why', async () => {
    const body = exportOf(
      aSpan(about(checks)),
      aSpan(about('https://elsewhere.example/1')),
      aSpan(about(checks), { traceId: '0' }),
    )
    expect(await send(body)).toEqual({
      status: 200,
      answer: {
        partialSuccess: {
          rejectedSpans: '2',
          errorMessage: 'activity_id must be a version of one of your activities or agreements',
        },
      },
    })
  })

  test('what is sent in Protobuf, as exporters do unless told otherwise, is told how it is taken', async () => {
    const { answer, accept } = await send('\n\u0000', { 'content-type': 'application/x-protobuf' })
    expect(accept).toBe('application/json')
    expect(answer['message']).toContain('OTEL_EXPORTER_OTLP_PROTOCOL to http/json')
  })

  test.each<[what: string, status: number, body: unknown, headers: Record<string, string>]>([
    ['broken JSON', 400, '{"resourceSpans": ', {}],
    ['another shape', 400, { resourceSpans: 7 }, {}],
    ['a span without a time', 400, exportOf(aSpan({}, { startTimeUnixNano: 'noon' })), {}],
    ['Protobuf', 415, 'x', { 'content-type': 'application/x-protobuf' }],
    ['no token', 401, {}, { authorization: '' }],
    ['more than 8 MiB', 413, `{"x": "${'y'.repeat(8 * 1024 * 1024)}"}`, {}],
  ])('a status with a code for %s', async (_what, status, body, headers) => {
    const { status: answered, answer } = await send(body, headers)
    expect(answered).toBe(status)
    expect(answer).toEqual({ code: expect.any(Number) as number, message: expect.any(String) as string })
  })
})
