import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeJwt } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { fanOut } from '../../../src/deliveries/fan-out.ts'
import { aCitizen } from '../../support/access-log.ts'
import { accessToken } from '../../support/agency.ts'
import { anActivity } from '../../support/intake.ts'
import { startHouse, type House } from '../../support/house.ts'
import { aReport } from '../../support/reports.ts'
import { fetchPatiently, openDocument, type ApiDocument, type SeenAnswer } from './api-document.ts'
import { aBodyThatPolls } from './body-that-polls.ts'

/** What a body's programs send and get, each call held against the published description. */
let house: House
let document: ApiDocument
let token: string
let stream: string
let jti: string
const called = new Set<string>()

beforeAll(async () => {
  house = await startHouse()
  document = await openDocument(house.baseUrl)
  const leeds = await aBodyThatPolls(house.database)
  await anActivity(house.database, { agencyId: 'leeds-city-council', id: 'bills' })
  token = await accessToken(house.baseUrl, house.baseUrl, leeds, '')
  const { vault } = house.config
  await aReport(house.database, vault, await aCitizen(house.database, vault, 'amira'))
  await fanOut(house.database.worker, vault, new Date())
})
afterAll(() => house.close())

interface Sent {
  body?: unknown
  bearer?: string | undefined
  headers?: Record<string, string>
  /** What is sent is wrong on purpose. */
  wrong?: true
}

/** One call: what is sent must be as described unless it is wrong on purpose, and what is answered always. */
async function call(method: string, path: string, sent: Sent = {}): Promise<SeenAnswer> {
  const { body, bearer = token, headers = {}, wrong } = sent
  if (body !== undefined) {
    const faults = await document.faultsOfRequest(method, path, body)
    expect(faults.length > 0, `${method} ${path} is sent something wrong: ${faults.join()}`).toBe(wrong === true)
  }
  const response = await fetchPatiently(house.baseUrl + path, {
    method,
    headers: {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = await seen(response)
  const faults = await document.faultsOfAnswer(method, path, answer)
  expect(faults, `${method} ${path} answers ${answer.status} ${JSON.stringify(answer.body)}`).toEqual([])
  called.add(document.idOf(method, path))
  return answer
}

async function seen(response: Response): Promise<SeenAnswer> {
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const text = await response.text()
  const body = mediaType.includes('json') && text !== '' ? (JSON.parse(text) as unknown) : text
  return { status: response.status, mediaType, body }
}

const statusOf = async (...asked: Parameters<typeof call>) => (await call(...asked)).status

describe('every call is answered as the description of the API says', () => {
  test.each([
    '/.well-known/ssf-configuration',
    '/.well-known/oauth-authorization-server',
    '/ssf/jwks',
    '/oauth/jwks',
    '/agencies.json',
    '/agencies.csv',
    '/asked-twice.json',
    '/asked-twice.csv',
    '/agencies/leeds-city-council.json',
    '/agreements.json',
    '/agreements.csv',
    '/agreements/leeds-address.json',
    '/agreements/published.json',
    '/agreements/published.csv',
    '/activities.json',
    '/activities/bulk-uses.json',
    '/retention.json',
    '/activities/leeds-city-council/bills/versions/1.json',
    '/openapi.json',
    '/schemas/events/change-of-address/v1',
    '/schemas/subjects/uk-number/v1',
    '/schemas/agreements/leeds-address/change-of-address',
    '/schemas/agreements/leeds-address/versions/1/change-of-address',
  ])('GET %s, by anyone', async (path) => {
    expect(await statusOf('GET', path, { bearer: '' })).toBe(200)
  })

  test('where there is nothing', async () => {
    expect(await statusOf('GET', '/schemas/events/moon-landing/v1')).toBe(404)
    expect(await statusOf('GET', '/schemas/agreements/leeds-address/death')).toBe(404)
    expect(await statusOf('GET', '/agencies/nobody.json')).toBe(404)
    expect(await statusOf('GET', '/agreements/nothing.json')).toBe(404)
  })

  test('a token that is asked for wrongly', async () => {
    const response = await fetchPatiently(`${house.baseUrl}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password' }),
    })
    expect(await document.faultsOfAnswer('POST', '/oauth/token', await seen(response))).toEqual([])
    called.add('getToken')
  })

  test('a stream, from its making to its end', async () => {
    const made = await call('POST', '/ssf/streams', { body: { description: 'Trial', events_requested: ['urn:moon'] } })
    expect(made.status).toBe(201)
    const { stream_id } = made.body as { stream_id: string }
    expect(await statusOf('GET', '/ssf/streams')).toBe(200)
    expect(await statusOf('GET', `/ssf/streams?stream_id=${stream_id}`)).toBe(200)
    expect(await statusOf('PATCH', '/ssf/streams', { body: { stream_id, description: null } })).toBe(200)
    const push = { method: 'urn:ietf:rfc:8935', endpoint_url: 'https://events.example.gov.uk/set' }
    expect(await statusOf('PUT', '/ssf/streams', { body: { stream_id, delivery: push } })).toBe(200)
    expect(await statusOf('GET', `/ssf/status?stream_id=${stream_id}`)).toBe(200)
    expect(await statusOf('POST', '/ssf/status', { body: { stream_id, status: 'paused', reason: 'Trial' } })).toBe(200)
    const subject = { format: 'opaque', id: 'somebody' }
    expect(await statusOf('POST', '/ssf/subjects/add', { body: { stream_id, subject } })).toBe(200)
    expect(await statusOf('POST', '/ssf/subjects/remove', { body: { stream_id, subject } })).toBe(204)
    expect(await statusOf('POST', '/ssf/verification', { body: { stream_id, state: 'one' } })).toBe(204)
    expect(await statusOf('POST', '/ssf/verification', { body: { stream_id } })).toBe(429)
    expect(await statusOf('DELETE', `/ssf/streams?stream_id=${stream_id}`)).toBe(204)
    expect(await statusOf('DELETE', `/ssf/streams?stream_id=${stream_id}`)).toBe(404)
  })

  test('wrong calls about streams', async () => {
    expect(await statusOf('POST', '/ssf/streams', { body: { description: 7 }, wrong: true })).toBe(400)
    expect(await statusOf('PATCH', '/ssf/streams', { body: {}, wrong: true })).toBe(400)
    expect(await statusOf('POST', '/ssf/status', { body: { stream_id: 'x', status: 'off' }, wrong: true })).toBe(400)
    expect(await statusOf('GET', '/ssf/streams', { bearer: '' })).toBe(401)
    expect(await statusOf('GET', '/ssf/streams', { bearer: 'made.up.token' })).toBe(401)
  })

  test('an event, from its token to its outcome', async () => {
    const streams = (await call('GET', '/ssf/streams')).body as { stream_id: string }[]
    stream = streams[0]?.stream_id ?? ''
    const polled = await call('POST', `/ssf/poll/${stream}`, { body: { returnImmediately: true } })
    const [[id, set] = ['', '']] = Object.entries((polled.body as { sets: Record<string, string> }).sets)
    jti = id
    const claims = decodeJwt(set)
    expect(await document.faults('/components/schemas/EventToken', claims)).toEqual([])
    const outcome = { status: 'done', effective_date: '2026-11-30', message: { en: 'It is done.' } }
    expect(await statusOf('PUT', `/api/deliveries/${jti}/outcome`, { body: outcome })).toBe(204)
    const wrong = { status: 'lost', effective_date: 'soon' }
    expect(await statusOf('PUT', `/api/deliveries/${jti}/outcome`, { body: wrong, wrong: true })).toBe(400)
    expect(await statusOf('PUT', `/api/deliveries/${uuidv7()}/outcome`, { body: outcome })).toBe(404)
    expect(await statusOf('POST', `/ssf/poll/${stream}`, { body: { maxEvents: 0, ack: [jti] } })).toBe(200)
    expect(await statusOf('POST', `/ssf/poll/${stream}`, { body: { maxEvents: -1 }, wrong: true })).toBe(400)
  })

  test('what was told, read again', async () => {
    expect(await statusOf('GET', '/api/events?limit=5')).toBe(200)
    expect(await statusOf('GET', '/api/events?limit=0')).toBe(400)
    expect(await statusOf('GET', '/api/events?after=unknown')).toBe(410)
    expect(await statusOf('GET', `/api/events/${jti}/state`)).toBe(200)
    expect(await statusOf('POST', '/api/replays', { body: { jtis: [jti, 'unknown'] } })).toBe(202)
    expect(await statusOf('POST', '/api/replays', { body: { jtis: [uuidv7()] } })).toBe(404)
    expect(await statusOf('POST', '/api/replays', { body: { jtis: [] }, wrong: true })).toBe(400)
    expect(await statusOf('POST', '/api/resyncs', { body: { stream_id: stream, reason: 'Trial' } })).toBe(202)
    expect(await statusOf('GET', `/api/events/${uuidv7()}/state`)).toBe(404)
  })

  test('an access to somebody’s data, reported', async () => {
    const subject = { id_type: 'pairwise', id: await personIn() }
    const record = {
      record_id: uuidv7(),
      occurred_start: new Date().toISOString(),
      access_type: 'consult',
      controller: { id: 'leeds-city-council' },
      activity_id: `${house.baseUrl}/agreements/leeds-address/versions/1`,
      data_categories: ['name', 'address'],
      actor: { kind: 'officer', role: 'Billing officer' },
      subject,
    }
    expect(await statusOf('POST', '/api/access-records', { body: record })).toBe(201)
    expect(await statusOf('POST', '/api/access-records', { body: [record] })).toBe(200)
    const wrong = { ...record, data_categories: ['shoe-size'] }
    expect(await statusOf('POST', '/api/access-records', { body: wrong, wrong: true })).toBe(400)
    expect(await statusOf('GET', '/activities/leeds-city-council/bills/versions/2.json')).toBe(404)
  })

  test('a count of a day that is no JWS', async () => {
    expect(await statusOf('PUT', '/api/access-counts/2026-11-01')).toBe(400)
  })

  test('a question of a citizen’s, where nobody has asked one', async () => {
    expect(await statusOf('GET', '/api/questions')).toBe(200)
    expect(await statusOf('GET', `/api/questions/${uuidv7()}`)).toBe(404)
    const path = `/api/questions/${uuidv7()}/replies`
    expect(await statusOf('POST', path, { body: { kind: 'acknowledged', message: 'Because of a bill' } })).toBe(404)
  })

  test('what citizens ask for under their rights, where nobody has asked', async () => {
    expect(await statusOf('GET', '/api/rights')).toBe(200)
    expect(await statusOf('GET', `/api/rights/${uuidv7()}`)).toBe(404)
    const path = `/api/rights/${uuidv7()}/answers`
    expect(await statusOf('POST', path, { body: { kind: 'done', message: 'It is right by now' } })).toBe(404)
  })

  test('the same as spans', async () => {
    expect(await statusOf('POST', '/v1/traces', { body: { resourceSpans: [] } })).toBe(200)
    expect(await statusOf('POST', '/v1/traces', { body: { resourceSpans: 7 }, wrong: true })).toBe(400)
    expect(await statusOf('POST', '/v1/traces', { body: {}, bearer: '' })).toBe(401)
  })

  test('the public log', async () => {
    for (const path of ['/log/vkey', '/log/witnesses']) expect(await statusOf('GET', path)).toBe(200)
    // Nothing is in it before a worker has begun it: 503, which whoever is patient would ask again.
    const checkpoint = await seen(await fetch(`${house.baseUrl}/log/checkpoint`))
    expect(checkpoint.status).toBe(503)
    expect(await document.faultsOfAnswer('GET', '/log/checkpoint', checkpoint)).toEqual([])
    called.add('getCheckpoint')
    expect(await statusOf('GET', '/log/tile/0')).toBe(404)
  })

  test('and no call is left out', () => {
    expect(document.operations.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([])
  })
})

async function personIn(): Promise<string> {
  const { body } = await call('GET', '/api/events')
  const [event] = (body as { events: { set: string }[] }).events
  return (decodeJwt(event?.set ?? '')['sub_id'] as { id: string }).id
}
