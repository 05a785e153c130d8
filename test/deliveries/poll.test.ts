import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { listen } from '../../src/deliveries/listen-store.ts'
import { createWorker, type Worker } from '../../src/deliveries/worker.ts'
import { inContext } from '../../src/shared/database.ts'
import { HOUR, MINUTE, SECOND } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { STREAMS_CHANNEL } from '../../src/subscriptions/stream-store.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'
import { follower } from '../support/follow-ups.ts'
import { aRecipient, BASE_URL, EVENT, startReceiver, type Receiver } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'
import { receiverKeys, startTransmitter, type Caller, type Transmitter } from '../support/ssf.ts'

const vault = testVault()
let database: TestDatabase
let transmitter: Transmitter
let receiver: Receiver
let worker: Worker
let amira: Citizen
let grace: Citizen
let dvla: Caller
let stream: string
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  transmitter = await startTransmitter(database, vault, clock)
  amira = await aCitizen(database, vault, 'amira')
  grace = await aCitizen(database, vault, 'grace')
})
afterAll(async () => {
  await transmitter.close()
  await database.close()
})
beforeEach(async () => {
  ahead = 0
  transmitter.serving = true
  receiver = await startReceiver(receiverKeys(transmitter))
  const { signingKeys } = transmitter
  const logger = createLogger({ level: 'silent', write: () => undefined })
  worker = createWorker({
    ...{ db: database.worker, vault, clock, logger, baseUrl: BASE_URL, signingKeys },
    ...{ allowLoopback: true, timeout: 2000 },
  })
  stream = await aPoller('dvla')
  dvla = await transmitter.body('dvla')
})
afterEach(async () => {
  expect(receiver.faults).toEqual([])
  await worker.stop()
  await receiver.close()
  await empty(database)
})

const aPoller = (id: string) =>
  aRecipient(database, vault, id, '', { subscription: { method: 'poll', endpointUrl: null } })
const all = (table: string) => database.owner<Record<string, unknown>>(table).select()
const delivery = () => database.owner<Record<string, unknown>>('deliveries').orderBy('id').first()
const reported = async (person = amira) => {
  const id = await aReport(database, vault, person)
  await fanOut(database.worker, vault, clock())
  return id
}

interface Polled {
  sets: Record<string, string>
  moreAvailable: boolean
}

const call = (body: unknown, by = dvla, id = stream) => by.call('POST', `/ssf/poll/${id}`, body)
const poll = async (body: object = {}, by = dvla, id = stream) => {
  const { status, body: answer } = await call({ returnImmediately: true, ...body }, by, id)
  expect([status, answer]).toMatchObject([200, {}])
  return answer as Polled
}
const jtis = ({ sets }: Polled) => Object.keys(sets)

describe('a body that polls is given its tokens (RFC 8936, section 2.3)', () => {
  test('each under its jti, signed, with what its agreement names and nothing else (RFC 8417, section 2.2)', async () => {
    await reported()
    const { status, body, headers } = await call({ returnImmediately: true })
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    const { sets, moreAvailable } = body as Polled
    expect(moreAvailable).toBe(false)
    const [[jti = '', token = ''] = []] = Object.entries(sets)
    expect(jti).toBe((await delivery())?.['id'])
    const claims = await transmitter.read(token, 'dvla')
    expect(claims).toMatchObject({ iss: BASE_URL, aud: 'dvla', jti, sub_id: { format: 'opaque' } })
    expect(claims).not.toHaveProperty('sub')
    expect(claims).not.toHaveProperty('exp')
    expect(claims['events']).toEqual({ [EVENT]: { names: MOVE['names'], new_address: MOVE['new_address'] } })
  })

  test('and its disclosure is on record before, made when it is acknowledged', async () => {
    await reported()
    const [jti] = jtis(await poll())
    expect(await all('access_records')).toMatchObject([
      { counterparty_id: 'dvla', controller_id: 'tell-us-once', access_type: 'disclose', subject_ref: amira.subject },
    ])
    expect(await all('disclosure_results')).toEqual([])
    await poll({ ack: [jti] })
    expect(await all('disclosure_results')).toMatchObject([{ result: 'made' }])
    expect(await delivery()).toMatchObject({ state: 'acknowledged', attempts: 1 })
    expect(await all('delivery_attempts')).toMatchObject([{ result: 'accepted', http_status: null }])
  })

  test('and when that cannot be recorded, nothing is handed over', async () => {
    await reported()
    await database.owner.raw('revoke insert on access_records from tell_us_once_web')
    expect((await call({ returnImmediately: true })).status).toBe(500)
    await database.owner.raw('grant insert on access_records to tell_us_once_web')
    expect(jtis(await poll())).toHaveLength(1)
  })

  test('at most as many as it asks for, and is told that there are more (section 2.2)', async () => {
    for (const person of [amira, grace, amira]) await reported(person)
    const first = await poll({ maxEvents: 2 })
    expect([jtis(first).length, first.moreAvailable]).toEqual([2, true])
    const second = await poll({ maxEvents: 2 })
    expect([jtis(second).length, second.moreAvailable]).toEqual([1, false])
    expect(new Set([...jtis(first), ...jtis(second)]).size).toBe(3)
  })

  test('in the order in which they came, what was wrong first', async () => {
    const reports = [await reported(), await reported(grace), await reported()]
    const order = async (answer: Polled) => {
      const rows = await database.owner('deliveries').select<{ id: string; report_id: string }[]>('id', 'report_id')
      return jtis(answer).map((jti) => reports.indexOf(rows.find(({ id }) => id === jti)?.report_id ?? ''))
    }
    await database.owner('deliveries').where({ report_id: reports[1] }).update({ priority: 0 })
    expect(await order(await poll())).toEqual([1, 0, 2])
  })

  test('once only, however many of its programs ask at once', async () => {
    for (let number = 0; number < 12; number += 1) await reported(number % 2 ? amira : grace)
    const answers = await Promise.all(Array.from({ length: 4 }, () => poll({ maxEvents: 3 })))
    const given = answers.flatMap(jtis)
    expect([given.length, new Set(given).size]).toEqual([12, 12])
  })

  test('signed with RS256 when its stream asks for it', async () => {
    await database.owner('subscriptions').update({ algorithm: 'RS256' })
    await reported()
    const [token = ''] = Object.values((await poll()).sets)
    expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())).toEqual({
      ...{ alg: 'RS256', typ: 'secevent+jwt', kid: 'set-rsa' },
    })
    expect(await transmitter.read(token, 'dvla')).toMatchObject({ aud: 'dvla' })
  })
})

describe('a token stays until it is acknowledged or refused (RFC 8936, section 2.4)', () => {
  test('and comes again when nobody has for a while', async () => {
    await reported()
    const first = jtis(await poll())
    expect(jtis(await poll())).toEqual([])
    ahead += MINUTE
    expect(jtis(await poll())).toEqual(first)
    expect(await all('access_records')).toHaveLength(1)
  })

  test('acknowledged twice, or never given, or not known at all: all fine', async () => {
    await reported()
    const early = (await delivery())?.['id']
    await poll({ maxEvents: 0, ack: [early, randomUUID(), 'x', ''] })
    expect(await delivery()).toMatchObject({ state: 'due' })
    const [jti] = jtis(await poll())
    for (const _again of [1, 2]) expect(await poll({ ack: [jti] })).toEqual({ sets: {}, moreAvailable: false })
    expect(await all('delivery_attempts')).toHaveLength(1)
    ahead += MINUTE
    expect(jtis(await poll())).toEqual([])
  })

  test('acknowledging alone gives nothing (section 2.4.2)', async () => {
    await reported()
    expect(await poll({ maxEvents: 0 })).toEqual({ sets: {}, moreAvailable: false })
    expect(await delivery()).toMatchObject({ state: 'due', lease: null })
  })

  test('acknowledging and taking the next in one call (section 2.4.3)', async () => {
    await reported()
    await reported()
    const [first] = jtis(await poll({ maxEvents: 1 }))
    const [second] = jtis(await poll({ maxEvents: 1, ack: [first] }))
    expect(second).not.toBe(first)
  })

  test.each([
    ['a code of the registry', { err: 'invalid_key', description: 'Amira’s key' }, 'refused invalid_key'],
    ['text of the body’s own', { err: 'Amira is unknown' }, 'refused unrecognised'],
  ])(
    'refused with %s: kept like the 400 of a push, and not given again at once (section 2.4.4)',
    async (_what, err, kept) => {
      await reported()
      const [jti = ''] = jtis(await poll())
      await poll({ setErrs: { [jti]: err } })
      expect(await delivery()).toMatchObject({ state: 'due', attempts: 1, last_failure: kept })
      expect(await all('delivery_attempts')).toMatchObject([{ result: 'refused', detail: kept.split(' ')[1] }])
      ahead += MINUTE
      expect(jtis(await poll())).toEqual([])
      ahead += 8 * HOUR
      expect(jtis(await poll())).toEqual([jti])
    },
  )
})

describe('what may not be told any more', () => {
  test('is not handed over, and leaves nothing in the log', async () => {
    await reported()
    await database.owner('agreements').update({ state: 'ended' })
    expect(jtis(await poll())).toEqual([])
    expect(await delivery()).toMatchObject({ state: 'not-allowed' })
    expect(await all('access_records')).toEqual([])
  })

  test('and a withdrawal follows what it withdraws', async () => {
    const report = await reported()
    const [jti] = jtis(await poll())
    await follower(database, vault, amira, clock).withdraw(report)
    await fanOut(database.worker, vault, clock())
    expect(jtis(await poll())).toEqual([])
    const [token = ''] = Object.values((await poll({ ack: [jti] })).sets)
    expect((await transmitter.read(token, 'dvla'))['events']).toEqual({
      [EVENT]: { change: 'withdrawn', original_jti: jti },
    })
  })

  test('nor over a stream that is paused; what is held comes when it is resumed', async () => {
    await reported()
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'paused' })
    expect(await poll()).toEqual({ sets: {}, moreAvailable: false })
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'enabled' })
    expect(jtis(await poll())).toHaveLength(1)
  })

  test('nor ever over one that is disabled or deleted: dropped, for all to see (SSF 1.0, section 8.1.2.1)', async () => {
    await reported()
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'disabled' })
    await worker.runOnce()
    expect(await delivery()).toMatchObject({ state: 'not-allowed' })
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'enabled' })
    expect(jtis(await poll())).toEqual([])
  })
})

describe('waiting (RFC 8936, section 2.2)', () => {
  test('really waits, and ends at once when there is something', async () => {
    const asked = call({})
    await pause(700)
    const at = performance.now()
    await reported()
    const answer = (await asked).body as Polled
    expect(jtis(answer)).toHaveLength(1)
    expect(performance.now() - at).toBeLessThan(1500)
  })

  test('ends in the end with nothing', async () => {
    const at = performance.now()
    expect((await call({})).body).toEqual({ sets: {}, moreAvailable: false })
    expect(performance.now() - at).toBeGreaterThan(2900)
  })

  test('ends when the process is about to', async () => {
    const at = performance.now()
    const asked = call({})
    await pause(300)
    transmitter.serving = false
    expect((await asked).status).toBe(200)
    expect(performance.now() - at).toBeLessThan(1500)
  })

  test('takes nothing for somebody who has gone away', async () => {
    const hungUp = new AbortController()
    const path = `/ssf/poll/${stream}`
    const asked = transmitter.call('POST', path, { token: dvla.token, body: {}, signal: hungUp.signal })
    await pause(300)
    hungUp.abort()
    await expect(asked).rejects.toThrow('abort')
    await reported()
    await pause(300)
    expect(await delivery()).toMatchObject({ lease: null })
  })
})

describe('a poll is refused', () => {
  test.each<[string, unknown]>([
    ['broken JSON', '{"ack":'],
    ['a list', '[]'],
    ['acknowledgements that are no list', { ack: 'x' }],
    ['an acknowledgement that is no text', { ack: [7] }],
    ['errors that are a list', { setErrs: [] }],
    ['an error that is text', { setErrs: { [randomUUID()]: 'no' } }],
    ['a number that is text', { maxEvents: '1' }],
    ['fewer than none', { maxEvents: -1 }],
    ['neither yes nor no', { returnImmediately: 'true' }],
  ])('with 400 for %s (RFC 8936, section 2.2)', async (_what, body) => {
    await reported()
    const { status, headers } = await call(body)
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
    expect(await delivery()).toMatchObject({ lease: null })
  })

  test('with 404 to another body, who can neither take nor answer what is not its own', async () => {
    await aPoller('hmrc')
    const hmrc = await transmitter.body('hmrc')
    await reported()
    const jti = (await database.owner('deliveries').where({ agency_id: 'dvla' }).first<{ id: string }>('id'))?.id ?? ''
    await poll()
    const own = await database.owner('subscriptions').where({ agency_id: 'hmrc' }).first<{ id: string }>('id')
    expect((await call({ ack: [jti] }, hmrc)).status).toBe(404)
    await poll({ maxEvents: 0, ack: [jti], setErrs: { [jti]: { err: 'invalid_key' } } }, hmrc, own?.id)
    expect(await database.owner('deliveries').where({ id: jti }).first()).toMatchObject({ state: 'due', attempts: 0 })
    expect(Object.keys((await poll({}, hmrc, own?.id)).sets)).not.toContain(jti)
  })

  test('and one stream answers for no other, of the same body neither', async () => {
    await reported()
    const [jti] = jtis(await poll())
    const other = (await dvla.call('POST', '/ssf/streams', {})).body as { stream_id: string }
    await poll({ maxEvents: 0, ack: [jti] }, dvla, other.stream_id)
    expect(await delivery()).toMatchObject({ state: 'due', attempts: 0 })
  })
})

describe('a stream that changes how it is delivered loses and repeats nothing', () => {
  const change = async (delivery: object) => {
    const made = (await dvla.call('POST', '/ssf/streams', {})).body as { stream_id: string }
    return { made, set: () => dvla.call('PATCH', '/ssf/streams', { stream_id: made.stream_id, delivery }) }
  }

  test('from poll to push and back (SSF 1.0, section 8.1.1.3)', async () => {
    await database.owner('subscriptions').delete()
    const { made, set } = await change({ method: 'urn:ietf:rfc:8935', endpoint_url: receiver.url })
    const id = made.stream_id
    for (const person of [amira, grace, amira, grace]) await reported(person)
    const [taken = '', left = ''] = jtis(await poll({ maxEvents: 2 }, dvla, id))
    await poll({ maxEvents: 0, ack: [taken] }, dvla, id)
    await set()
    // What it was handed and has not answered to is not pushed while it may still answer; and it can.
    await worker.runOnce()
    expect(receiver.arrivals).toHaveLength(2)
    await poll({ ack: [left] }, dvla, id)
    await dvla.call('PATCH', '/ssf/streams', { stream_id: id, delivery: { method: 'urn:ietf:rfc:8936' } })
    await reported()
    const last = jtis(await poll({}, dvla, id))
    const given = [taken, left, ...receiver.arrivals.map(({ token }) => token.jti), ...last]
    expect([given.length, new Set(given).size]).toEqual([5, 5])
    expect((await call({}, dvla, id)).status).toBe(200)
  })

  test('and a stream that is pushed to is not polled: 409', async () => {
    await database.owner('subscriptions').update({ method: 'push', endpoint_url: receiver.url, proved_at: clock() })
    expect((await call({ returnImmediately: true })).status).toBe(409)
  })
})

describe('a paused stream that is pushed to', () => {
  test.each<[string, (person: Citizen) => Promise<string>]>([
    ['taken one by one', reported],
    ['taken all at once', (person) => aReport(database, vault, person)],
  ])('is told in order, subject by subject, when it is resumed (SSF 1.0, section 8.1.2.1): %s', async (_, report) => {
    await database.owner('subscriptions').update({ method: 'push', endpoint_url: receiver.url, proved_at: clock() })
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'paused' })
    const reports: string[] = []
    for (let number = 0; number < 6; number += 1) reports.push(await report(number % 3 ? amira : grace))
    // What is urgent is taken first, and is not told before what the same person reported earlier.
    await database.owner('reports').where({ id: reports[4] }).update({ safety: true })
    await fanOut(database.worker, vault, clock())
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'enabled' })
    // The first of amira's fails once: what comes after it waits for it, grace's do not.
    const [failing] = await database.owner('deliveries').where({ report_id: reports[1] }).pluck<string[]>('id')
    let failed = false
    receiver.answer = (res, { token }) => {
      const fails = token.jti === failing && !failed
      failed ||= fails
      res.writeHead(fails ? 503 : 202).end()
    }
    await worker.runOnce()
    ahead += MINUTE
    await worker.runOnce()
    const rows = await database.owner('deliveries').select<{ id: string; report_id: string }[]>('id', 'report_id')
    const order = receiver.arrivals.map(({ token }) =>
      reports.indexOf(rows.find(({ id }) => id === token.jti)?.report_id ?? ''),
    )
    expect(order.filter((number) => number % 3 === 0)).toEqual([0, 3])
    expect(order.filter((number) => number % 3 !== 0)).toEqual([1, 1, 2, 4, 5])
  })
})

describe('verification (SSF 1.0, section 8.1.4)', () => {
  const VERIFICATION = 'https://schemas.openid.net/secevent/ssf/event-type/verification'
  const verify = (body: unknown) => dvla.call('POST', '/ssf/verification', body)
  const claimsFor = (state: object) => ({
    ...{ iss: BASE_URL, aud: 'dvla', sub_id: { format: 'opaque', id: stream } },
    events: { [VERIFICATION]: state },
  })

  test('204, and within two seconds the event comes over poll, with the state echoed', async () => {
    const asked = call({})
    await pause(300)
    const at = performance.now()
    expect(await verify({ stream_id: stream, state: 'VGhpcyBpcw==' })).toMatchObject({ status: 204, body: '' })
    const [[jti = '', token = ''] = []] = Object.entries(((await asked).body as Polled).sets)
    expect(performance.now() - at).toBeLessThan(2000)
    expect(await transmitter.read(token, 'dvla')).toMatchObject({ jti, ...claimsFor({ state: 'VGhpcyBpcw==' }) })
    await poll({ ack: [jti] })
    ahead += MINUTE
    expect(jtis(await poll())).toEqual([])
    expect(await all('stream_events')).toMatchObject([{ state: 'acknowledged' }])
  })

  test('and it wakes whoever hands it over at once, by NOTIFY and not by chance', async () => {
    const heard: string[] = []
    const listening = await listen(database.worker, { [STREAMS_CHANNEL]: (id) => heard.push(id) })
    await verify({ stream_id: stream })
    await expect.poll(() => heard).toEqual([stream])
    await listening.close()
  })

  test('over push, with its authorization header, past whatever is queued', async () => {
    await database.owner('subscriptions').update({ method: 'push', endpoint_url: receiver.url, proved_at: clock() })
    await worker.start()
    const at = performance.now()
    expect((await verify({ stream_id: stream })).status).toBe(204)
    while (receiver.arrivals.length === 0 && performance.now() - at < 6000) await pause(20)
    expect(receiver.arrivals[0]?.token).toMatchObject(claimsFor({}))
    expect(receiver.arrivals[0]?.headers).toMatchObject({ 'content-type': 'application/secevent+jwt' })
  })

  test('429 sooner than its interval, with the time to wait; for one stream alone', async () => {
    const second = (await dvla.call('POST', '/ssf/streams', {})).body as { stream_id: string }
    expect((await verify({ stream_id: stream })).status).toBe(204)
    const { status, headers } = await verify({ stream_id: stream })
    expect([status, headers.get('retry-after')]).toEqual([429, '5'])
    expect((await verify({ stream_id: second.stream_id })).status).toBe(204)
    ahead += 5 * SECOND
    expect((await verify({ stream_id: stream })).status).toBe(204)
  })

  test.each<[string, unknown]>([
    ['broken JSON', '{'],
    ['no stream', { state: 'x' }],
    ['a state that is no text', { state: { a: 1 } }],
    ['a state without end', { state: 'x'.repeat(2001) }],
  ])('400 for %s', async (what, body) => {
    const named = typeof body === 'object' && what !== 'no stream' ? { stream_id: stream, ...body } : body
    expect((await verify(named)).status).toBe(400)
    expect(await all('stream_events')).toEqual([])
  })

  test('held while the stream is paused; of one that is disabled it is refused', async () => {
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'paused' })
    expect((await verify({ stream_id: stream })).status).toBe(204)
    expect(jtis(await poll())).toEqual([])
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'enabled' })
    expect(jtis(await poll())).toHaveLength(1)
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'disabled' })
    ahead += MINUTE
    expect((await verify({ stream_id: stream })).status).toBe(400)
  })
})

describe('a change of ours is told (SSF 1.0, section 8.1.5)', () => {
  const UPDATED = 'https://schemas.openid.net/secevent/ssf/event-type/stream-updated'

  test('over poll, though nothing else is any more', async () => {
    await reported()
    await database.worker('subscriptions').update({ status: 'paused', reason: 'Your keys are too old' })
    const tokens = Object.values((await poll()).sets)
    expect(tokens).toHaveLength(1)
    expect(await transmitter.read(tokens[0] ?? '', 'dvla')).toMatchObject({
      sub_id: { format: 'opaque', id: stream },
      events: { [UPDATED]: { status: 'paused', reason: 'Your keys are too old' } },
    })
  })

  test('over push, to a receiver that said it was gone too', async () => {
    await database.owner('subscriptions').update({ method: 'push', endpoint_url: receiver.url, proved_at: clock() })
    receiver.answer = (res) => void res.writeHead(receiver.arrivals.length === 1 ? 410 : 202).end()
    await worker.start()
    await reported()
    for (let tries = 0; tries < 100 && receiver.arrivals.length < 2; tries += 1) await pause(30)
    expect(receiver.arrivals[1]?.token.events).toMatchObject({ [UPDATED]: { status: 'paused' } })
  })
})

test('beyond what it is handed at this moment, a body’s call reads and writes nothing of anybody', async () => {
  await reported()
  await reported(grace)
  const rows = await database.owner('deliveries').orderBy('id').select<{ id: string }[]>('id')
  const [first, second] = rows.map(({ id }) => id)
  const counts = (context: { agency: string; deliveries: string[] }) =>
    inContext(database.web, context, (tx) =>
      Promise.all(['reports', 'data_keys', 'follow_ups'].map(async (table) => (await tx(table).select()).length)),
    )
  // Not claimed yet.
  expect(await counts({ agency: 'dvla', deliveries: [first ?? ''] })).toEqual([0, 0, 0])
  await poll({ maxEvents: 1 })
  expect(await counts({ agency: 'dvla', deliveries: [first ?? ''] })).toEqual([1, 1, 0])
  expect(await counts({ agency: 'dvla', deliveries: [second ?? ''] })).toEqual([0, 0, 0])
  expect(await counts({ agency: 'dvla', deliveries: [] })).toEqual([0, 0, 0])
  expect(await counts({ agency: 'hmrc', deliveries: [first ?? ''] })).toEqual([0, 0, 0])
  const theirs = inContext(database.web, { agency: 'hmrc' }, (tx) => tx('deliveries').update({ state: 'acknowledged' }))
  expect(await theirs).toBe(0)
})
