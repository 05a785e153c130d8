import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fanOut } from '../../../src/deliveries/fan-out.ts'
import { FEED_KEPT_FOR } from '../../../src/deliveries/feed/feed-start.ts'
import { giveUpRedeliveries } from '../../../src/deliveries/replay/settle-redeliveries-store.ts'
import type { Worker } from '../../../src/deliveries/worker.ts'
import { DAY, HOUR, MINUTE } from '../../../src/shared/clock.ts'
import { testVault, type Citizen } from '../../support/access-log.ts'
import type { TestDatabase } from '../../support/database.ts'
import { empty } from '../../support/empty.ts'
import { follower } from '../../support/follow-ups.ts'
import { EVENT, startReceiver, type Receiver } from '../../support/receiver.ts'
import { startTelling, twoBodies, type Telling } from '../../support/reading-again.ts'
import { aReport } from '../../support/reports.ts'
import { receiverKeys, type Caller, type Transmitter } from '../../support/ssf.ts'

const vault = testVault()
let telling: Telling
let database: TestDatabase
let transmitter: Transmitter
let receiver: Receiver
let worker: Worker
let amira: Citizen
let grace: Citizen
let dvla: Caller
let hmrc: Caller
let stream: string
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  telling = await startTelling(vault, clock)
  ;({ database, transmitter, worker, amira, grace } = telling)
})
afterAll(() => telling.close())
beforeEach(async () => {
  ahead = 0
  receiver = await startReceiver(receiverKeys(transmitter))
  ;({ stream, dvla, hmrc } = await twoBodies(telling, vault, receiver.url))
})
afterEach(async () => {
  await receiver.close()
  await empty(database)
})

/** Told, and acknowledged. @returns jtis in the order in which they were sent */
const told = async (...people: Citizen[]): Promise<string[]> => {
  const jtis: string[] = []
  for (const person of people) {
    await aReport(database, vault, person)
    await fanOut(database.worker, vault, clock())
    await worker.runOnce()
    jtis.push(receiver.arrivals.at(-1)?.token.jti ?? '')
    ahead += 1000
  }
  return jtis
}
const ask = (body: unknown, by = dvla, headers = {}) => by.call('POST', '/api/replays', body, headers)
const asked = async (body: unknown, by = dvla, headers = {}) => {
  const { status, body: answer } = await ask(body, by, headers)
  expect([status, answer]).toMatchObject([202, {}])
  return answer as { queued: number; next: string | null; results?: { jti: string; status: number }[] }
}
/** What comes of asking, in order. */
const arrivingAfter = async (body: unknown, by = dvla, headers = {}) => {
  const before = receiver.arrivals.length
  const answer = await asked(body, by, headers)
  await worker.runOnce()
  return { answer, jtis: receiver.arrivals.slice(before).map(({ token }) => token.jti) }
}
const redeliveries = () => database.owner<{ state: string; attempts: number }>('redeliveries').orderBy('place')

describe('what was told is sent again, over the body’s own stream', () => {
  test('by jti, under the same jti, in the order in which it was told', async () => {
    const [first = '', , third = ''] = await told(amira, grace, amira)
    const { answer, jtis } = await arrivingAfter({ jtis: [third, first] })
    expect(answer).toMatchObject({ queued: 2, next: null })
    expect(jtis).toEqual([first, third])
    const [original, again] = [receiver.arrivals[0]?.token, receiver.arrivals[3]?.token]
    expect({ ...again, iat: original?.iat }).toEqual(original)
    expect(await redeliveries()).toMatchObject([{ state: 'acknowledged' }, { state: 'acknowledged' }])
  })

  test('each on record before, beside the first, as made when it is acknowledged', async () => {
    const [jti] = await told(amira)
    await arrivingAfter({ jtis: [jti] })
    expect(await database.owner('access_records').orderBy('registered_at').pluck('name')).toEqual([
      'disclose change-of-address',
      'disclose change-of-address again',
    ])
    expect(await database.owner('disclosure_results').pluck('result')).toEqual(['made', 'made'])
    expect(await database.owner('deliveries').first()).toMatchObject({ state: 'acknowledged', attempts: 1 })
  })

  test('by a stretch of time, at most as many as it says, and says where to go on', async () => {
    const jtis = await told(amira, grace, amira, grace)
    const rows = await database.owner('deliveries').orderBy('created_at').select<{ created_at: Date }[]>('created_at')
    const [, from, , until] = rows.map(({ created_at }) => created_at.toISOString())
    const first = await arrivingAfter({ from, until, limit: 1 })
    expect([first.answer.queued, first.jtis]).toEqual([1, [jtis[1]]])
    const second = await arrivingAfter({ from, until, limit: 1, after: first.answer.next })
    expect([second.answer.queued, second.jtis]).toEqual([1, [jtis[2]]])
    const third = await arrivingAfter({ from, until, limit: 1, after: second.answer.next })
    expect([third.answer, third.jtis]).toEqual([{ queued: 0, next: null }, []])
  })

  test('since a cursor of the feed', async () => {
    const [, second, third] = await told(amira, grace, amira)
    const page = (await dvla.call('GET', '/api/events?limit=1')).body as { next: string }
    expect((await arrivingAfter({ after: page.next })).jtis).toEqual([second, third])
  })

  test('over poll, until it is acknowledged', async () => {
    const [jti = ''] = await told(amira)
    await database.owner('subscriptions').update({ method: 'poll', endpoint_url: null })
    await asked({ jtis: [jti] })
    const poll = async (body: object = {}) =>
      (await dvla.call('POST', `/ssf/poll/${stream}`, { returnImmediately: true, ...body })).body as {
        sets: Record<string, string>
        moreAvailable: boolean
      }
    const { sets } = await poll()
    expect(Object.keys(sets)).toEqual([jti])
    expect(await transmitter.read(sets[jti] ?? '', 'dvla')).toMatchObject({ jti, aud: 'dvla' })
    expect((await poll()).sets).toEqual({})
    ahead += MINUTE
    expect(Object.keys((await poll()).sets)).toEqual([jti])
    expect(await database.owner('access_records').where({ name: 'disclose change-of-address again' })).toHaveLength(1)
    await poll({ maxEvents: 0, ack: [jti] })
    ahead += MINUTE
    expect(await poll()).toEqual({ sets: {}, moreAvailable: false })
    expect(await redeliveries()).toMatchObject([{ state: 'acknowledged' }])
  })

  test('and one that we gave up on is acknowledged by it too', async () => {
    const [jti = ''] = await told(amira)
    await database.owner('deliveries').update({ state: 'given-up' })
    expect((await arrivingAfter({ jtis: [jti] })).jtis).toEqual([jti])
    expect(await database.owner('deliveries').first()).toMatchObject({ state: 'acknowledged' })
  })
})

describe('in order, whatever the receiver does', () => {
  test('waits for what it cannot deliver, and goes on from there', async () => {
    const jtis = await told(amira, grace, amira)
    let failures = 1
    receiver.answer = (res) => void res.writeHead(failures-- > 0 ? 500 : 202).end()
    expect((await arrivingAfter({ jtis })).jtis).toEqual([jtis[0]])
    expect(await redeliveries()).toMatchObject([{ attempts: 1 }, { attempts: 0 }, { attempts: 0 }])
    const before = receiver.arrivals.length
    ahead += MINUTE
    await worker.runOnce()
    expect(receiver.arrivals.slice(before).map(({ token }) => token.jti)).toEqual(jtis)
  })

  test('goes past what the receiver refuses', async () => {
    const jtis = await told(amira, grace)
    receiver.answer = (res, { token }) =>
      void res.writeHead(token.jti === jtis[0] ? 400 : 202).end(JSON.stringify({ err: 'invalid_key' }))
    expect((await arrivingAfter({ jtis })).jtis).toEqual(jtis)
    expect(await redeliveries()).toMatchObject([{ state: 'given-up' }, { state: 'acknowledged' }])
  })

  test('two workers send a stream’s one after the other too', async () => {
    const people = Array.from({ length: 30 }, (_, number) => (number % 2 ? amira : grace))
    for (const person of people) await aReport(database, vault, person)
    await fanOut(database.worker, vault, clock())
    await worker.runOnce()
    const before = receiver.arrivals.length
    await dvla.call('GET', '/api/events?limit=1')
    await asked({ from: '2020-01-01T00:00:00Z' })
    await Promise.all([worker.runOnce(), worker.runOnce()])
    await worker.runOnce()
    const arrived = receiver.arrivals.slice(before).map(({ token }) => token.jti)
    const inFeed = await database.owner('deliveries').orderBy('feed_seq').pluck<string[]>('id')
    expect(arrived).toEqual(inFeed)
  })

  test('a paused stream is sent it when it is resumed, a disabled one never', async () => {
    const jtis = await told(amira, grace)
    const status = (to: string) => dvla.call('POST', '/ssf/status', { stream_id: stream, status: to })
    await status('paused')
    expect((await arrivingAfter({ jtis: [jtis[0]] })).jtis).toEqual([])
    await status('enabled')
    const before = receiver.arrivals.length
    await worker.runOnce()
    expect(receiver.arrivals.length - before).toBe(1)
    await asked({ jtis: [jtis[1]] })
    await status('disabled')
    await worker.runOnce()
    expect(await redeliveries()).toMatchObject([{ state: 'acknowledged' }, { state: 'not-allowed' }])
    expect((await ask({ jtis: [jtis[1]] })).status).toBe(410)
  })
})

describe('asking twice', () => {
  test('while it waits asks for nothing more', async () => {
    const [jti] = await told(amira)
    await asked({ jtis: [jti] })
    expect((await arrivingAfter({ jtis: [jti] })).jtis).toEqual([jti])
    expect((await arrivingAfter({ jtis: [jti] })).jtis).toEqual([jti])
  })

  test('with the same Idempotency-Key neither, and with other contents is a mistake', async () => {
    const [jti, other] = await told(amira, grace)
    const key = { 'idempotency-key': 'one' }
    expect((await arrivingAfter({ jtis: [jti] }, dvla, key)).jtis).toEqual([jti])
    const again = await arrivingAfter({ jtis: [jti] }, dvla, key)
    expect([again.answer.queued, again.jtis]).toEqual([1, []])
    expect((await ask({ jtis: [other] }, dvla, key)).status).toBe(409)
    expect((await arrivingAfter({ jtis: [jti] }, dvla, { 'idempotency-key': 'two' })).jtis).toEqual([jti])
  })

  test('what has not arrived yet is hastened, and not sent beside that', async () => {
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, amira)
    await fanOut(database.worker, vault, clock())
    await worker.runOnce()
    const jti = receiver.arrivals[0]?.token.jti
    receiver.answer = (res) => void res.writeHead(202).end()
    expect((await arrivingAfter({ jtis: [jti] })).jtis).toEqual([jti])
    expect(await redeliveries()).toEqual([])
    expect(await database.owner('deliveries').first()).toMatchObject({ state: 'acknowledged', attempts: 2 })
  })
})

describe('what may not be told any more is not sent again', () => {
  test.each<[string, (report: string) => Promise<unknown>]>([
    ['its agreement has ended', () => database.owner('agreements').update({ state: 'ended' })],
    ['it was withdrawn', (report) => follower(database, vault, amira, clock).withdraw(report)],
    [
      'it is erased',
      async (id) => {
        const row = await database.owner('reports').where({ id }).first<{ data_key_id: string }>('data_key_id')
        await database.owner('data_keys').where({ id: row?.data_key_id }).delete()
      },
    ],
    ['it is too old', () => Promise.resolve((ahead += FEED_KEPT_FOR + HOUR))],
  ])('when %s: 410, also among others', async (_what, happen) => {
    const [jti = ''] = await told(amira)
    const report = await database.owner('reports').first<{ id: string }>('id')
    await happen(report?.id ?? '')
    expect((await ask({ jtis: [jti] })).status).toBe(410)
    const { results, queued } = await asked({ jtis: [jti, randomUUID(), 'x'] })
    expect([queued, results?.map(({ status }) => status)]).toEqual([0, [410, 404, 404]])
    expect((await arrivingAfter({ from: '2020-01-01T00:00:00Z' })).jtis).not.toContain(jti)
  })

  test('also when that happens after it was asked for', async () => {
    const [jti = ''] = await told(amira)
    await asked({ jtis: [jti] })
    const report = await database.owner('reports').first<{ id: string }>('id')
    await follower(database, vault, amira, clock).withdraw(report?.id ?? '')
    const before = receiver.arrivals.length
    await worker.runOnce()
    expect(await redeliveries()).toMatchObject([{ state: 'not-allowed' }])
    expect(receiver.arrivals.slice(before).map(({ token }) => token.events[EVENT])).toEqual([
      { change: 'withdrawn', original_jti: jti },
    ])
    const withdrawal = receiver.arrivals.at(-1)?.token.jti
    expect((await arrivingAfter({ jtis: [withdrawal] })).jtis).toEqual([withdrawal])
  })

  test('what nobody comes for is given up after a week, as not confirmed where it was handed over', async () => {
    const [jti = ''] = await told(amira)
    await database.owner('subscriptions').update({ method: 'poll', endpoint_url: null })
    await asked({ jtis: [jti] })
    await dvla.call('POST', `/ssf/poll/${stream}`, { returnImmediately: true })
    ahead += 8 * DAY
    await giveUpRedeliveries(database.worker, clock())
    expect(await redeliveries()).toMatchObject([{ state: 'given-up' }])
    expect(await database.owner('disclosure_results').orderBy('at').pluck('result')).toEqual(['made', 'unconfirmed'])
    ahead += 30 * DAY
    await giveUpRedeliveries(database.worker, clock())
    expect(await redeliveries()).toEqual([])
  })
})

describe('a replay is refused', () => {
  test.each<[string, unknown]>([
    ['nothing asked for', {}],
    ['no jtis', { jtis: [] }],
    ['jtis that are no list', { jtis: 'x' }],
    ['too many', { jtis: Array.from({ length: 1001 }, (_, number) => `${number}`) }],
    ['a time without a zone', { from: '2026-11-23T09:00:00' }],
    ['too many in a stretch', { from: '2026-11-23T09:00:00Z', limit: 1001 }],
    ['what is not known', { jtis: ['x'], all: true }],
    ['broken JSON', '{'],
  ])('with 400 for %s', async (_what, body) => {
    const { status, headers } = await ask(body)
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })

  test('with 404 for what it has not been told yet, as for what is nobody’s', async () => {
    await aReport(database, vault, amira)
    await fanOut(database.worker, vault, clock())
    const untold = await database.owner('deliveries').first<{ id: string }>('id')
    expect((await ask({ jtis: [untold?.id] })).status).toBe(404)
  })

  test('with 404 or 410 to another body, who learns nothing of what is not its own', async () => {
    const [jti = ''] = await told(amira)
    const { next } = (await dvla.call('GET', '/api/events')).body as { next: string }
    const [theirs, nobodys] = [await ask({ jtis: [jti] }, hmrc), await ask({ jtis: [randomUUID()] }, hmrc)]
    expect([theirs.status, theirs.body]).toEqual([404, nobodys.body])
    expect((await ask({ after: next }, hmrc)).status).toBe(410)
    expect(await asked({ from: '2020-01-01T00:00:00Z' }, hmrc)).toEqual({ queued: 0, next: null })
    expect(await redeliveries()).toEqual([])
  })

  test('without a token, with a wrong one, or without the scope', async () => {
    const reader = await transmitter.body('dvla', ['ssf.read', 'events.read'])
    const body = { jtis: [randomUUID()] }
    expect((await transmitter.call('POST', '/api/replays', { body })).status).toBe(401)
    expect((await transmitter.call('POST', '/api/replays', { body, token: 'x' })).status).toBe(401)
    expect((await ask(body, reader)).status).toBe(403)
  })
})
