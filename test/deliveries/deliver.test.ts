import { generateKeyPair, exportJWK } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { retryPolicy } from '../../src/deliveries/after-attempt.ts'
import { createDispatcher } from '../../src/deliveries/dispatcher.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { createWorker, type Worker } from '../../src/deliveries/worker.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { eraseDataKey } from '../../src/vault/data-key-store.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { anAgreement } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'
import { ukTime } from '../../src/shared/uk-time.ts'
import { aRecipient, BASE_URL, EVENT, startReceiver, type Arrival, type Receiver } from '../support/receiver.ts'
import { aReport, CARDIFF, LEEDS, MOVE } from '../support/reports.ts'

const vault = testVault()
let signingKeys: SigningJwk[]
let database: TestDatabase
let receiver: Receiver
let citizen: Citizen
let worker: Worker
let ahead: number
let logs: string[]

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  signingKeys = [{ ...(await exportJWK(privateKey)), kid: 'set-1' } as SigningJwk]
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  receiver = await startReceiver(publicKeys(signingKeys))
  ahead = 0
  logs = []
  worker = aWorker()
})
afterEach(async () => {
  expect(receiver.faults).toEqual([])
  await receiver.close()
  await worker.stop()
  await empty(database)
})

const clock = () => new Date(Date.now() + ahead)

function aWorker(settings: { allowLoopback?: boolean; timeout?: number } = {}): Worker {
  const logger = createLogger({ level: 'debug', write: (line) => logs.push(line) })
  const parts = { db: database.worker, vault, clock, logger, baseUrl: BASE_URL, signingKeys }
  return createWorker({ ...parts, allowLoopback: true, timeout: 2000, ...settings })
}

function ukMinute(at: Date): string {
  const { date, time } = ukTime(at)
  return `${date}T${time}`
}

describe('a report is told', () => {
  test('to each body in a token of RFC 8417, with what its agreement names and nothing else', async () => {
    await aRecipient(database, vault, 'dvla', `${receiver.url}/dvla?stream=1`, {
      fields: ['names', 'new_address'],
      matching: ['driver_number', 'birth_date', 'council_tax_account'],
      authorization: 'Bearer exactly as given',
    })
    const submittedAt = new Date('2026-11-22T17:51:00Z')
    await aReport(database, vault, citizen, { submittedAt })
    await worker.runOnce()

    const [arrival] = receiver.arrivals as [Arrival]
    expect(receiver.arrivals).toHaveLength(1)
    expect(arrival.path).toBe('/dvla?stream=1')
    expect(arrival.headers).toMatchObject({
      'content-type': 'application/secevent+jwt',
      accept: 'application/json',
      authorization: 'Bearer exactly as given',
    })
    const { token } = arrival
    const delivery = await only('deliveries')
    expect(Object.keys(token).sort()).toEqual(['aud', 'events', 'iat', 'iss', 'jti', 'sub_id', 'toe', 'txn'])
    expect(token).toMatchObject({
      iss: BASE_URL,
      aud: 'dvla',
      jti: delivery['id'],
      toe: submittedAt.getTime() / 1000,
      sub_id: { format: 'opaque' },
    })
    expect(token.iat).toBeCloseTo(Date.now() / 1000, -1)
    const { names, new_address, driver_number, birth_date } = MOVE
    expect(token.events).toEqual({ [EVENT]: { names, new_address, driver_number, birth_date } })
    expect(delivery).toMatchObject({ state: 'acknowledged', attempts: 1, last_failure: null, lease: null })
    expect(await only('delivery_attempts')).toMatchObject({ result: 'accepted', http_status: 202, detail: null })
  })

  test('to two bodies that cannot tell by any identifier that it is the same person or report', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aRecipient(database, vault, 'hmrc', receiver.url)
    await aReport(database, vault, citizen)
    await worker.runOnce()
    const [one, other] = receiver.arrivals.map(({ token }) => token)
    expect(one?.sub_id.id).not.toBe(other?.sub_id.id)
    expect(one?.txn).not.toBe(other?.txn)
    expect(one?.jti).not.toBe(other?.jti)
    const traces = receiver.arrivals.map(({ headers }) => String(headers['traceparent']).split('-'))
    expect(new Set(traces.flatMap(([, trace, span]) => [trace, span])).size).toBe(4)
  })

  test('twice by one citizen, whom a body knows by one identifier, kept for its own calls', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aReport(database, vault, citizen)
    await aReport(database, vault, citizen)
    await worker.runOnce()
    const [one, other] = receiver.arrivals.map(({ token }) => token)
    expect(one?.sub_id).toEqual(other?.sub_id)
    expect(one?.txn).not.toBe(other?.txn)
    expect(await only('pairwise_identifiers')).toMatchObject({
      agency_id: 'dvla',
      identifier: one?.sub_id.id,
      subject_ref: citizen.subject,
    })
  })

  test('to bodies of its areas and to nationwide ones, to none that is withheld, and to none before its day', async () => {
    await aRecipient(database, vault, 'leeds', receiver.url, { areas: [LEEDS] })
    await aRecipient(database, vault, 'cardiff', receiver.url, { areas: [CARDIFF] })
    await aRecipient(database, vault, 'hmrc', receiver.url)
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aReport(database, vault, citizen, {
      areas: [LEEDS],
      withheld: { 'dvla-address': 'chosen' },
      notBefore: new Date(Date.now() + HOUR),
    })
    await worker.runOnce()
    expect(receiver.arrivals).toEqual([])
    ahead = 2 * HOUR
    await worker.runOnce()
    expect(receiver.arrivals.map(({ token }) => token.aud).sort()).toEqual(['hmrc', 'leeds'])
  })

  test('to nobody that the citizen did not see, nor more than was shown, when agreements are made in between', async () => {
    await aRecipient(database, vault, 'hmrc', receiver.url, { fields: ['names', 'new_address'] })
    await aReport(database, vault, citizen, { told: { 'hmrc-address': 1 } })
    await aRecipient(database, vault, 'dvla', receiver.url)
    const events = [{ type: 'change-of-address', fields: ['names', 'new_address', 'birth_date'] }]
    await anAgreement(database, { id: 'hmrc-address', agencyId: 'hmrc', version: 2, matching: [], events })
    await worker.runOnce()
    expect(receiver.arrivals.map(({ token }) => [token.aud, Object.keys(token.events[EVENT] ?? {})])).toEqual([
      ['hmrc', ['names', 'new_address']],
    ])
  })

  test('to nobody, and is done with all the same', async () => {
    await aReport(database, vault, citizen)
    await aReport(database, vault, citizen, { state: 'withdrawn' })
    await worker.runOnce()
    const reports = await database.owner('reports').select('fanned_out_at')
    expect(reports.map((report: { fanned_out_at: unknown }) => report.fanned_out_at)).not.toContain(null)
    expect(await all('deliveries')).toEqual([])
  })

  test('after it is in the access log, which says what was really told', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url, {
      fields: ['names', 'new_address', 'moving_with'],
      matching: ['driver_number'],
    })
    const before: unknown[] = []
    receiver.answer = (res) => {
      void Promise.all([all('access_records'), all('disclosure_results')]).then((seen) => {
        before.push(...seen)
        res.writeHead(202).end()
      })
    }
    const reportId = await aReport(database, vault, citizen)
    await worker.runOnce()
    const delivery = await only('deliveries')
    expect(before).toEqual([
      [
        expect.objectContaining({
          record_id: delivery['access_record_id'],
          subject_ref: citizen.subject,
          body_id: 'dvla',
          report_id: reportId,
          agreement_ref: 'dvla-address',
          activity_id: `${BASE_URL}/agreements/dvla-address/versions/1`,
          data_categories: ['name', 'address', 'identity-number'],
          trace_id: String(receiver.arrivals[0]?.headers['traceparent']).split('-')[1],
        }),
      ],
      [],
    ])
    expect(await only('disclosure_results')).toMatchObject({ record_id: delivery['access_record_id'], result: 'made' })
  })

  test('to nobody at all while it cannot be recorded', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aReport(database, vault, citizen)
    await database.owner.raw('revoke insert on access_records from tell_us_once_worker')
    await expect(worker.runOnce()).rejects.toThrow('permission denied')
    expect(receiver.arrivals).toEqual([])
    await database.owner.raw('grant insert on access_records to tell_us_once_worker')
    await worker.runOnce()
    expect(receiver.arrivals).toHaveLength(1)
  })

  test('without a word about the citizen in the logs', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url, { authorization: 'Bearer secret-of-dvla' })
    receiver.answer = (res) => void res.writeHead(410).end('Amira Osei-Hughes is unknown to us')
    await aReport(database, vault, citizen)
    await worker.runOnce()
    expect(logs.length).toBeGreaterThan(0)
    expect(logs.join('')).not.toMatch(/Amira|Osei|Otley|secret-of-dvla|QQ123456C/)
  })
})

describe('what is no longer granted', () => {
  test('is not told when the agreement ended in between, and the log says that it was not made', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await database.owner('agreements').update({ state: 'ended' })
    await later(MINUTE)
    expect(receiver.arrivals).toHaveLength(1)
    expect(await only('deliveries')).toMatchObject({ state: 'not-allowed', attempts: 1 })
    expect(await only('disclosure_results')).toMatchObject({ result: 'not-made' })
  })

  test.each<[string, () => Promise<unknown>]>([
    ['ended before the first attempt', () => database.owner('agreements').update({ state: 'ended' })],
    ['disabled', () => database.owner('subscriptions').update({ status: 'disabled' })],
    ['removed', () => database.owner('subscriptions').delete()],
    ['served for other events only', () => database.owner('subscriptions').update({ events: ['a-death'] })],
  ])('is not told when it was %s, and leaves nothing in the log', async (_what, change) => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await database.owner('subscriptions').update({ status: 'paused' })
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await database.owner('subscriptions').update({ status: 'enabled' })
    await change()
    await worker.runOnce()
    expect(receiver.arrivals).toEqual([])
    expect(await only('deliveries')).toMatchObject({ state: 'not-allowed', attempts: 0 })
    expect(await all('access_records')).toEqual([])
    expect(await all('disclosure_results')).toEqual([])
  })

  test('is not told after the last day of the agreement', async () => {
    const today = new Date().toISOString().slice(0, 10)
    await aRecipient(database, vault, 'dvla', receiver.url, { endsOn: today })
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await later(2 * DAY)
    expect(await only('deliveries')).toMatchObject({ state: 'not-allowed' })
  })

  test('is not told once the report is erased', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    const { data_key_id: key } = (await only('reports')) as { data_key_id: string }
    await eraseDataKey(database.worker, key)
    await later(MINUTE)
    expect(receiver.arrivals).toHaveLength(1)
    expect(await only('deliveries')).toMatchObject({ state: 'not-allowed' })
    expect(await only('disclosure_results')).toMatchObject({ result: 'not-made' })
  })

  test.each<[string, string, string, string]>([
    ['its body is suspended', 'agencies', 'suspended', 'active'],
    ['its subscription is paused', 'subscriptions', 'paused', 'enabled'],
  ])('is held while %s, and told when that is over', async (_what, table, held, free) => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    await database.owner(table).update({ status: held })
    await later(MINUTE)
    expect(receiver.arrivals).toHaveLength(1)
    expect(await only('deliveries')).toMatchObject({ state: 'due' })
    await database.owner(table).update({ status: free })
    receiver.answer = (res) => void res.writeHead(202).end()
    await worker.runOnce()
    expect(await only('deliveries')).toMatchObject({ state: 'acknowledged', attempts: 2 })
  })

  test('waits while its receiver is closed for maintenance, which is no failure, and is told when that is over', async () => {
    const now = clock()
    const maintenance = [
      { from: ukMinute(new Date(now.getTime() - HOUR)), until: ukMinute(new Date(now.getTime() + HOUR)) },
    ]
    await aRecipient(database, vault, 'dvla', receiver.url, { subscription: { maintenance } })
    await aReport(database, vault, citizen)
    await worker.runOnce()
    expect(receiver.arrivals).toEqual([])
    expect(await only('deliveries')).toMatchObject({ state: 'due', attempts: 0, last_failure: null })
    await later(HOUR)
    expect(await only('deliveries')).toMatchObject({ state: 'acknowledged', attempts: 1 })
  })

  test('has its seven days once its stream is on again, however long it was paused', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aReport(database, vault, citizen)
    await database.owner('subscriptions').update({ status: 'paused' })
    await later(9 * DAY)
    await database.owner('subscriptions').update({ status: 'enabled', changed_at: clock() })
    receiver.answer = (res) => void res.writeHead(503).end()
    await worker.runOnce()
    expect(await only('deliveries')).toMatchObject({ state: 'due', attempts: 1 })
  })

  test('a new version does not widen what the citizen was shown, and narrows it at once', async () => {
    const first = { fields: ['names', 'new_address'] }
    await aRecipient(database, vault, 'dvla', receiver.url, first)
    receiver.answer = (res) => void res.writeHead(500).end()
    await aReport(database, vault, citizen)
    await worker.runOnce()
    const events = [{ type: 'change-of-address', fields: ['names', 'birth_date', 'contact'] }]
    await anAgreement(database, { id: 'dvla-address', agencyId: 'dvla', version: 2, matching: [], events })
    receiver.answer = (res) => void res.writeHead(202).end()
    await later(MINUTE)
    expect(receiver.arrivals.at(-1)?.token.events).toEqual({ [EVENT]: { names: MOVE['names'] } })
  })
})

test('a receiver that hangs holds its share of connections, and the others are told as if it were not there', async () => {
  let hanging = 0
  receiver.answer = (res, { path }) => {
    if (path !== '/hanging') return void res.writeHead(202).end()
    hanging += 1
  }
  await aRecipient(database, vault, 'hmrc', `${receiver.url}/hanging`, { subscription: { maxInFlight: 3 } })
  await aRecipient(database, vault, 'dvla', receiver.url)
  for (let report = 0; report < 12; report += 1) await aReport(database, vault, citizen)
  worker = aWorker({ timeout: 15_000 })
  await worker.start()
  const statesOf = (agency: string) =>
    database.owner('deliveries').where({ agency_id: agency }).pluck<string[]>('state')
  const all = (state: string) => Array.from({ length: 12 }, () => state)
  await expect.poll(() => statesOf('dvla'), { timeout: 12_000 }).toEqual(all('acknowledged'))
  await expect.poll(() => hanging, { timeout: 12_000 }).toBe(3)
  expect(await statesOf('hmrc')).toEqual(all('due'))
})

test('bodies behind one gateway do not wait for each other, however many of them hang', async () => {
  let hanging = 0
  receiver.answer = (res, { path }) => {
    if (path === '/healthy') return void res.writeHead(202).end()
    hanging += 1
  }
  const bodies = ['dvla', 'hmrc', 'dwp', 'leeds', 'cardiff']
  for (const body of bodies) {
    await aRecipient(database, vault, body, `${receiver.url}/${body}`, { subscription: { maxInFlight: 14 } })
  }
  await aRecipient(database, vault, 'nhs-england', `${receiver.url}/healthy`)
  for (let report = 0; report < 14; report += 1) await aReport(database, vault, citizen)
  worker = aWorker({ timeout: 15_000 })
  await worker.start()
  const told = () => database.owner('deliveries').where({ agency_id: 'nhs-england', state: 'acknowledged' }).pluck('id')
  await expect.poll(async () => [hanging, (await told()).length], { timeout: 12_000 }).toEqual([70, 14])
})

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
    const elsewhere = await startReceiver(publicKeys(signingKeys))
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
    const timeout = aWorker({ timeout: 300 })
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
    const strict = aWorker({ allowLoopback: false })
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
      ...{ policy: retryPolicy, timeout: 2000, lease: MINUTE, onRoom: () => undefined },
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

const all = (table: string) => database.owner<Record<string, unknown>>(table).select()

async function only(table: string): Promise<Record<string, unknown>> {
  const rows = await all(table)
  expect(rows).toHaveLength(1)
  return rows[0] ?? {}
}

/** Some time passes, and the worker does what has come due. */
async function later(milliseconds: number): Promise<void> {
  ahead += milliseconds
  await worker.runOnce()
}
