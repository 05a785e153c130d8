import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { currentGrants, grantKey } from '../../src/subscriptions/grants-store.ts'
import { recipientsOf } from '../../src/subscriptions/recipients-store.ts'
import { listSubscriptions } from '../../src/subscriptions/subscription-store.ts'
import { headerPlace } from '../../src/subscriptions/subscription.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { openSetting } from '../../src/vault/vault.ts'
import { agencyEntry, agreementEntry, fileOf, streamEntry } from '../support/agencies-file.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

const key = () => parseKeyring(`test:${randomBytes(32).toString('base64')}`)
const vault = { dataKeys: key(), pseudonymKeys: key() }
const [LEEDS, CARDIFF] = ['E08000035', 'W06000015']
const today = '2026-11-22'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await apply(dvla({}), council('leeds-city-council', LEEDS), council('cardiff-council', CARDIFF))
})
afterAll(() => database.close())

const apply = (...agencies: Record<string, unknown>[]) =>
  applyAgenciesFile(database.worker, vault, fileOf(...agencies), {
    ...{ lifeEvents, allowLoopback: false },
    now: new Date('2026-11-22T09:00:00Z'),
  })

const covering = (...fields: string[]) => [{ type: 'change-of-address', fields }]

/** Two records, two agreements, a stream for each. */
const dvla = (licence: object) =>
  agencyEntry({
    id: 'dvla',
    name: { en: 'DVLA' },
    streams: [
      streamEntry({ agreements: ['dvla-driving-licence'], authorization_header: 'Bearer licences' }),
      streamEntry({ agreements: ['dvla-vehicle-log-book'] }),
    ],
    agreements: [
      agreementEntry({
        id: 'dvla-driving-licence',
        ...{ matching: ['names', 'driver_number'], events: covering('names', 'new_address'), ...licence },
      }),
      agreementEntry({ id: 'dvla-vehicle-log-book', events: covering('new_address') }),
    ],
  })

const council = (id: string, area: string, remarkable: object = {}) =>
  agencyEntry({ id, routing: { areas: [area] }, agreements: [agreementEntry({ id: `${id}-address`, ...remarkable })] })

const told = async (areas: string[] = [], day = today, eventType = 'change-of-address') => {
  const recipients = await recipientsOf(database.web, { eventType, areas, today: day })
  return recipients.map(({ agreement }) => agreement.id)
}

const NATIONWIDE = ['dvla-driving-licence', 'dvla-vehicle-log-book']

test('a body that serves everywhere is told of every move, a council of those that touch its area', async () => {
  expect(await told()).toEqual(NATIONWIDE)
  expect(await told([LEEDS])).toEqual([...NATIONWIDE, 'leeds-city-council-address'])
  expect(await told(['E10000003', CARDIFF, LEEDS])).toEqual([
    ...NATIONWIDE,
    'cardiff-council-address',
    'leeds-city-council-address',
  ])
  expect(await told([LEEDS], today, 'a-death')).toEqual([])
})

test('each stream is told under its own agreement, with that agreement’s fields', async () => {
  const [licence, logBook] = await recipientsOf(database.web, { eventType: 'change-of-address', areas: [], today })
  const [first, second] = await listSubscriptions(database.web, ['dvla'])
  expect(licence).toMatchObject({
    subscriptionId: first!.id,
    method: 'push',
    agency: { id: 'dvla', name: { en: 'DVLA' }, illustration: false },
    fields: ['names', 'new_address', 'driver_number'],
    agreement: { id: 'dvla-driving-licence', version: 1, legalBasis: '6(1)(e)' },
  })
  expect(logBook).toMatchObject({ subscriptionId: second!.id, fields: ['new_address'] })
})

test('nobody is told after the last day of an agreement', async () => {
  await apply(council('leeds-city-council', LEEDS, { ends_on: '2026-12-31' }))
  expect(await told([LEEDS], '2026-12-31')).toContain('leeds-city-council-address')
  expect(await told([LEEDS], '2027-01-01')).toEqual(NATIONWIDE)
})

test.each([
  ['the body is suspended', 'agencies', { status: 'suspended' }, false],
  ['the subscription is disabled', 'subscriptions', { status: 'disabled' }, false],
  ['the subscription is paused', 'subscriptions', { status: 'paused' }, true],
  ['the subscription asks for other events', 'subscriptions', { events: ['a-death'] }, false],
  ['the subscription asks for this event', 'subscriptions', { events: ['a-death', 'change-of-address'] }, true],
  ['the subscription serves no agreement', 'subscriptions', { agreements: [] }, false],
  ['the agreement has ended', 'agreements', { state: 'ended' }, false],
])('when %s', async (_, table, change, isTold) => {
  const column = table === 'agencies' ? 'id' : 'agency_id'
  const before: object | undefined = await database
    .owner(table)
    .where({ [column]: 'cardiff-council' })
    .first(...Object.keys(change))
  await database
    .owner(table)
    .where({ [column]: 'cardiff-council' })
    .update(change)
  expect((await told([CARDIFF])).includes('cardiff-council-address')).toBe(isTold)
  await database
    .owner(table)
    .where({ [column]: 'cardiff-council' })
    .update({ ...before })
})

test('fan-out, in one statement over many reports, picks whom the preview shows', async () => {
  const { rows } = await database.worker.raw<{ rows: { report: string; agreement_id: string }[] }>(
    `select reports.report, agreement_id
     from (values ('in-leeds', array['E08000035']), ('in-cardiff', array['W06000015']), ('abroad', '{}'))
       as reports (report, areas)
     cross join lateral recipients_of('change-of-address', reports.areas, ?)
     order by report, agreement_id`,
    [today],
  )
  const of = (report: string) => rows.filter((row) => row.report === report).map((row) => row.agreement_id)
  expect(of('in-leeds')).toEqual((await told([LEEDS])).toSorted())
  expect(of('in-cardiff')).toEqual((await told([CARDIFF])).toSorted())
  expect(of('abroad')).toEqual((await told()).toSorted())
})

test('who is told is joined through indexes, not worked out report by report', async () => {
  const { rows } = await database.worker.raw<{ rows: { 'QUERY PLAN': string }[] }>(
    `explain select * from recipients_of('change-of-address', '{E08000035}', '2026-11-22')`,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).not.toContain('Function Scan')
  expect(plan).toMatch(/Index Scan using agreement_(events|versions)/)
})

test('what may be sent is asked again at every sending: revoked at one, it is not in the next', async () => {
  const [stream] = await listSubscriptions(database.web, ['dvla'])
  const wanted = {
    subscriptionId: stream!.id,
    agreementId: 'dvla-driving-licence',
    eventType: 'change-of-address',
  }
  const grant = async (day = today) => (await currentGrants(database.worker, [wanted], day)).get(grantKey(wanted))

  const granted = await grant()
  expect(granted).toMatchObject({
    agreement: { version: 1, agencyId: 'dvla' },
    fields: ['names', 'new_address', 'driver_number'],
    subscription: { id: stream!.id, method: 'push', endpointUrl: 'https://events.leeds.gov.uk/set', status: 'enabled' },
    agencyActive: true,
  })
  const header = granted!.subscription.authorizationHeader!
  expect(openSetting(vault, header, headerPlace(stream!.id))).toBe('Bearer licences')

  await apply(dvla({ events: covering('names'), matching: [], ends_on: '2027-01-31' }))
  expect(await grant()).toMatchObject({ agreement: { version: 2 }, fields: ['names'] })
  expect(await grant('2027-02-01')).toBeUndefined()

  await database.owner('agencies').where({ id: 'dvla' }).update({ status: 'suspended' })
  await database.owner('subscriptions').where({ id: stream!.id }).update({ status: 'disabled' })
  expect(await grant()).toMatchObject({ agencyActive: false, subscription: { status: 'disabled' } })

  await apply({ ...dvla({}), agreements: [], streams: [streamEntry()] })
  expect(await grant()).toBeUndefined()
})

test('many are asked about at once, the same ones more than once, and none of another body’s', async () => {
  const streams = await listSubscriptions(database.web, ['leeds-city-council', 'cardiff-council'])
  const [cardiff, leeds] = streams.map(({ id, agencyId }) => ({
    subscriptionId: id,
    agreementId: `${agencyId}-address`,
    eventType: 'change-of-address',
  }))
  const crossed = { ...leeds!, agreementId: cardiff!.agreementId }
  const wanted = [leeds!, cardiff!, leeds!, crossed, { ...leeds!, eventType: 'a-death' }]
  const grants = await currentGrants(database.worker, wanted, today)
  expect([...grants.keys()].toSorted()).toEqual([leeds!, cardiff!].map(grantKey).toSorted())
  expect(await currentGrants(database.worker, [], today)).toEqual(new Map())
})
