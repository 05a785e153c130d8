import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { retryPolicy } from '../../src/deliveries/after-attempt.ts'
import { createDispatcher } from '../../src/deliveries/dispatcher.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import type { Worker } from '../../src/deliveries/worker.ts'
import { DAY, MINUTE } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { publicKeys } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aWorker, onlyRow, rowsOf, startDelivering, type Delivering } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, BASE_URL, startReceiver, type Receiver } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let delivering: Delivering
let receiver: Receiver
let worker: Worker
let citizen: Citizen
let ahead = 0
let logs: string[]
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  logs = []
  const logger = createLogger({ level: 'debug', write: (line) => logs.push(line) })
  delivering = await startDelivering(database, { vault, clock, logger })
  ;({ receiver, worker } = delivering)
})
afterEach(async () => {
  expect(receiver.faults).toEqual([])
  await delivering.close()
  await empty(database)
})

const all = (table: string) => rowsOf(database, table)
const only = (table: string) => onlyRow(database, table)

describe('an attempt that fails', () => {
  test.each<[number, string, Record<string, unknown>]>([
    [
      400,
      '{"err":"invalid_issuer","description":"…"}',
      { result: 'refused', http_status: 400, detail: 'invalid_issuer' },
    ],
    [400, '{"err":"QQ123456C"}', { result: 'refused', http_status: 400, detail: 'unrecognised' }],
    [400, 'no JSON', { result: 'refused', http_status: 400, detail: 'unrecognised' }],
    [400, `{"err":"${'x'.repeat(100_000)}"}`, { result: 'refused', http_status: 400, detail: 'unrecognised' }],
    [404, '', { result: 'failed', http_status: 404, detail: null }],
    [500, 'x'.repeat(100_000), { result: 'failed', http_status: 500, detail: null }],
    [503, '', { result: 'busy', http_status: 503, detail: null }],
  ])('with %i is kept, in codes and not in words of the body', async (status, body, attempt) => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(status).end(body)
    await aReport(database, vault, citizen)
    await worker.runOnce()
    expect(await only('delivery_attempts')).toMatchObject(attempt)
    expect(await only('deliveries')).toMatchObject({ state: 'due', attempts: 1, leased_until: null })
    expect(await all('disclosure_results')).toEqual([])
  })

  test('is made again in a while, with the same jti and a new signature', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(503, { 'retry-after': '120' }).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    receiver.answer = (res) => void res.writeHead(202).end()
    await later(MINUTE)
    expect(receiver.arrivals).toHaveLength(1)
    await later(MINUTE + 1000)
    const [one, other] = receiver.arrivals.map(({ token }) => token)
    expect(other?.jti).toBe(one?.jti)
    expect(await all('access_records')).toHaveLength(1)
    expect(await only('deliveries')).toMatchObject({ state: 'acknowledged', attempts: 2 })
  })

  test('after seven days is the last, and everybody can see it', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await later(7 * DAY)
    expect(await only('deliveries')).toMatchObject({ state: 'given-up', attempts: 2, last_failure: 'failed 500' })
    expect(await only('disclosure_results')).toMatchObject({ result: 'not-made' })
    expect(logs.join('')).toContain('delivery given up')
    await later(DAY)
    expect(receiver.arrivals).toHaveLength(2)
  })

  test('with a redirect is not followed', async () => {
    const elsewhere = await startReceiver(publicKeys(delivering.signingKeys))
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(307, { location: elsewhere.url }).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    expect(elsewhere.arrivals).toEqual([])
    expect(await only('delivery_attempts')).toMatchObject({ result: 'redirected', http_status: 307 })
    await elsewhere.close()
  })

  test('with 410 pauses the subscription and keeps what is for it', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(410).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    expect(await only('subscriptions')).toMatchObject({ status: 'paused' })
    expect(logs.join('')).toContain('subscription paused')
    await aReport(database, vault, citizen)
    await later(DAY)
    expect(receiver.arrivals).toHaveLength(1)
    expect((await all('deliveries')).map(({ state }) => state)).toEqual(['due', 'due'])
  })

  test('because nobody answers, or not in time, or the line breaks', async () => {
    const timeout = aWorker(database, { vault, clock, signingKeys: delivering.signingKeys, timeout: 300 })
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = () => undefined
    await aReport(database, vault, citizen)
    await timeout.runOnce()
    receiver.answer = (res) => res.destroy()
    ahead += MINUTE
    await timeout.runOnce()
    await database.owner('subscriptions').update({ endpoint_url: 'http://127.0.0.1:1/closed', proved_at: clock() })
    ahead += 2 * MINUTE
    await timeout.runOnce()
    await timeout.stop()
    const attempts = await database.owner('delivery_attempts').orderBy('started_at').select('result', 'detail')
    expect(attempts).toEqual([
      { result: 'unreachable', detail: 'TIMEOUT' },
      { result: 'unreachable', detail: 'UND_ERR_SOCKET' },
      { result: 'unreachable', detail: 'ECONNREFUSED' },
    ])
  })

  test('because the address is of this machine, which is allowed in development only', async () => {
    const strict = aWorker(database, { vault, clock, signingKeys: delivering.signingKeys, allowLoopback: false })
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aReport(database, vault, citizen)
    await strict.runOnce()
    await strict.stop()
    expect(receiver.arrivals).toEqual([])
    expect(await only('delivery_attempts')).toMatchObject({ result: 'unreachable', detail: 'ERR_ADDRESS_REFUSED' })
  })

  test('is nobody else’s: one report that does not open keeps no other from being told', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    const bad = await aReport(database, vault, citizen)
    await database
      .owner('reports')
      .where({ id: bad })
      .update({ facts: Buffer.alloc(60, 1) })
    await aReport(database, vault, citizen)
    await worker.runOnce()
    expect(receiver.arrivals).toHaveLength(1)
    const states = await database.owner('deliveries').orderBy('state').select('state', 'last_failure')
    expect(states).toEqual([
      { state: 'acknowledged', last_failure: null },
      { state: 'due', last_failure: 'unready UNREADABLE' },
    ])
    expect(await all('access_records')).toHaveLength(1)
  })

  test('because its token cannot be signed counts as an attempt, so that it is given up in the end', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aReport(database, vault, citizen)
    await fanOut(database.worker, vault, clock())
    const logger = createLogger({ level: 'debug', write: (line) => logs.push(line) })
    const dispatcher = createDispatcher({
      ...{ db: database.worker, vault, clock, logger, baseUrl: BASE_URL },
      pusher: {
        push: () => Promise.reject(new Error('nothing to push')),
        authorizationFor: () => Promise.resolve(undefined),
      },
      ...{ policy: retryPolicy, timeout: 2000, lease: MINUTE, onRoom: () => undefined, onAppetite: () => undefined },
      sign: () => {
        throw new Error('no signature')
      },
      signer: { sign: () => Promise.reject(new Error('no signature')), stop: () => Promise.resolve() },
    })
    await dispatcher.dispatch()
    await dispatcher.stop(AbortSignal.timeout(2000))
    expect(receiver.arrivals).toEqual([])
    expect(await only('deliveries')).toMatchObject({ state: 'due', attempts: 1, last_failure: 'unready UNSIGNED' })
  })

  test('is nobody else’s: a header sealed under a key that is gone stops its own body alone', async () => {
    const before = { ...vault, dataKeys: parseKeyring(`d0:${Buffer.alloc(32, 9).toString('base64')}`) }
    await aRecipient(database, before, 'dvla', receiver.url, { authorization: 'Bearer of-old' })
    await aRecipient(database, vault, 'hmrc', receiver.url)
    await aReport(database, vault, citizen)
    await worker.runOnce()
    expect(receiver.arrivals.map(({ token }) => token.aud)).toEqual(['hmrc'])
    const states = await database.owner('deliveries').orderBy('agency_id').select('state', 'last_failure')
    expect(states).toEqual([
      { state: 'due', last_failure: 'unready UNREADABLE' },
      { state: 'acknowledged', last_failure: null },
    ])
    expect(logs.join('')).toContain('DATA_KEYS lacks the key d0')
  })
})

/** Some time passes, and the worker does what has come due. */
async function later(milliseconds: number): Promise<void> {
  ahead += milliseconds
  await worker.runOnce()
}
