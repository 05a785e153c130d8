import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testVault } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, BASE_URL, EVENT } from '../support/receiver.ts'
import { startTransmitter, type Caller, type Transmitter } from '../support/ssf.ts'

const RESYNC = `${BASE_URL}/schemas/events/resync/v1`
const vault = testVault()
let database: TestDatabase
let transmitter: Transmitter
let dvla: Caller
let stream: string

beforeAll(async () => {
  database = await testDatabase()
  transmitter = await startTransmitter(database, vault, () => new Date())
})
afterAll(async () => {
  await transmitter.close()
  await database.close()
})
beforeEach(async () => {
  await empty(database)
  stream = await aRecipient(database, vault, 'dvla', '', { subscription: { method: 'poll', endpointUrl: null } })
  dvla = await transmitter.body('dvla')
})

const ask = (body: unknown, by = dvla) => by.call('POST', '/api/resyncs', body)
const poll = async () => {
  const { body } = await dvla.call('POST', `/ssf/poll/${stream}`, { returnImmediately: true })
  return Object.entries((body as { sets: Record<string, string> }).sets)
}

test('a stream is told to throw away what it has and to fetch it again', async () => {
  const { status, body } = await ask({ stream_id: stream, reason: 'We lost a disk' })
  expect([status, body]).toMatchObject([202, { jti: expect.any(String) as string }])
  const [[jti, token = ''] = []] = await poll()
  expect(jti).toBe((body as { jti: string }).jti)
  expect(await transmitter.read(token, 'dvla')).toMatchObject({
    ...{ jti, sub_id: { format: 'opaque', id: stream } },
    events: { [RESYNC]: { feed: `${BASE_URL}/api/events`, reason: 'We lost a disk' } },
  })
})

test('once, however often that is asked for while it is on its way', async () => {
  const [one, other] = [await ask({ stream_id: stream }), await ask({ stream_id: stream })]
  expect(one.body).toEqual(other.body)
  const [[jti] = []] = await poll()
  await dvla.call('POST', `/ssf/poll/${stream}`, { maxEvents: 0, ack: [jti] })
  expect((await ask({ stream_id: stream })).body).not.toEqual(one.body)
})

test('it stands among the events of a stream, unless that asked for others alone (SSF 1.0, section 8.1.1)', async () => {
  const read = async (id: string) => (await dvla.call('GET', `/ssf/streams?stream_id=${id}`)).body
  expect(await read(stream)).toMatchObject({ events_delivered: [EVENT, RESYNC] })
  const made = async (events_requested: string[]) =>
    (await dvla.call('POST', '/ssf/streams', { events_requested })).body as { stream_id: string }
  const [without, withIt, alone] = [await made([EVENT]), await made([EVENT, RESYNC]), await made([RESYNC])]
  expect([without, withIt, alone]).toMatchObject([
    { events_delivered: [EVENT] },
    { events_delivered: [EVENT, RESYNC] },
    { events_delivered: [] },
  ])
  expect((await ask({ stream_id: without.stream_id })).status).toBe(409)
  expect((await ask({ stream_id: withIt.stream_id })).status).toBe(202)
})

describe('it is refused', () => {
  test('for a stream that is not the body’s, or gone, or told nothing', async () => {
    const hmrc = await transmitter.body('hmrc')
    expect((await ask({ stream_id: stream }, hmrc)).status).toBe(404)
    expect((await ask({ stream_id: randomUUID() })).status).toBe(404)
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'disabled' })
    expect((await ask({ stream_id: stream })).status).toBe(409)
    expect(await database.owner('stream_events').select()).toEqual([])
  })

  test.each([
    ['no stream', {}],
    ['a stream that is a number', { stream_id: 7 }],
    ['a reason that is a number', { stream_id: 'x', reason: 7 }],
    ['broken JSON', '{'],
    ['a list', []],
  ])('with 400 for %s', async (_what, body) => {
    expect((await ask(body)).status).toBe(400)
  })

  test('without a token, with a wrong one, or without the scope', async () => {
    const body = { stream_id: stream }
    expect((await transmitter.call('POST', '/api/resyncs', { body })).status).toBe(401)
    expect((await transmitter.call('POST', '/api/resyncs', { body, token: 'x' })).status).toBe(401)
    expect((await ask(body, await transmitter.body('dvla', ['ssf.read']))).status).toBe(403)
  })
})
