import { randomUUID } from 'node:crypto'
import { CompactSign, importJWK } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noteArrivals, tally, type Arrived } from '../../src/access-log/wholeness/arrivals.ts'
import { gapsOf, type Reporting } from '../../src/access-log/wholeness/gap.ts'
import { reasonsToTell } from '../../src/access-log/wholeness/reasons-to-tell.ts'
import { sendWeeklySummaries, tellOfAccess } from '../../src/access-log/wholeness/tell-of-access.ts'
import { watchCoverage } from '../../src/access-log/wholeness/watch-coverage.ts'
import { DAY, HOUR, later } from '../../src/shared/clock.ts'
import { addDays, ukToday } from '../../src/shared/dates.ts'
import { ukInstant } from '../../src/shared/uk-time.ts'
import { aDisclosure, disclose, signedIn } from '../support/access-log.ts'
import { accessToken, anAgency, type TestAgency } from '../support/agency.ts'
import { startHouse, type House } from '../support/house.ts'
import { aReport } from '../support/reports.ts'

const NOON = new Date('2026-11-20T12:00:00Z')

describe('what is a gap', () => {
  const body = (more: Partial<Reporting> = {}): Reporting => ({
    ...{ agencyId: 'dvla', lastHeard: NOON, counts: [], arrivals: [], exchanges: [] },
    ...more,
  })
  const counted = (day: string, records: number, more: object = {}) => ({
    ...{ day, records, receivedAt: new Date(`${addDays(day, 1)}T06:00:00Z`), disclosedTo: {}, receivedFrom: {} },
    ...more,
  })
  const found = (bodies: Reporting[], now: string) =>
    gapsOf(bodies, new Date(now)).map(({ agencyId, kind, day }) => `${agencyId} ${kind} ${day}`)

  test.each<[string, Reporting[], string, string[]]>([
    ['which owes nothing before noon', [body({ counts: [counted('2026-11-18', 0)] })], '2026-11-20T11:59:00Z', []],
    [
      'that owes a count',
      [body({ counts: [counted('2026-11-18', 0)] })],
      '2026-11-20T12:00:00Z',
      ['dvla uncounted 2026-11-19'],
    ],
    [
      'whose counts stopped, and whose records too',
      [body({ counts: [counted('2026-11-17', 0)], lastHeard: new Date('2026-11-18T06:00:00Z') })],
      '2026-11-20T13:00:00Z',
      ['dvla silent 2026-11-18'],
    ],
    [
      'of which fewer came than it says, and of which more',
      [
        body({
          counts: [counted('2026-11-18', 5), counted('2026-11-19', 1)],
          arrivals: [
            { day: '2026-11-18', records: 4 },
            { day: '2026-11-19', records: 2 },
          ],
        }),
      ],
      '2026-11-20T10:00:00Z',
      ['dvla fewer 2026-11-18', 'dvla more 2026-11-19'],
    ],
    [
      'which has only just counted has time',
      [body({ counts: [counted('2026-11-19', 5, { receivedAt: new Date('2026-11-20T09:45:00Z') })] })],
      '2026-11-20T10:00:00Z',
      [],
    ],
    [
      'without counts that falls out of its rhythm',
      [
        body({
          lastHeard: NOON,
          arrivals: Array.from({ length: 12 }, (_, at) => ({ day: addDays('2026-11-09', at), records: 1 })),
        }),
      ],
      '2026-11-24T12:00:00Z',
      ['dvla silent 2026-11-20'],
    ],
    [
      'without counts that seldom reports',
      [body({ arrivals: [{ day: '2026-11-20', records: 9 }] })],
      '2026-11-24T12:00:00Z',
      [],
    ],
    [
      'that got what the other says it gave, and did not report all of it',
      [
        body({
          counts: [counted('2026-11-19', 1)],
          arrivals: [{ day: '2026-11-19', records: 1 }],
          exchanges: [{ day: '2026-11-19', accessType: 'receive', otherId: 'hmrc', records: 1 }],
        }),
        body({ agencyId: 'hmrc', counts: [counted('2026-11-19', 0, { disclosedTo: { dvla: 40 } })] }),
      ],
      '2026-11-20T10:00:00Z',
      ['dvla exchange 2026-11-19'],
    ],
  ])('a body %s', (_, bodies, now, gaps) => {
    expect(found(bodies, now)).toEqual(gaps)
  })
})

test.each([
  ['health', { data_categories: ['name', 'health'], occurred_start: '2026-11-20T10:00:00Z' }, ['sensitive']],
  ['a look in the evening', { occurred_start: '2026-11-20T20:00:00Z' }, ['out-of-hours']],
  ['a look on a Saturday', { occurred_start: '2026-11-21T10:00:00Z' }, ['out-of-hours']],
  ['a look in hours', { occurred_start: '2026-11-20T10:00:00Z' }, []],
  ['a program by night', { occurred_start: '2026-11-20T03:00:00Z', actor_kind: 'automated' }, []],
  ['a letter by night', { occurred_start: '2026-11-20T03:00:00Z', access_type: 'notify' }, []],
])('why a citizen may want to hear at once of %s', (_, remarkable, reasons) => {
  const record = { access_type: 'consult', actor_kind: 'officer', data_categories: ['name'], ...remarkable }
  expect(reasonsToTell({ ...record, occurred_start: new Date(record.occurred_start) })).toEqual(reasons)
})

const arrived = (subject_ref: Buffer, remarkable: Partial<Arrived> = {}): Arrived => ({
  ...{ chain: 'open', subject_ref, registered_at: NOON, record_id: uuidv7(), controller_id: 'dvla' },
  ...{
    controller_system: null,
    counterparty_id: null,
    access_type: 'consult',
    actor_kind: 'officer',
    data_categories: ['name'],
  },
  occurred_start: NOON,
  ...remarkable,
})

test('arrivals are tallied by body, day in the United Kingdom, kind and other side', () => {
  const late = new Date('2026-06-30T23:30:00Z')
  const subject = Buffer.alloc(32)
  const given = arrived(subject, { occurred_start: late, access_type: 'disclose', counterparty_id: 'hmrc' })
  expect(tally([arrived(subject), given, arrived(subject)])).toEqual([
    { agencyId: 'dvla', day: '2026-07-01', accessType: 'disclose', counterpartyId: 'hmrc', records: 1 },
    { agencyId: 'dvla', day: '2026-11-20', accessType: 'consult', counterpartyId: '', records: 2 },
  ])
})

describe('in the house', () => {
  let house: House
  let dvla: TestAgency
  let token: string
  beforeAll(async () => {
    house = await startHouse()
    dvla = await anAgency(house.database, {
      ...{ id: 'dvla', name: { en: 'Driver and Vehicle Licensing Agency', cy: 'Yr Asiantaeth Yrru' } },
      systemsCovered: [{ en: 'Drivers’ records' }],
      systemsMissing: [{ en: 'Paper files', cy: 'Ffeiliau papur' }],
    })
    token = await accessToken(house.baseUrl, house.baseUrl, dvla, 'access-records.write')
  })
  afterAll(() => house.close())

  const yesterday = () => addDays(ukToday(house.clock()), -1)
  const count = async (day: string, payload: object, signer = dvla) => {
    const said = { iss: 'dvla', aud: house.baseUrl, date: day, ...payload }
    const jws = await new CompactSign(Buffer.from(JSON.stringify(said)))
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(await importJWK(signer.privateKey, 'ES256'))
    return put(day, jws)
  }
  const put = async (day: string, body: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/jose' }
    const response = await fetch(`${house.baseUrl}/api/access-counts/${day}`, { method: 'PUT', headers, body })
    return {
      status: response.status,
      ...((await response.json()) as { arrived?: number; errors?: { field: string }[] }),
    }
  }

  test('a body that signs more than came has its gap shown to citizens and operators, until the rest is there', async () => {
    const { worker } = house.database
    const amira = await signedIn(house, 'amira')
    const at = ukInstant({ date: yesterday(), time: '10:00' })
    await noteArrivals(worker, [arrived(amira.subject, { occurred_start: at })], house.clock())
    expect(await count(yesterday(), { records: 2 })).toMatchObject({ status: 201, arrived: 1 })
    const soon = later(house.clock(), HOUR)
    await watchCoverage(worker, soon)
    await watchCoverage(worker, soon)

    const list = await amira.browser.get('/access')
    expect(list.text).toContain('Driver and Vehicle Licensing Agency used data more often on')
    expect(list.text).toContain('This list may be incomplete.')
    const operator = await house.staff('operator-one')
    expect((await operator.get('/operator/coverage')).text).toContain('Fewer came than it says')
    expect(await worker('notices').where({ kind: 'access-log-gap' })).toHaveLength(2)
    const stranger = await house.browser().get('/access/coverage')
    expect(stranger.text).toMatch(/May be incomplete.*Drivers’ records.*Paper files/)

    await noteArrivals(worker, [arrived(amira.subject, { occurred_start: at })], house.clock())
    await watchCoverage(worker, soon)
    expect((await amira.browser.get('/access')).text).not.toContain('used data more often')
    expect((await operator.get('/operator/coverage')).text).toContain('Closed on')
  })

  test('what was looked at in our own pages is told of like any look, and held against no count of a body', async () => {
    const { owner, worker } = house.database
    const kofi = await signedIn(house, 'kofi')
    const before = await owner('access_arrivals').select()
    const atNight = { occurred_start: ukInstant({ date: yesterday(), time: '22:00' }) }
    await noteArrivals(
      worker,
      [
        arrived(kofi.subject, { ...atNight, controller_id: 'tell-us-once' }),
        arrived(kofi.subject, { controller_system: 'Tell us once' }),
        arrived(kofi.subject, { controller_id: 'tell-us-once', access_type: 'disclose' }),
      ],
      house.clock(),
    )
    expect(await owner('access_arrivals').select()).toEqual(before)
    const told = owner('access_to_tell').where({ subject_ref: kofi.subject }).orderBy('id')
    expect(await told.select('body_id', 'reasons')).toEqual([
      { body_id: 'tell-us-once', reasons: ['out-of-hours'] },
      { body_id: 'dvla', reasons: [] },
    ])
  })

  test('a count is kept once, and another one of the day takes its place', async () => {
    const day = addDays(yesterday(), -1)
    expect((await count(day, { records: 1, iat: 1 })).status).toBe(201)
    const before = await house.database.owner('access_counts').where({ day })
    expect(await put(day, String((before[0] as { jws: string }).jws))).toMatchObject({ status: 200 })
    expect((await count(day, { records: 3 })).status).toBe(201)
    expect(await house.database.owner('access_counts').where({ day })).toHaveLength(2)
  })

  test('a count is refused that is not the body’s own, of another day, or of none that is looked at', async () => {
    const other = await anAgency(house.database, { id: 'hmrc' })
    const day = yesterday()
    expect((await count(day, { records: 1 }, other)).status).toBe(400)
    const fields = async (sent: ReturnType<typeof count>) => (await sent).errors?.map(({ field }) => field)
    expect(await fields(count(day, { records: 1, iss: 'hmrc' }))).toEqual(['iss'])
    expect(await fields(count(day, { records: 1, aud: 'https://elsewhere.example' }))).toEqual(['aud'])
    expect(await fields(count(day, { records: 1, date: addDays(day, -1) }))).toEqual(['date'])
    expect(await fields(count(day, { records: -1 }))).toEqual(['records'])
    for (const wrong of [addDays(day, 1), addDays(day, -60), '2026-02-30', 'yesterday'])
      expect(await fields(count(wrong, { records: 1 }))).toEqual(['date'])
    expect((await put(day, 'not.a.jws')).status).toBe(400)
  })

  test('citizens hear at once of what is new or sensitive, each week of anything, and never when somebody is at risk', async () => {
    const { worker, owner } = house.database
    const [grace, llyr] = [await signedIn(house, 'grace'), await signedIn(house, 'llyr')]
    const reportId = await aReport(house.database, house.config.vault, llyr)
    await owner('reports').where({ id: reportId }).update({ safety: true })
    const record = (subjectRef: Buffer) =>
      aDisclosure({ subjectRef, agencyId: 'dvla', registeredAt: later(house.clock(), -DAY) })
    // That we told a body, its citizen knows; what a body then does is no longer that of a stranger.
    await disclose(house.database, record(grace.subject))
    const news = async (): Promise<unknown[]> =>
      owner('notices')
        .whereIn('account_id', [grace.accountId, llyr.accountId])
        .orderBy('kind')
        .select('account_id', 'kind')
    const at = later(house.clock(), -HOUR)
    const quiet = { registered_at: at, occurred_start: ukInstant({ date: '2026-11-18', time: '10:00' }) }
    await noteArrivals(worker, [arrived(grace.subject, quiet)], at)
    await tellOfAccess(worker)
    await sendWeeklySummaries(worker, house.clock())
    expect(await news()).toEqual([])

    const records = [grace, llyr].map(({ subject }) => arrived(subject, { ...quiet, controller_id: 'hmrc' }))
    const sensitive = arrived(grace.subject, { ...quiet, data_categories: ['health'] })
    const sealed = arrived(grace.subject, { ...quiet, chain: 'sealed', controller_id: 'police' })
    await noteArrivals(worker, [...records, sensitive, sealed], at)
    await tellOfAccess(worker)
    await tellOfAccess(worker)
    expect(await news()).toEqual([{ account_id: grace.accountId, kind: 'access-alert' }])
    expect(await owner('access_to_tell')).toEqual([])

    for (const { subject } of [grace, llyr])
      await owner.raw(
        `insert into access_records (record_id, subject_ref, registered_at, body_id, controller_id, trace_id, span_id, name,
           status, occurred_start, occurred_end, access_type, activity_id, purpose, legal_basis, power, data_categories, actor_kind)
         values (?, ?, ?, 'hmrc', 'hmrc', '', '', 'look', 'ok', now(), now(), 'consult', 'a', 'p', '6(1)(e)', 'law', '{name}', 'officer')`,
        [randomUUID(), subject, at],
      )
    await sendWeeklySummaries(worker, house.clock())
    await sendWeeklySummaries(worker, house.clock())
    expect(await news()).toHaveLength(2)
    expect(await news()).toContainEqual({ account_id: grace.accountId, kind: 'access-digest' })
  })
})
