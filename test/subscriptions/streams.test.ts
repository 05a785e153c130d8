import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { saveSubscription } from '../../src/subscriptions/subscription-store.ts'
import { openSetting } from '../../src/vault/vault.ts'
import { testVault } from '../support/access-log.ts'
import { anAgreement } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { BASE_URL, EVENT } from '../support/receiver.ts'
import { startTransmitter, type Answered, type Caller, type Transmitter } from '../support/ssf.ts'

const vault = testVault()
const clock = () => new Date('2026-11-22T12:00:00Z')
const UNKNOWN = 'urn:example:secevent:events:type_4'
const RESYNC = `${BASE_URL}/schemas/events/resync/v1`
const supported = [...lifeEvents.map(({ type }) => `${BASE_URL}/schemas/events/${type}/v1`), RESYNC]
const push = { method: 'urn:ietf:rfc:8935', endpoint_url: 'https://dvla.example/events' }
const POLL = 'urn:ietf:rfc:8936'

let database: TestDatabase
let transmitter: Transmitter
let dvla: Caller
let hmrc: Caller
let reader: Caller

beforeAll(async () => {
  database = await testDatabase()
  transmitter = await startTransmitter(database, vault, clock)
  dvla = await transmitter.body('dvla')
  hmrc = await transmitter.body('hmrc')
  reader = await transmitter.body('reader', ['ssf.read'])
  await anAgreement(database, { id: 'dvla-address', agencyId: 'dvla' })
})
afterAll(async () => {
  await transmitter.close()
  await database.close()
})
beforeEach(() => database.owner('subscriptions').delete())

type Stream = Record<string, unknown> & { stream_id: string; delivery: Record<string, unknown> }

const create = (body: unknown = {}, by = dvla) => by.call('POST', '/ssf/streams', body)
const made = async (body: unknown = {}, by = dvla) => (await create(body, by)).body as Stream
const streams = async (by = dvla) => (await by.call('GET', '/ssf/streams')).body as Stream[]
const one = (id: string, by = dvla) => by.call('GET', `/ssf/streams?stream_id=${id}`)
const row = () => database.owner<Record<string, unknown>>('subscriptions').first()

/** A stream as the agencies file makes one. */
async function ofFile(agencyId = 'dvla'): Promise<string> {
  const id = randomUUID()
  await saveSubscription(
    database.owner,
    {
      ...{ id, agencyId, position: 0, method: 'push', endpointUrl: 'https://dvla.example/file', tokenUrl: null },
      ...{ authorizationHeader: null, events: ['change-of-address'], agreements: ['dvla-address'], status: 'enabled' },
    },
    clock(),
  )
  return id
}

describe('a stream is created (SSF 1.0, section 8.1.1.1)', () => {
  test('by POST: 201, with all that section 8.1.1 asks for', async () => {
    const { status, body, headers } = await create({
      delivery: push,
      events_requested: [EVENT],
      description: 'Licences',
    })
    expect(status).toBe(201)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(body).toEqual({
      stream_id: expect.stringMatching(/^[A-Za-z0-9._~-]+$/) as string,
      iss: BASE_URL,
      aud: 'dvla',
      delivery: push,
      events_supported: supported,
      events_requested: [EVENT],
      events_delivered: [EVENT],
      min_verification_interval: 5,
      signing_alg: 'ES256',
      default_subjects: 'ALL',
      description: 'Licences',
    })
  })

  test('with what its receiver grants, which PATCH merges one by one and PUT says anew', async () => {
    const maintenance = [{ day: 'sunday', from: '22:00', until: '02:00' }]
    const granted = { max_in_flight: 2, max_per_second: 5, maintenance }
    const { stream_id, delivery } = await made({ delivery: { ...push, ...granted } })
    expect(delivery).toEqual({ ...push, ...granted })
    const change = (method: string, terms: object) =>
      dvla.call(method, '/ssf/streams', { stream_id, delivery: { ...push, ...terms } })
    expect((await change('PATCH', { max_in_flight: null, max_per_second: 9 })).body).toMatchObject({
      delivery: { ...push, max_per_second: 9, maintenance },
    })
    expect((await change('PUT', { max_in_flight: 8 })).body).toMatchObject({ delivery: { ...push, max_in_flight: 8 } })
    expect(await row()).toMatchObject({ max_per_second: null, maintenance: null, closed_until: null })
  })

  test.each([
    ['delivery.max_in_flight', { max_in_flight: 0 }],
    ['delivery.max_in_flight', { max_in_flight: 1.5 }],
    ['delivery.max_per_second', { max_per_second: 'many' }],
    ['delivery.maintenance.0.from', { maintenance: [{ from: '22:00', until: '23:00' }] }],
    ['delivery.maintenance.0.day', { maintenance: [{ day: 'someday', from: '22:00', until: '23:00' }] }],
    [
      'delivery.maintenance',
      { maintenance: ['monday', 'tuesday', 'friday', 'sunday'].map((day) => ({ day, from: '01:00', until: '23:00' })) },
    ],
  ])('but not with a %s that cannot be', async (field, terms) => {
    const { status, body } = await create({ delivery: { ...push, ...terms } })
    expect([status, body]).toMatchObject([400, { errors: [{ field }] }])
  })

  test.each([
    ['without a delivery', {}],
    ['with a delivery that is null', { delivery: null }],
    ['with a delivery without a method', { delivery: {} }],
    ['with poll', { delivery: { method: POLL } }],
    ['with poll and an address that is not the receiver’s to say', { delivery: { method: POLL, endpoint_url: 'x' } }],
  ])('%s it is polled, at an address of ours', async (_what, body) => {
    const stream = await made(body)
    expect(stream.delivery).toEqual({ method: POLL, endpoint_url: `${BASE_URL}/ssf/poll/${stream.stream_id}` })
  })

  test.each([
    ['unknown ones among known ones', [UNKNOWN, EVENT], [UNKNOWN, EVENT], [EVENT]],
    ['unknown ones alone', [UNKNOWN], [UNKNOWN], []],
    ['what is no text', [7, null, EVENT, {}, 'a\0b'], [EVENT], [EVENT]],
    ['one that no agreement covers', [supported[0]], [supported[0]], []],
    ['none', [], [], []],
  ])('event types asked for: %s, never a 400', async (_what, asked, requested, delivered) => {
    const { status, body } = await create({ events_requested: asked })
    expect([status, body]).toMatchObject([201, { events_requested: requested, events_delivered: delivered }])
  })

  test('without asking for types it has all that its agreements cover, which may be none', async () => {
    expect(await made()).toMatchObject({ events_requested: supported, events_delivered: [EVENT, RESYNC] })
    expect(await made({}, hmrc)).toMatchObject({ events_requested: supported, events_delivered: [] })
  })

  test('and a second one beside it, each with an id of its own', async () => {
    const ids = [await made(), await made()].map(({ stream_id }) => stream_id)
    expect(new Set(ids).size).toBe(2)
    expect((await streams()).map(({ stream_id }) => stream_id)).toEqual(ids)
  })

  test('but not without end: 409', async () => {
    await Promise.all(Array.from({ length: 22 }, () => create()))
    expect((await create()).status).toBe(409)
    expect(await streams()).toHaveLength(20)
  })

  test('and the header that it is to be pushed with is sealed, and shown to nobody', async () => {
    const answered = await create({ delivery: { ...push, authorization_header: 'Bearer  s3cret' } })
    const { stream_id } = answered.body as Stream
    expect(answered.body).toMatchObject({ delivery: push })
    expect(JSON.stringify([answered.body, (await one(stream_id)).body, await streams()])).not.toContain('s3cret')
    const sealed = (await row())?.['authorization_header'] as Buffer
    const place = { table: 'subscriptions', column: 'authorization_header', row: stream_id }
    expect(openSetting(vault, sealed, place)).toBe('Bearer  s3cret')
  })

  test('and where the receiver gives out access tokens, who we are there is sealed too', async () => {
    const tokens = { token_url: 'https://dvla.example/token', client_id: 'tuo', client_secret: 's3cret', scope: 'set' }
    const answered = await create({
      delivery: { ...push, ...tokens, token_endpoint_auth_method: 'client_secret_basic' },
    })
    const { stream_id } = answered.body as Stream
    expect([answered.status, answered.body]).toMatchObject([
      201,
      { delivery: { ...push, token_url: tokens.token_url } },
    ])
    expect(JSON.stringify([answered.body, (await one(stream_id)).body, await streams()])).not.toContain('s3cret')
    const sealed = async () =>
      openSetting(vault, (await row())?.['token_client'] as Buffer, {
        ...{ table: 'subscriptions', column: 'token_client', row: stream_id },
      })
    const client = { clientId: 'tuo', secret: 's3cret', secretIn: 'header', scope: 'set' }
    expect(await sealed()).toEqual(client)
    // What we show of it, changed elsewhere, leaves what we show to nobody as it is.
    const shown = (answered.body as Stream).delivery
    await dvla.call('PATCH', '/ssf/streams', {
      stream_id,
      delivery: { ...shown, endpoint_url: `${push.endpoint_url}/2` },
    })
    expect(await sealed()).toEqual(client)
    await dvla.call('PATCH', '/ssf/streams', { stream_id, delivery: { ...push, token_url: 'https://dvla.example/t' } })
    expect(await sealed()).toEqual({ secretIn: 'body', clientId: `${BASE_URL}/agencies/dvla` })
    await dvla.call('PATCH', '/ssf/streams', { stream_id, delivery: { ...push, authorization_header: 'Bearer x' } })
    expect(await row()).toMatchObject({ token_url: null, token_client: null })
  })

  test('to be signed with RS256 where a receiver asks for it', async () => {
    expect(await made({ signing_alg: 'RS256' })).toMatchObject({ signing_alg: 'RS256' })
  })

  test('with a description that is cut where it is endless', async () => {
    expect(((await made({ description: 'x'.repeat(900) }))['description'] as string).length).toBe(255)
  })
})

describe('a stream is refused with 400', () => {
  test.each<[string, unknown, string?]>([
    ['broken JSON', '{"delivery":'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['an unknown method', { delivery: { method: 'urn:ietf:rfc:1' } }, 'delivery.method'],
    ['a method of ours that is none of the standard’s', { delivery: { method: 'inbox' } }, 'delivery.method'],
    ['a delivery that is text', { delivery: 'push' }, 'delivery'],
    ['push without an address', { delivery: { method: push.method } }, 'delivery.endpoint_url'],
    ['push to http', { delivery: { ...push, endpoint_url: 'http://dvla.example/' } }, 'delivery.endpoint_url'],
    ['push to a file', { delivery: { ...push, endpoint_url: 'file:///etc/passwd' } }, 'delivery.endpoint_url'],
    [
      'a password in the address',
      { delivery: { ...push, endpoint_url: 'https://a:b@dvla.example/' } },
      'delivery.endpoint_url',
    ],
    [
      'an address with a line break',
      { delivery: { ...push, endpoint_url: 'https://dvla.\nexample/' } },
      'delivery.endpoint_url',
    ],
    [
      'an address with a NUL',
      { delivery: { ...push, endpoint_url: 'https://dvla.example/\0' } },
      'delivery.endpoint_url',
    ],
    [
      'a header with a line break',
      { delivery: { ...push, authorization_header: 'a\r\nX: y' } },
      'delivery.authorization_header',
    ],
    [
      'a header beside a token endpoint, of which one would never be used',
      { delivery: { ...push, authorization_header: 'Bearer x', token_url: 'https://dvla.example/token' } },
      'delivery.token_url',
    ],
    ['a client without a token endpoint', { delivery: { ...push, client_id: 'tuo' } }, 'delivery.client_id'],
    [
      'a secret without a client',
      { delivery: { ...push, token_url: 'https://dvla.example/token', client_secret: 'x' } },
      'delivery.client_id',
    ],
    // It would get tokens of another body, whose endpoint knows us by the same signature.
    ...[BASE_URL, `${BASE_URL}/agencies/hmrc`].map((client_id): [string, unknown, string] => [
      `an assertion as whom another body knows us: ${client_id}`,
      { delivery: { ...push, token_url: 'https://hmrc.example/token', client_id } },
      'delivery.client_id',
    ]),
    [
      'a token endpoint over http',
      { delivery: { ...push, token_url: 'http://dvla.example/token' } },
      'delivery.token_url',
    ],
    ['event types that are no list', { events_requested: EVENT }, 'events_requested'],
    ['a description that is no text', { description: 7 }, 'description'],
    ['an algorithm that we do not sign with', { signing_alg: 'none' }, 'signing_alg'],
  ])('%s (SSF 1.0, section 8.1.1.1)', async (_what, body, field) => {
    const { status, headers, body: problem } = await create(body)
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
    if (field) expect((problem as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([field])
    expect(await streams()).toEqual([])
  })
})

describe('a stream is read (SSF 1.0, section 8.1.1.2)', () => {
  test('alone, and in the list of all, which may be empty', async () => {
    expect(await streams()).toEqual([])
    const stream = await made({ description: 'Licences' })
    expect(await one(stream.stream_id)).toMatchObject({ status: 200, body: stream })
    expect(await streams()).toEqual([stream])
    expect((await one(stream.stream_id)).headers.get('cache-control')).toBe('no-store')
  })

  test('with the scope ssf.read', async () => {
    const stream = await ofFile('reader')
    expect((await streams(reader)).map(({ stream_id }) => stream_id)).toEqual([stream])
    expect((await one(stream, reader)).status).toBe(200)
  })

  test('and says what is delivered now, not what was when it was made', async () => {
    const { stream_id } = await made()
    await database.owner('agreements').update({ state: 'ended' })
    expect((await one(stream_id)).body).toMatchObject({ events_delivered: [] })
    await database.owner('agreements').update({ state: 'live' })
  })

  test.each([
    ['unknown', randomUUID()],
    ['no id at all', 'x'],
    ['empty', ''],
    ['strange', '%00'],
  ])('404 for an id that is %s', async (_what, id) => expect((await one(id)).status).toBe(404))
})

describe('a stream is updated (SSF 1.0, section 8.1.1.3)', () => {
  const patch = (body: unknown, by = dvla) => by.call('PATCH', '/ssf/streams', body)

  test('by PATCH, which leaves alone what it does not name', async () => {
    const { stream_id } = await made({ delivery: push, events_requested: [EVENT], description: 'Licences' })
    const answered = await patch({ stream_id, description: 'Cars' })
    expect(answered).toMatchObject({
      status: 200,
      body: { delivery: push, events_requested: [EVENT], description: 'Cars' },
    })
    expect((await one(stream_id)).body).toEqual(answered.body)
    const narrowed = await patch({ stream_id, events_requested: [UNKNOWN] })
    expect(narrowed.body).toMatchObject({ description: 'Cars', events_requested: [UNKNOWN], events_delivered: [] })
    expect((await patch({ stream_id, description: null })).body).not.toHaveProperty('description')
  })

  test('from push to poll and back, under the same id', async () => {
    const { stream_id } = await made({ delivery: push })
    const polled = await patch({ stream_id, delivery: { method: POLL } })
    expect(polled.body).toMatchObject({ stream_id, delivery: { method: POLL } })
    expect(await row()).toMatchObject({ method: 'poll', endpoint_url: null })
    expect((await patch({ stream_id, delivery: push })).body).toMatchObject({ stream_id, delivery: push })
  })

  test('and a header that nobody is shown stays until it is named', async () => {
    const { stream_id } = await made({ delivery: { ...push, authorization_header: 'Bearer one' } })
    await patch({ stream_id, delivery: { ...push, endpoint_url: 'https://dvla.example/new' } })
    expect((await row())?.['authorization_header']).not.toBeNull()
    await patch({ stream_id, delivery: { ...push, authorization_header: null } })
    expect((await row())?.['authorization_header']).toBeNull()
  })

  test('and no other server is shown what was given for one', async () => {
    const { stream_id } = await made({ delivery: { ...push, authorization_header: 'Bearer one' } })
    await patch({ stream_id, delivery: { ...push, endpoint_url: 'https://dvla.example.net/events' } })
    expect(await row()).toMatchObject({ endpoint_url: 'https://dvla.example.net/events', authorization_header: null })
  })

  test('with what is the transmitter’s to say, as it stands', async () => {
    const stream = await made({ delivery: push })
    expect((await patch({ ...stream, aud: ['dvla'], description: 'As I read it' })).status).toBe(200)
  })

  test.each<[string, object]>([
    ['iss', { iss: 'https://elsewhere.example' }],
    ['aud', { aud: 'hmrc' }],
    ['events_supported', { events_supported: [UNKNOWN] }],
    ['events_delivered', { events_delivered: [] }],
    ['min_verification_interval', { min_verification_interval: 1 }],
  ])('400 when it says otherwise: %s', async (field, wrong) => {
    const { stream_id } = await made({ delivery: push })
    for (const method of ['PATCH', 'PUT']) {
      const { status, body } = await dvla.call(method, '/ssf/streams', { stream_id, delivery: push, ...wrong })
      expect(status).toBe(400)
      expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([field])
    }
  })
})

describe('a change is refused with 400 (SSF 1.0, sections 8.1.1.3 and 8.1.1.4)', () => {
  test.each<[string, (stream_id: string) => unknown]>([
    ['broken JSON', (id) => `{"stream_id":"${id}"`],
    ['a list', () => '[]'],
    ['nothing', () => ''],
    ['no stream_id', () => ({ description: 'x' })],
    ['a stream_id that is no text', () => ({ stream_id: 7 })],
    ['push without an address', (stream_id) => ({ stream_id, delivery: { method: push.method } })],
    ['event types that are no list', (stream_id) => ({ stream_id, events_requested: {} })],
  ])('%s', async (_what, body) => {
    const { stream_id } = await made({ delivery: push })
    const before = await row()
    for (const method of ['PATCH', 'PUT']) {
      expect((await dvla.call(method, '/ssf/streams', body(stream_id))).status).toBe(400)
    }
    expect(await row()).toEqual(before)
  })
})

test('keys that signed yesterday are published beside those that sign today (SSF 1.0, section 7.1)', async () => {
  const { body } = await transmitter.call('GET', '/ssf/jwks')
  const { keys } = body as { keys: { kid: string; alg: string; d?: string }[] }
  expect(keys.map(({ kid, alg, d }) => [kid, alg, d])).toEqual([
    ['set-1', 'ES256', undefined],
    ['set-rsa', 'RS256', undefined],
    ['set-0', 'ES256', undefined],
  ])
})

describe('a stream is replaced (SSF 1.0, section 8.1.1.4)', () => {
  const put = (body: unknown) => dvla.call('PUT', '/ssf/streams', body)

  test('by PUT: what is not named is gone', async () => {
    const header = { authorization_header: 'Bearer one' }
    const { stream_id } = await made({
      delivery: { ...push, ...header },
      events_requested: [UNKNOWN],
      description: 'x',
    })
    const { status, body } = await put({ stream_id, delivery: push })
    expect([status, body]).toMatchObject([200, { stream_id, delivery: push, events_requested: supported }])
    expect(body).not.toHaveProperty('description')
    expect((await row())?.['authorization_header']).toBeNull()
    expect((await put({ stream_id })).body).toMatchObject({ delivery: { method: POLL } })
  })

  test('and its status stays as it is', async () => {
    const { stream_id } = await made()
    await dvla.call('POST', '/ssf/status', { stream_id, status: 'paused' })
    await put({ stream_id })
    expect(await row()).toMatchObject({ status: 'paused' })
  })
})

describe('a stream is deleted (SSF 1.0, section 8.1.1.5)', () => {
  test('204, empty; and then there is none: 404 wherever it is named', async () => {
    const { stream_id } = await made()
    const { status, body } = await dvla.call('DELETE', `/ssf/streams?stream_id=${stream_id}`)
    expect([status, body]).toEqual([204, ''])
    expect(await everywhere(stream_id, dvla)).toEqual(everywhere404)
  })

  test('400 without saying which', async () => {
    await made()
    expect((await dvla.call('DELETE', '/ssf/streams')).status).toBe(400)
    expect(await streams()).toHaveLength(1)
  })
})

describe('a stream of the agencies file', () => {
  test('is read, paused and verified like any other', async () => {
    const stream_id = await ofFile()
    const events = [EVENT, RESYNC]
    expect((await one(stream_id)).body).toMatchObject({ events_requested: events, events_delivered: events })
    expect((await dvla.call('POST', '/ssf/status', { stream_id, status: 'paused' })).status).toBe(200)
    expect((await dvla.call('POST', '/ssf/verification', { stream_id })).status).toBe(204)
  })

  test('is changed there alone: 403, and nothing changes', async () => {
    const stream_id = await ofFile()
    const before = await row()
    const answers = [
      await dvla.call('PATCH', '/ssf/streams', { stream_id, description: 'x' }),
      await dvla.call('PUT', '/ssf/streams', { stream_id }),
      await dvla.call('DELETE', `/ssf/streams?stream_id=${stream_id}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(await row()).toEqual(before)
  })
})

const everywhere404 = Array.from({ length: 9 }, () => 404)

/** Every way to name a stream. */
async function everywhere(stream_id: string, by: Caller): Promise<number[]> {
  const subject = { format: 'opaque', id: 'a' }
  const calls: Answered[] = [
    await by.call('GET', `/ssf/streams?stream_id=${stream_id}`),
    await by.call('PATCH', '/ssf/streams', { stream_id, description: 'x' }),
    await by.call('PUT', '/ssf/streams', { stream_id }),
    await by.call('DELETE', `/ssf/streams?stream_id=${stream_id}`),
    await by.call('GET', `/ssf/status?stream_id=${stream_id}`),
    await by.call('POST', '/ssf/status', { stream_id, status: 'disabled' }),
    await by.call('POST', '/ssf/subjects/add', { stream_id, subject }),
    await by.call('POST', '/ssf/verification', { stream_id, state: 'x' }),
    await by.call('POST', `/ssf/poll/${stream_id}`, { returnImmediately: true }),
  ]
  return calls.map(({ status }) => status)
}

describe('whose stream it is', () => {
  test('another body’s is not there, whatever is tried with it (SSF 1.0, section 8)', async () => {
    const { stream_id } = await made()
    const before = await row()
    expect(await everywhere(stream_id, hmrc)).toEqual(everywhere404)
    expect(await everywhere(randomUUID(), hmrc)).toEqual(everywhere404)
    expect(await streams(hmrc)).toEqual([])
    expect(await row()).toEqual(before)
  })

  test.each([
    ['POST', '/ssf/streams'],
    ['GET', '/ssf/streams'],
    ['PATCH', '/ssf/streams'],
    ['PUT', '/ssf/streams'],
    ['DELETE', '/ssf/streams'],
    ['GET', '/ssf/status'],
    ['POST', '/ssf/status'],
    ['POST', '/ssf/subjects/add'],
    ['POST', '/ssf/subjects/remove'],
    ['POST', '/ssf/verification'],
    ['POST', `/ssf/poll/${randomUUID()}`],
  ])('%s %s: 401 without a token and with a wrong one, 403 with too small a scope', async (method, path) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    const wrong = [undefined, 'x', `${dvla.token}x`, dvla.token.replace(/\.[^.]+$/, '.')]
    for (const token of wrong) {
      const { status, headers } = await transmitter.call(method, path, { token, body })
      expect([status, headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/^Bearer/) as string])
    }
    const outcomes = await transmitter.body('clerk', ['outcomes.write'])
    expect((await outcomes.call(method, path, body)).status).toBe(403)
    const reads = method === 'GET' || path.startsWith('/ssf/poll')
    expect((await reader.call(method, path, body)).status === 403).toBe(!reads)
  })
})

describe('the status of a stream (SSF 1.0, section 8.1.2)', () => {
  const status = (id: string) => dvla.call('GET', `/ssf/status?stream_id=${id}`)
  const set = (body: object) => dvla.call('POST', '/ssf/status', body)

  test('is enabled from the start; it is paused, resumed and disabled, with a reason or without', async () => {
    const { stream_id } = await made()
    expect(await status(stream_id)).toMatchObject({ status: 200, body: { stream_id, status: 'enabled' } })
    for (const said of [
      { stream_id, status: 'paused', reason: 'Disabled by administrator action.' },
      { stream_id, status: 'enabled' },
      { stream_id, status: 'disabled', reason: 'Moving house' },
    ]) {
      const answered = await set(said)
      expect([answered.status, answered.body]).toEqual([200, said])
      expect((await status(stream_id)).body).toEqual(said)
    }
  })

  test('changed by its receiver is no news to it; changed by us it is told (SSF 1.0, section 8.1.5)', async () => {
    const { stream_id } = await made()
    await set({ stream_id, status: 'paused' })
    expect(await database.owner('stream_events').select()).toEqual([])
    await database.worker('subscriptions').update({ status: 'disabled', reason: 'Its receiver is gone' })
    expect(await database.owner('stream_events').select('kind', 'content', 'subscription_id')).toEqual([
      {
        kind: 'stream-updated',
        content: { status: 'disabled', reason: 'Its receiver is gone' },
        subscription_id: stream_id,
      },
    ])
  })

  test.each<[string, object]>([
    ['no stream', { status: 'paused' }],
    ['a stream that is no text', { stream_id: 7, status: 'paused' }],
    ['no status', { reason: 'x' }],
    ['an unknown status', { status: 'asleep' }],
    ['a reason that is no text', { status: 'paused', reason: {} }],
  ])('400 for %s', async (_what, body) => {
    const { stream_id } = await made()
    const named = 'status' in body && body.status === 'paused' && !('reason' in body) ? body : { stream_id, ...body }
    expect((await set(named)).status).toBe(400)
    expect(await row()).toMatchObject({ status: 'enabled' })
  })

  test('400 for broken JSON, and for a reading that names no stream', async () => {
    expect((await dvla.call('POST', '/ssf/status', '{')).status).toBe(400)
    expect((await dvla.call('GET', '/ssf/status')).status).toBe(400)
  })
})

describe('subjects (SSF 1.0, section 8.1.3)', () => {
  const add = (body: unknown) => dvla.call('POST', '/ssf/subjects/add', body)
  const remove = (body: unknown) => dvla.call('POST', '/ssf/subjects/remove', body)

  test('are added with 200 and removed with 204, empty, whether anybody knows them or not (section 9.1)', async () => {
    const { stream_id } = await made()
    for (const id of ['nobody', 'dMTlD1dD5bUQY0Fqpv5S9Q']) {
      const body = { stream_id, subject: { format: 'opaque', id } }
      const answers = [await add(body), await add(body), await remove(body), await remove(body)]
      expect(answers.map(({ status, body: text }) => [status, text])).toEqual([
        [200, ''],
        [200, ''],
        [204, ''],
        [204, ''],
      ])
    }
    expect((await remove({ stream_id, subject: { format: 'opaque', id: 'never added' } })).status).toBe(204)
  })

  test('are kept as what the receiver said of them last, readable to nobody', async () => {
    const { stream_id } = await made()
    const subject = { format: 'email', email: 'amira@example.com' }
    await add({ stream_id, subject, verified: false })
    // Members in another order are the same subject.
    await remove({ stream_id, subject: { email: 'amira@example.com', format: 'email' } })
    const rows = await database.owner('stream_subjects').select()
    expect(rows).toMatchObject([{ subscription_id: stream_id, agency_id: 'dvla', format: 'email', wanted: false }])
    expect(
      JSON.stringify(rows.map((kept: { subject_hash: Buffer }) => kept.subject_hash.toString('latin1'))),
    ).not.toContain('amira')
  })

  test('of two bodies who mean the same person have nothing in common', async () => {
    const subject = { format: 'opaque', id: 'a' }
    for (const by of [dvla, hmrc]) {
      await by.call('POST', '/ssf/subjects/add', { stream_id: (await made({}, by)).stream_id, subject })
    }
    const hashes = await database.owner('stream_subjects').pluck<Buffer[]>('subject_hash')
    expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(2)
  })

  test.each<[string, unknown]>([
    ['no subject', undefined],
    ['a subject that is text', 'amira'],
    ['no format', { id: 'a' }],
    ['a format that no database keeps', { format: 'a\0b' }],
    ['a format without what it needs (RFC 9493, section 3.2.4)', { format: 'opaque' }],
    ['another (RFC 9493, section 3.2.3)', { format: 'iss_sub', iss: 'https://a.example' }],
  ])('400 for %s', async (_what, subject) => {
    const { stream_id } = await made()
    expect([(await add({ stream_id, subject })).status, (await remove({ stream_id, subject })).status]).toEqual([
      400, 400,
    ])
    expect(await database.owner('stream_subjects').select()).toEqual([])
  })

  test('400 for broken JSON', async () => {
    expect([(await add('{')).status, (await remove('[]')).status]).toEqual([400, 400])
  })
})
