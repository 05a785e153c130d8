import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Worker } from '../../src/deliveries/worker.ts'
import { DAY, MINUTE } from '../../src/shared/clock.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { anAgreement } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { startDelivering, type Delivering } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { follower, type Follower } from '../support/follow-ups.ts'
import { EVENT, type Receiver } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'
import { startTransmitter, type Caller, type Transmitter } from '../support/ssf.ts'

const vault = testVault()
const POLL = { method: 'urn:ietf:rfc:8936' }
let database: TestDatabase
let transmitter: Transmitter
let delivering: Delivering
let receiver: Receiver
let worker: Worker
let citizen: Citizen
let amira: Follower
let dvla: Caller
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  transmitter = await startTransmitter(database, vault, clock)
  citizen = await aCitizen(database, vault, 'amira')
  amira = follower(database, vault, citizen, clock)
})
afterAll(async () => {
  await transmitter.close()
  await database.close()
})
beforeEach(async () => {
  ahead = 0
  received.length = 0
  delivering = await startDelivering(database, { vault, clock, signingKeys: transmitter.signingKeys })
  ;({ receiver, worker } = delivering)
  dvla = await transmitter.body('dvla')
  await anAgreement(database, { id: 'dvla-address', agencyId: 'dvla' })
})
afterEach(async () => {
  expect(receiver.faults).toEqual([])
  await delivering.close()
  await database.owner('notices').delete()
  await empty(database)
})

interface Told {
  jti: string
  event: Record<string, unknown>
}
/** All that the body was told, pushed or polled, in order. */
const received: Told[] = []

const push = () => ({ method: 'urn:ietf:rfc:8935', endpoint_url: receiver.url })
const make = async (delivery: object) =>
  ((await dvla.call('POST', '/ssf/streams', { delivery })).body as { stream_id: string }).stream_id
const change = (stream_id: string, delivery: object) => dvla.call('PATCH', '/ssf/streams', { stream_id, delivery })
const remove = (id: string) => dvla.call('DELETE', `/ssf/streams?stream_id=${id}`)
const reported = () => aReport(database, vault, citizen)
const states = () => database.owner('deliveries').orderBy(['created_at', 'id']).pluck<string[]>('state')

/** The worker does its work, and the body takes what was pushed. */
async function work(time = 0): Promise<void> {
  ahead += time
  await worker.runOnce()
  for (const { token } of receiver.arrivals.splice(0)) {
    received.push({ jti: token.jti, event: token.events[EVENT] ?? {} })
  }
}

/** The body polls until there is nothing more, and acknowledges what it takes. */
async function poll(stream: string): Promise<void> {
  for (let ack: string[] = []; ;) {
    const { body } = await dvla.call('POST', `/ssf/poll/${stream}`, { returnImmediately: true, ack })
    const tokens = Object.entries((body as { sets: Record<string, string> }).sets)
    for (const [jti, token] of tokens) {
      const { events } = (await transmitter.read(token, 'dvla')) as { events: Record<string, Told['event']> }
      received.push({ jti, event: events[EVENT] ?? {} })
    }
    ack = tokens.map(([jti]) => jti)
    if (ack.length === 0) return
  }
}

const changes = () => received.map(({ event }) => event['change'] ?? 'reported')
/** Each token once, each what follows naming the first. */
function expectInOrder(...wanted: string[]): void {
  expect(changes()).toEqual(wanted)
  const [first, ...others] = received
  expect(others.map(({ event }) => event['original_jti'])).toEqual(others.map(() => first?.jti))
  expect(new Set(received.map(({ jti }) => jti)).size).toBe(received.length)
}

describe('what follows a token reaches its body though its stream has changed since', () => {
  test('from push to poll', async () => {
    const stream = await make(push())
    const report = await reported()
    await work()
    await change(stream, POLL)
    await amira.correct(report, { ...MOVE, new_address: { postalCode: 'LS1 1AA' } })
    await work()
    await poll(stream)
    await amira.withdraw(report)
    await work()
    await poll(stream)
    expectInOrder('reported', 'corrected', 'withdrawn')
    expect(await states()).toEqual(['acknowledged', 'acknowledged', 'acknowledged'])
  })

  test('from poll to push', async () => {
    const stream = await make(POLL)
    const report = await reported()
    await work()
    await poll(stream)
    await change(stream, push())
    await amira.withdraw(report)
    await work()
    expectInOrder('reported', 'withdrawn')
  })

  test('in the middle: what was not taken over push comes over poll under its jti, and then what waits for it', async () => {
    const stream = await make(push())
    const report = await reported()
    receiver.answer = (res) => void res.writeHead(503).end()
    await work()
    await amira.withdraw(report)
    await work()
    const [refused] = received.splice(0)
    expect(await states()).toEqual(['due', 'waiting'])
    await change(stream, POLL)
    await work(MINUTE)
    await poll(stream)
    expectInOrder('reported', 'withdrawn')
    expect(received[0]?.jti).toBe(refused?.jti)
  })

  test.each([
    ['poll, and made to push', POLL, push],
    ['push, and made to poll', undefined, () => POLL],
    ['poll, and made to poll', POLL, () => POLL],
  ])('deleted and made again: %s', async (_what, before, after) => {
    const first = await make(before ?? push())
    const report = await reported()
    await work()
    if (before) await poll(first)
    await remove(first)
    const second = await make(after())
    await amira.correct(report, { ...MOVE, new_address: { postalCode: 'LS1 1AA' } })
    await amira.withdraw(report)
    for (const _round of [1, 2, 3]) {
      await work()
      if (after() === POLL) await poll(second)
    }
    expectInOrder('reported', 'corrected', 'withdrawn')
    expect(await states()).not.toContain('not-allowed')
  })

  test('deleted, with something to follow, and made again only after that', async () => {
    const first = await make(push())
    const report = await reported()
    await work()
    await remove(first)
    await amira.withdraw(report)
    await work(DAY)
    expect(await states()).toEqual(['acknowledged', 'due'])
    const second = await make(POLL)
    await work()
    await poll(second)
    expectInOrder('reported', 'withdrawn')
  })

  test('deleted, and made again by a body that has to pass a run: what tells of somebody waits until it did', async () => {
    const first = await make(push())
    const report = await reported()
    await work()
    await database.owner('agencies').update({ conformance: 'required' })
    await remove(first)
    const second = await make(POLL)
    await amira.correct(report, { ...MOVE, new_address: { postalCode: 'LS1 1AA' } })
    const again = async () => (await dvla.call('POST', '/api/replays', { jtis: [received[0]?.jti] })).status
    await work()
    await poll(second)
    expect([changes(), await again()]).toEqual([['reported'], 410])
    await database.owner('subscriptions').update({ conformed_at: clock() })
    await work()
    await poll(second)
    expectInOrder('reported', 'corrected')
    expect(await again()).toBe(202)
  })

  test('turned off: that it was withdrawn reaches the body over another stream, by which it polls', async () => {
    const first = await make(push())
    const report = await reported()
    await work()
    await dvla.call('POST', '/ssf/status', { stream_id: first, status: 'disabled' })
    const second = await make(POLL)
    await amira.withdraw(report)
    await work()
    await poll(second)
    expectInOrder('reported', 'withdrawn')
    expect(await states()).toEqual(['acknowledged', 'acknowledged'])
  })

  test('deleted for good: it is given up in the end, and says why', async () => {
    await remove(await told())
    await work(8 * DAY)
    expect(await database.owner('deliveries').orderBy('created_at').select('state', 'last_failure')).toEqual([
      { state: 'acknowledged', last_failure: null },
      { state: 'given-up', last_failure: 'streamless' },
    ])
    async function told() {
      const stream = await make(push())
      const report = await reported()
      await work()
      receiver.answer = (res) => void res.writeHead(503).end()
      await amira.withdraw(report)
      await database.owner('subscriptions').update({ status: 'paused' })
      await work()
      return stream
    }
  })
})

test('what was to be told first over a stream that is deleted is dropped with it', async () => {
  const first = await make(POLL)
  await reported()
  await work()
  await remove(first)
  const second = await make(POLL)
  await work()
  await poll(second)
  expect([received, await states()]).toEqual([[], ['not-allowed']])
})
