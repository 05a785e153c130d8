import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Worker } from '../../src/deliveries/worker.ts'
import { HOUR } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { anAgreement } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { onlyRow, rowsOf, startDelivering, type Delivering } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, BASE_URL, EVENT, type Arrival, type Receiver } from '../support/receiver.ts'
import { aReport, CARDIFF, LEEDS, MOVE } from '../support/reports.ts'

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

  test('to its own bodies alone, whatever else is told at once', async () => {
    await aRecipient(database, vault, 'leeds', receiver.url, { areas: [LEEDS] })
    await aRecipient(database, vault, 'cardiff', receiver.url, { areas: [CARDIFF] })
    await aRecipient(database, vault, 'hmrc', receiver.url)
    const events = [{ type: 'change-of-name', fields: ['names'] }]
    await anAgreement(database, { id: 'hmrc-name', agencyId: 'hmrc', events })
    const there = await aReport(database, vault, citizen, { areas: [CARDIFF] })
    const here = await aReport(database, vault, citizen, { areas: [LEEDS] })
    const name = await aReport(database, vault, citizen, { eventType: 'change-of-name', areas: [LEEDS] })
    await worker.runOnce()
    const told = (await all('deliveries')).map((row) => [row['report_id'], row['agency_id']])
    expect(new Set(told)).toEqual(
      new Set([
        [there, 'cardiff'],
        [there, 'hmrc'],
        [here, 'leeds'],
        [here, 'hmrc'],
        [name, 'hmrc'],
      ]),
    )
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
