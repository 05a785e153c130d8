import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import type { Identity } from '../../src/identity/claims.ts'
import { listedAs } from '../../src/reports/listed-as.ts'
import { ukToday } from '../../src/shared/dates.ts'
import { recipientsOf } from '../../src/subscriptions/recipients-store.ts'
import { pairwise } from '../../src/vault/pseudonyms.ts'
import { aCitizen, as, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, BASE_URL } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'
import { startTransmitter, type Caller, type Transmitter } from '../support/ssf.ts'

const vault = testVault()
const UK_NUMBER = `${BASE_URL}/schemas/subjects/uk-number/v1`
let database: TestDatabase
let transmitter: Transmitter
let amira: Citizen
let grace: Citizen
let police: Caller
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
  stream = await aPoller('police', true)
  await aPoller('dvla', false)
  police = await transmitter.body('police')
  await database.owner('agencies').where({ id: 'police' }).update({ by_interest: true })
})
afterEach(() => empty(database))

const aPoller = async (id: string, byInterest: boolean) => {
  const subscription = { method: 'poll', endpointUrl: null } as const
  const made = await aRecipient(database, vault, id, '', { subscription })
  await database.owner('agencies').where({ id }).update({ by_interest: byInterest })
  return made
}
const add = (subject: object, by = police, id = stream) => note('add', subject, by, id)
const remove = (subject: object, by = police, id = stream) => note('remove', subject, by, id)
const note = async (what: string, subject: object, by: Caller, stream_id: string) => {
  ahead += 1000
  const { status, body } = await by.call('POST', `/ssf/subjects/${what}`, { stream_id, subject })
  expect([status, body]).toEqual([what === 'add' ? 200 : 204, ''])
}

const identity: Identity = {
  ...{ names: [], addresses: [], drivingPermits: [], passports: [], birthDate: '1988-04-03' },
  ...{ email: 'Amira.Osei@Example.org', phone: '+447700900123' },
}
/** As the page that sends it works it out. @returns who is told */
const toldOf = async (person: Citizen, facts = MOVE, known = { identity, proved: true }) => {
  const report = await aReport(database, vault, person, { facts, listedAs: listedAs(vault, known, facts, false) })
  await fanOut(database.worker, vault, clock())
  return database.owner('deliveries').where({ report_id: report }).orderBy('agency_id').pluck<string[]>('agency_id')
}
const opaque = (agency: string, person: Citizen) => ({
  format: 'opaque',
  id: pairwise(vault, agency, 'person', person.subject),
})

describe('a body that is told by interest', () => {
  test('is told of nobody whom it has not listed; others are told as ever', async () => {
    expect(await toldOf(amira)).toEqual(['dvla'])
    await add({ format: 'email', email: 'grace@example.org' })
    expect(await toldOf(amira)).toEqual(['dvla'])
  })

  test.each<[string, object]>([
    [
      'e-mail address, in whatever case (RFC 9493, section 3.2.3)',
      { format: 'email', email: ' amira.osei@example.ORG' },
    ],
    ['phone number (section 3.2.6)', { format: 'phone_number', phone_number: '+447700900123' }],
    ['phone number as it is dialled here', { format: 'phone_number', phone_number: '07700 900123' }],
    [
      'National Insurance number and birth date',
      { format: UK_NUMBER, type: 'national_insurance_number', number: 'qq 12 34 56 c', birth_date: '1988-04-03' },
    ],
    [
      'one of several (section 3.2.8)',
      {
        format: 'aliases',
        identifiers: [
          { format: 'iss_sub', iss: 'https://example.gov.uk', sub: '7' },
          { format: 'email', email: 'amira.osei@example.org' },
        ],
      },
    ],
  ])('is told of who is listed by %s, until it removes them', async (_what, subject) => {
    await add(subject)
    expect(await toldOf(amira)).toEqual(['dvla', 'police'])
    await remove(subject)
    expect(await toldOf(amira)).toEqual(['dvla'])
  })

  test('is told of who is listed by its own id for them', async () => {
    await add({ format: 'email', email: 'amira.osei@example.org' })
    await toldOf(amira)
    await remove({ format: 'email', email: 'amira.osei@example.org' })
    await add(opaque('police', amira))
    expect(await toldOf(amira, MOVE, { identity: { ...identity, email: 'new@example.org' }, proved: true })).toEqual([
      'dvla',
      'police',
    ])
    expect(await toldOf(grace, MOVE, { identity: { ...identity, email: 'g@example.org' }, proved: true })).toEqual([
      'dvla',
    ])
  })

  test('is not told of who was removed before it was told, though the report was waiting for it', async () => {
    const subject = { format: 'email', email: 'amira.osei@example.org' }
    const poll = async () => {
      const { body } = await police.call('POST', `/ssf/poll/${stream}`, { returnImmediately: true })
      return Object.keys((body as { sets: object }).sets).length
    }
    await add(subject)
    await toldOf(amira)
    expect(await poll()).toBe(1)
    await toldOf(amira)
    await remove(subject)
    expect(await poll()).toBe(0)
    const states = await database.owner('deliveries').where({ agency_id: 'police' }).orderBy('id').pluck('state')
    expect(states).toEqual(['due', 'not-allowed'])
  })

  test('is not told by another body’s id, or another body’s list', async () => {
    await add(opaque('dvla', amira))
    const other = await aPoller('nhs', true)
    const nhs = await transmitter.body('nhs')
    await database.owner('agencies').where({ id: 'nhs' }).update({ by_interest: true })
    await add({ format: 'email', email: 'amira.osei@example.org' }, nhs, other)
    expect(await toldOf(amira)).toEqual(['dvla', 'nhs'])
  })

  test('is not told by somebody else’s number that was typed into a report', async () => {
    const number = { type: 'national_insurance_number', number: 'QQ123456C' }
    await add({ format: UK_NUMBER, ...number, birth_date: '1961-07-30' })
    expect(await toldOf(amira)).toEqual(['dvla'])
    await add({ format: UK_NUMBER, ...number, birth_date: '1988-04-03' })
    expect(await toldOf(amira, MOVE, { identity, proved: false })).toEqual(['dvla'])
    expect(await toldOf(amira)).toEqual(['dvla', 'police'])
  })

  test('says so in the configuration of its streams (SSF 1.0, section 7.1)', async () => {
    const { body } = await police.call('GET', `/ssf/streams?stream_id=${stream}`)
    expect(body).toMatchObject({ default_subjects: 'NONE' })
    expect((await police.call('GET', '/.well-known/ssf-configuration')).body).toMatchObject({ default_subjects: 'ALL' })
  })
})

describe('a body that is told of all', () => {
  test('may say that it has no file on somebody, by the id that it was told, and take that back', async () => {
    const dvla = await transmitter.body('dvla')
    const [row] = await database.owner('subscriptions').where({ agency_id: 'dvla' }).select<{ id: string }[]>('id')
    const id = row?.id ?? ''
    expect(await toldOf(amira)).toEqual(['dvla'])
    await remove(opaque('dvla', amira), dvla, id)
    expect([await toldOf(amira), await toldOf(grace)]).toEqual([[], ['dvla']])
    await add(opaque('dvla', amira), dvla, id)
    expect(await toldOf(amira)).toEqual(['dvla'])
  })
})

describe('what a citizen sees before anything is sent', () => {
  const shown = (person: Citizen) =>
    as(database, person, async (tx) => {
      const wanted = { eventType: 'change-of-address', areas: [], today: ukToday(clock()) }
      const known = (await recipientsOf(tx, wanted)).filter(({ withoutFile }) => !withoutFile)
      return known.map(({ agency }) => [agency.id, agency.byInterest])
    })

  test('is the same whether or not a body has listed them', async () => {
    const before = await shown(amira)
    expect(before).toEqual([
      ['dvla', false],
      ['police', true],
    ])
    await add({ format: 'email', email: 'amira.osei@example.org' })
    await add(opaque('police', amira))
    await remove(opaque('police', grace))
    expect([await shown(amira), await shown(grace)]).toEqual([before, before])
  })

  test('leaves out a body that has said that it has no file on them', async () => {
    const dvla = await transmitter.body('dvla')
    const [row] = await database.owner('subscriptions').where({ agency_id: 'dvla' }).select<{ id: string }[]>('id')
    await toldOf(amira)
    await remove(opaque('dvla', amira), dvla, row?.id)
    expect(await shown(amira)).toEqual([['police', true]])
    expect(await shown(grace)).toHaveLength(2)
  })
})

test('lists say nothing to who can read them, and fit no report as they stand', async () => {
  await add({ format: 'email', email: 'amira.osei@example.org' })
  await toldOf(amira)
  const [listed] = await database.owner('stream_subjects').select<{ subject_hash: Buffer }[]>('subject_hash')
  const [report] = await database.owner('reports').select<{ listed_as: Buffer[] }[]>('listed_as')
  expect(listed?.subject_hash).toHaveLength(32)
  expect(report?.listed_as.map((hash) => hash.toString('hex'))).not.toContain(listed?.subject_hash.toString('hex'))
  const asCitizen = await as(database, amira, (tx) => tx('stream_subjects').select())
  expect(asCitizen).toEqual([])
})

test.each([
  ['no number', { format: UK_NUMBER, type: 'national_insurance_number', birth_date: '1988-04-03' }],
  ['no birth date', { format: UK_NUMBER, type: 'national_insurance_number', number: 'QQ123456C' }],
  ['a type that there is not', { format: UK_NUMBER, type: 'nhs_number', number: '1', birth_date: '1988-04-03' }],
  ['too many identifiers', { format: 'aliases', identifiers: Array(21).fill({ format: 'email', email: 'a@b.c' }) }],
])('a subject with %s is refused', async (_what, subject) => {
  expect((await police.call('POST', '/ssf/subjects/add', { stream_id: stream, subject })).status).toBe(400)
})
