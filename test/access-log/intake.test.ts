import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { MemoryStore } from 'express-session'
import { exportJWK, generateKeyPair } from 'jose'
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findEntries } from '../../src/access-log/access-entry-store.ts'
import type { SealedReferences } from '../../src/access-log/access-record.ts'
import type { IntakeResult } from '../../src/access-log/intake/intake.ts'
import { accessLogMachineRoutes } from '../../src/access-log/intake/machine-routes.ts'
import { findAgency } from '../../src/agencies/agency-store.ts'
import { agencyTokens } from '../../src/identity/agency-tokens.ts'
import { createLogger } from '../../src/shared/log.ts'
import { openDataKeys } from '../../src/vault/data-key-store.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { open } from '../../src/vault/sealing.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { createSite } from '../../src/web/site.ts'
import { aCitizen, as, knownTo, testVault, type Citizen } from '../support/access-log.ts'
import { accessToken, anAgency, anAgreement, type TestAgency } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

const BASE_URL = 'https://tell-us-once.example'
const NOW = new Date('2026-11-22T12:00:00Z')
const vault = testVault()
const logs: string[] = []

let database: TestDatabase
let server: Server
let origin: string
let dvla: TestAgency
let token: string
let amira: Citizen
let amiraAtDvla: string

beforeAll(async () => {
  database = await testDatabase()
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  server = createServer(site({ ...(await exportJWK(privateKey)), kid: 'ours' } as SigningJwk))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  dvla = await anAgency(database, { id: 'dvla' })
  await anAgreement(database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
  await anAgreement(database, { id: 'dvla-driving-licence', agencyId: 'dvla', version: 2, power: 'Example Act 2026' })
  await anAgency(database, { id: 'hmrc' })
  await anAgreement(database, { id: 'hmrc-address', agencyId: 'hmrc' })
  token = await accessToken(origin, BASE_URL, dvla, 'access-records.write')
})
afterAll(async () => {
  server.close()
  await database.close()
})
beforeEach(async () => {
  amira = await aCitizen(database, vault, uuidv4())
  amiraAtDvla = await knownTo(database, vault, 'dvla', amira.subject)
})

function site(signingKey: SigningJwk) {
  const logger = createLogger({ level: 'info', write: (line) => logs.push(line) })
  const tokens = agencyTokens({
    ...{ db: database.web, baseUrl: BASE_URL, logger, fetch },
    signingKeys: [signingKey],
    findAgency: (id) => findAgency(database.web, id),
  })
  const parts = { db: database.web, vault, clock: () => NOW, baseUrl: BASE_URL, agencies: tokens.agencies }
  return createSite(
    {
      ...{ db: database.web, logger, sessions: new MemoryStore(), sessionSecrets: ['x'.repeat(32)] },
      ...{ baseUrl: BASE_URL, behindProxy: false, formTargets: [], isReady: () => Promise.resolve(true) },
    },
    { machines: [tokens.routes, accessLogMachineRoutes(parts)], porters: [], people: [] },
  )
}

/** What a body sends; `undefined` leaves a field out. */
const aRecord = (remarkable: Record<string, unknown> = {}) => ({
  record_id: uuidv7(),
  trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
  span_id: '00f067aa0ba902b7',
  name: 'licence.view',
  status: 'ok',
  occurred_start: '2026-11-22T11:58:00.000Z',
  occurred_end: '2026-11-22T11:58:02.500Z',
  access_type: 'consult',
  controller: { id: 'dvla', unit: 'Drivers’ medical group', system: 'Drivers 90' },
  activity_id: `${BASE_URL}/agreements/dvla-driving-licence/versions/1`,
  data_categories: ['name', 'driving-licence'],
  actor: { kind: 'officer', role: 'caseworker', ref: 'officer-4711' },
  case_ref: 'case 2026/17',
  subject: { id_type: 'pairwise', id: amiraAtDvla },
  ...remarkable,
})

interface Answer {
  status: number
  type: string | null
  results: IntakeResult[]
  errors: { field: string; message: string }[]
}

async function report(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${origin}/api/access-records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const { results = [], errors = [] } = (await response.json()) as Partial<Answer>
  return { status: response.status, type: response.headers.get('content-type'), results, errors }
}

const logOf = (citizen: Citizen) =>
  as(database, citizen, (tx) => findEntries(tx, citizen.subjects, { filter: {}, limit: 100 }))

describe('a call with an Idempotency-Key', () => {
  test('may be made again, and stands for nothing else', async () => {
    const record = aRecord()
    const key = { 'idempotency-key': uuidv4() }
    expect(await report(record, key)).toMatchObject({ status: 201 })
    expect(await report(record, key)).toMatchObject({ status: 200, results: [{ result: 'duplicate' }] })
    expect(await report(aRecord(), key)).toMatchObject({ status: 409, type: 'application/problem+json; charset=utf-8' })
    expect(await logOf(amira)).toHaveLength(1)
  })

  test('whose key is not one is refused', async () => {
    expect(await report(aRecord(), { 'idempotency-key': 'a key' })).toMatchObject({ status: 400 })
    expect(await report(aRecord(), { 'idempotency-key': 'k'.repeat(256) })).toMatchObject({ status: 400 })
  })
})

describe('a body reports that it looked at somebody’s data', () => {
  test('and they see who, when by both clocks, what, under which agreement and why', async () => {
    const record = aRecord()
    expect(await report(record)).toMatchObject({
      status: 201,
      results: [{ record_id: record.record_id, result: 'recorded' }],
    })
    expect(await logOf(amira)).toMatchObject([
      {
        recordId: record.record_id,
        bodyId: 'dvla',
        ours: false,
        unit: 'Drivers’ medical group',
        system: 'Drivers 90',
        registeredAt: NOW,
        occurredStart: new Date(record.occurred_start),
        occurredEnd: new Date(record.occurred_end),
        accessType: 'consult',
        status: 'ok',
        legalBasis: '6(1)(e)',
        power: 'https://www.legislation.gov.uk/ukpga/1988/52/section/99',
        agreementId: 'dvla-driving-licence',
        dataCategories: ['name', 'driving-licence'],
        actor: { kind: 'officer', role: 'caseworker' },
        traceId: record.trace_id,
      },
    ])
  })

  test('and the snapshot is of the version it names', async () => {
    await report(aRecord({ activity_id: `${BASE_URL}/agreements/dvla-driving-licence/versions/2` }))
    expect(await logOf(amira)).toMatchObject([{ power: 'Example Act 2026' }])
  })

  test('and its references to officer and case are sealed under the person’s key', async () => {
    const record = aRecord()
    await report(record)
    const row = await database
      .worker('access_records')
      .where({ record_id: record.record_id })
      .first<{ sealed: Buffer }>()
    expect(JSON.stringify(row)).not.toMatch(/officer-4711|2026\/17/)
    const key = await database
      .worker('subjects')
      .where({ ref: amira.subject })
      .first<{ data_key_id: string }>('data_key_id')
    const keys = await openDataKeys(database.worker, vault, [key.data_key_id])
    const place = { table: 'access_records', column: 'sealed', row: record.record_id }
    expect(open<SealedReferences>(keys.get(key.data_key_id)!.key, row.sealed, place)).toEqual({
      actor_ref: 'officer-4711',
      case_ref: 'case 2026/17',
    })
  })

  test('with no more than it must say, and the rest has the usual values', async () => {
    const bare = aRecord({
      ...{ trace_id: undefined, span_id: undefined, name: undefined, status: undefined, case_ref: undefined },
      ...{ occurred_end: undefined, controller: { id: 'dvla' }, actor: { kind: 'automated', role: 'address check' } },
    })
    expect((await report(bare)).status).toBe(201)
    expect(await logOf(amira)).toMatchObject([
      { status: 'ok', traceId: bare.record_id.replaceAll('-', ''), occurredEnd: new Date(bare.occurred_start) },
    ])
  })

  test('as caused by a token of ours, and they see which report it was', async () => {
    const { jti, reportId } = await aSentToken('dvla', amira)
    expect((await report(aRecord({ life_event_ref: jti }))).status).toBe(201)
    expect(await logOf(amira)).toMatchObject([{ reportId }])
  })

  test.each(['6(1)(e)', 'Article 6(1)(e) UK GDPR'])(
    'naming the legal basis %s of its agreement',
    async (legal_basis) => {
      expect((await report(aRecord({ legal_basis }))).status).toBe(201)
      expect(await logOf(amira)).toMatchObject([{ legalBasis: '6(1)(e)' }])
    },
  )

  test('with a clock a little ahead of ours, and both times are kept', async () => {
    const ahead = '2026-11-22T12:05:00.000Z'
    expect((await report(aRecord({ occurred_start: ahead, occurred_end: ahead }))).status).toBe(201)
    expect(await logOf(amira)).toMatchObject([{ occurredStart: new Date(ahead), registeredAt: NOW }])
  })

  test('with times of another zone', async () => {
    await report(aRecord({ occurred_start: '2026-11-22T12:30:00+01:00', occurred_end: undefined }))
    expect(await logOf(amira)).toMatchObject([{ occurredStart: new Date('2026-11-22T11:30:00Z') }])
  })
})

describe('in other words', () => {
  test.each([
    ['as the token named the person', () => ({ sub_id: { format: 'opaque', id: amiraAtDvla } })],
    ['as a record keeps its subject', () => ({ subject_ref: amiraAtDvla, subject_id_type: 'pairwise' })],
    ['with its visibility', () => ({ subject_ref: amiraAtDvla, visibility: 'open' })],
  ])('%s', async (_words, remarkable) => {
    const answer = await report(aRecord({ subject: undefined, ...remarkable() }))
    expect(answer).toMatchObject({ status: 201 })
    expect(await logOf(amira)).toHaveLength(1)
  })

  test.each([
    ['the agreement’s address', { activity_id: `${BASE_URL}/agreements/dvla-driving-licence` }],
    ['its id', { activity_id: 'dvla-driving-licence' }],
    ['its id alone', { activity_id: undefined, agreement_ref: 'dvla-driving-licence' }],
  ])('%s stands for the version in force', async (_words, remarkable) => {
    expect(await report(aRecord(remarkable))).toMatchObject({ status: 201 })
    const [entry] = await logOf(amira)
    expect(entry?.activityId).toBe(`${BASE_URL}/agreements/dvla-driving-licence/versions/2`)
    expect(entry?.power).toBe('Example Act 2026')
  })

  test('a system that acts by itself has no role', async () => {
    expect(await report(aRecord({ actor: { kind: 'automated' } }))).toMatchObject({ status: 201 })
  })

  test('a visibility that the activity does not give is refused', async () => {
    const { errors } = await report(aRecord({ visibility: 'sealed' }))
    expect(errors.map(({ field }) => field)).toEqual(['visibility'])
  })
})

describe('sending again', () => {
  test('the same record, with its members in another order, is acknowledged and recorded once', async () => {
    const record = aRecord()
    await report(record)
    const again = Object.fromEntries(Object.entries(record).reverse())
    expect(await report(again)).toMatchObject({ status: 200, results: [{ result: 'duplicate' }] })
    expect(await logOf(amira)).toHaveLength(1)
  })

  test('another record under the same id is a conflict, and the first one stands', async () => {
    const record = aRecord()
    await report(record)
    const other = await report({ ...record, access_type: 'alter' })
    expect(other).toMatchObject({ status: 409, type: expect.stringContaining('application/problem+json') as string })
    expect(other.errors.map(({ field }) => field)).toEqual(['record_id'])
    expect(await logOf(amira)).toMatchObject([{ accessType: 'consult' }])
  })

  test('eight times at once is recorded once', async () => {
    const record = aRecord()
    const answers = await Promise.all(Array.from({ length: 8 }, () => report(record)))
    expect(answers.flatMap(({ results }) => results.map(({ result }) => result)).sort()).toEqual([
      ...Array<string>(7).fill('duplicate'),
      'recorded',
    ])
    expect(await logOf(amira)).toHaveLength(1)
  })

  test('a long array twice at once, once backwards, is recorded once and both are answered', async () => {
    const records = Array.from({ length: 1200 }, () => aRecord())
    const answers = await Promise.all([report(records), report(records.toReversed())])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const results = answers.flatMap((answer) => answer.results.map(({ result }) => result))
    expect(results.filter((result) => result === 'recorded')).toHaveLength(1200)
    expect(results.filter((result) => result === 'duplicate')).toHaveLength(1200)
  })

  test('after a change of our keys, the same record is still the same', async () => {
    const record = aRecord()
    await report(record)
    const [newer, older] = [Buffer.alloc(32, 9), Buffer.alloc(32, 2)].map((key) => key.toString('base64'))
    const { current } = vault.pseudonymKeys
    Object.assign(vault, { pseudonymKeys: parseKeyring(`p2:${newer},p1:${older}`) })
    expect(await report(record)).toMatchObject({ status: 200, results: [{ result: 'duplicate' }] })
    Object.assign(vault, { pseudonymKeys: { current, byId: new Map([[current.id, current]]) } })
  })
})

describe('an array', () => {
  test('gets a result for each record, in its order, and what is wrong with one does not stop the others', async () => {
    const [one, two, wrong] = [aRecord(), aRecord(), aRecord({ access_type: 'peek' })]
    const { status, results } = await report([one, wrong, two, one, { ...two, status: 'denied' }, 'not a record'])
    expect(status).toBe(200)
    expect(results.map(({ record_id, result }) => [record_id, result])).toEqual([
      [one.record_id, 'recorded'],
      [wrong.record_id, 'refused'],
      [two.record_id, 'recorded'],
      [one.record_id, 'duplicate'],
      [two.record_id, 'conflict'],
      [null, 'refused'],
    ])
    expect(results[1]?.errors).toEqual([
      { field: 'access_type', message: expect.stringContaining('consult') as string },
    ])
    expect(await logOf(amira)).toHaveLength(2)
  })

  test('of 5,000 records about many people is taken in; one more is too many; an empty one is nothing', async () => {
    const grace = await aCitizen(database, vault, uuidv4())
    const graceAtDvla = await knownTo(database, vault, 'dvla', grace.subject)
    const people = [amiraAtDvla, graceAtDvla]
    const records = Array.from({ length: 5000 }, (_, index) =>
      aRecord({ subject: { id_type: 'pairwise', id: people[index % 2] } }),
    )
    const { results } = await report(records)
    expect(results.filter(({ result }) => result === 'recorded')).toHaveLength(5000)
    const hers = await database
      .worker('access_records')
      .where({ subject_ref: grace.subject })
      .count<{ count: number }[]>()
    expect(hers).toEqual([{ count: 2500 }])
    expect((await report([...records, aRecord()])).status).toBe(413)
    expect(await report([])).toMatchObject({ status: 200, results: [] })
  })

  test('of more than 8 MiB is too large', async () => {
    const padding = ' '.repeat(8 * 1024 * 1024)
    expect((await report(`[${padding}]`)).status).toBe(413)
  })
})

describe('a record is refused, and the answer names the field', () => {
  const day = '2026-11-2'
  test.each<[field: string, change: Record<string, unknown>]>([
    ['record_id', { record_id: undefined }],
    ['record_id', { record_id: uuidv4() }],
    ['record_id', { record_id: 7 }],
    ['trace_id', { trace_id: '0'.repeat(32) }],
    ['trace_id', { trace_id: 'ABCDEF0123456789ABCDEF0123456789' }],
    ['span_id', { span_id: 'short' }],
    ['status', { status: 'fine' }],
    ['occurred_start', { occurred_start: undefined }],
    ['occurred_start', { occurred_start: `${day}2` }],
    ['occurred_start', { occurred_start: `${day}2T11:00:00` }],
    ['occurred_start', { occurred_start: '2026-02-30T11:00:00Z' }],
    ['occurred_start', { occurred_start: `${day}1T24:00:00Z` }],
    ['occurred_start', { occurred_start: '0000-01-01T00:00:00Z' }],
    ['occurred_start', { occurred_start: 1793491200, occurred_end: undefined }],
    ['occurred_start', { occurred_start: `${day}2T12:11:00Z`, occurred_end: undefined }],
    ['occurred_end', { occurred_end: `${day}2T11:00:00Z` }],
    ['access_type', { access_type: 'read' }],
    ['controller.id', { controller: { id: 'hmrc' } }],
    ['controller', { controller: 'dvla' }],
    ['controller.nmae', { controller: { id: 'dvla', nmae: 'DVLA' } }],
    ['counterparty', { access_type: 'receive' }],
    ['activity_id', { activity_id: 'https://dvla.example/activities/1' }],
    ['activity_id', { activity_id: `${BASE_URL}/agreements/dvla-driving-licence/versions/9` }],
    ['activity_id', { activity_id: `${BASE_URL}/agreements/hmrc-address/versions/1` }],
    ['legal_basis', { legal_basis: '6(1)(c)' }],
    ['legal_basis', { legal_basis: '6(1)(f)' }],
    ['legal_basis', { legal_basis: '6(1)(ea)' }],
    ['legal_basis', { legal_basis: 'because' }],
    ['power', { power: 'https://www.legislation.gov.uk/ukpga/1992/14' }],
    ['agreement_ref', { agreement_ref: 'dvla-vehicle-log-book' }],
    ['life_event_ref', { life_event_ref: uuidv7() }],
    ['life_event_ref', { life_event_ref: 'moving house' }],
    ['data_categories', { data_categories: [] }],
    ['data_categories.1', { data_categories: ['name', 'Amira Hassan'] }],
    ['data_categories', { data_categories: 'name' }],
    ['actor.kind', { actor: { kind: 'robot', role: 'r2' } }],
    ['actor.role', { actor: { kind: 'officer' } }],
    ['actor.role', { actor: { kind: 'officer', role: '' } }],
    ['actor.role', { actor: { kind: 'officer', role: 'x'.repeat(101) } }],
    ['case_ref', { case_ref: 'with a \u0000 in it' }],
    ['case_ref', { case_ref: 'half of a pair \ud800' }],
    ['subject', { subject: undefined }],
    ['subject', { batch: { count: 3 } }],
    ['subject.id_type', { subject: { id_type: 'shoe-size', id: '44' } }],
    ['subject.type', { subject: { id: 'QQ123456C' } }],
    ['subject.type', { subject: { id_type: 'pairwise', type: 'nino', id: 'QQ123456C' } }],
    ['subject.id', { subject: { type: 'nino', id: 'GB123456A' } }],
    ['subject.id', { subject: { type: 'nhs-number', id: '943 476 5918' } }],
    ['subject.id', { subject: { type: 'passport', id: '12' } }],
    ['supersedes', { supersedes: uuidv7() }],
    ['supersedes', { void: true }],
    ['batch.count', { subject: undefined, batch: { count: 0 } }],
    ['visibility', { visibility: 'protected-third-party' }],
    ['special_basis', { special_basis: '9(2)(h)' }],
    ['subject.id', { subject: { id_type: 'pairwise', id: 'nobody' } }],
    ['subject_role', { subject_role: 'neighbour' }],
    ['reason', { reason: 'curiosity' }],
    ['__proto__', JSON.parse('{"__proto__": {"status": "denied"}}') as Record<string, unknown>],
  ])('%s: %j', async (field, change) => {
    const answer = await report({ ...aRecord(), ...change })
    expect(answer).toMatchObject({ status: 400, type: expect.stringContaining('application/problem+json') as string })
    expect(answer.errors.map((error) => error.field)).toEqual([field])
    expect(await logOf(amira)).toEqual([])
  })

  test('all of them at once', async () => {
    const { errors } = await report(aRecord({ status: 'fine', access_type: 'read', reason: 'none', span_id: 1 }))
    expect(errors.map(({ field }) => field).sort()).toEqual(['access_type', 'reason', 'span_id', 'status'])
  })

  test('with the same words for nobody, for another body’s id of somebody, and for a person who was erased', async () => {
    const atHmrc = await knownTo(database, vault, 'hmrc', amira.subject)
    const erased = await aCitizen(database, vault, uuidv4())
    const erasedAtDvla = await knownTo(database, vault, 'dvla', erased.subject)
    await database.worker('data_keys').where({ subject_ref: erased.subject }).delete()
    const answers = []
    for (const id of ['nobody', atHmrc, erasedAtDvla]) {
      answers.push((await report(aRecord({ subject: { id_type: 'pairwise', id } }))).errors)
    }
    expect(answers).toEqual(Array(3).fill([{ field: 'subject.id', message: 'unknown subject' }]))
  })

  test('when the token it names was about somebody else, or another body’s', async () => {
    const grace = await aCitizen(database, vault, uuidv4())
    for (const { jti } of [await aSentToken('dvla', grace), await aSentToken('hmrc', amira)]) {
      const { errors } = await report(aRecord({ life_event_ref: jti }))
      expect(errors.map(({ field }) => field)).toEqual(['life_event_ref'])
    }
  })
})

describe('the door', () => {
  test.each([
    ['broken JSON', '{"record_id": ', 400],
    ['text', '"hello"', 400],
    ['nothing', '', 400],
    ['a number', '[1, null, [], {}]', 200],
  ])('answers %s with %i', async (_what, body, status) => {
    const answer = await report(body)
    expect(answer.status).toBe(status)
    expect(answer.results.every(({ result }) => result === 'refused')).toBe(true)
  })

  test('wants JSON and says so', async () => {
    expect((await report('record_id=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400)
  })

  test('is closed without a token, and with one for something else', async () => {
    expect((await report(aRecord(), { authorization: '' })).status).toBe(401)
    const outcomes = await accessToken(origin, BASE_URL, dvla, 'outcomes.write')
    expect((await report(aRecord(), { authorization: `Bearer ${outcomes}` })).status).toBe(403)
  })

  test('has written nothing of what was reported into the log lines', () => {
    expect(logs.length).toBeGreaterThan(50)
    expect(logs.join('')).not.toMatch(/caseworker|officer-4711|Drivers|4bf92f3577b34da6/)
    expect(logs.join('')).not.toContain(amiraAtDvla)
  })
})

/** A delivery of ours that the agency knows the token of. */
async function aSentToken(agencyId: string, { accountId, subject }: Citizen) {
  const [jti, reportId] = [uuidv7(), uuidv7()]
  await database.worker('deliveries').insert({
    id: jti,
    report_id: reportId,
    account_id: accountId,
    subject_ref: subject,
    subscription_id: uuidv7(),
    agency_id: agencyId,
    agreement_id: 'dvla-driving-licence',
    agreement_version: 1,
    event_type: 'change-of-address',
    access_record_id: uuidv7(),
    created_at: NOW,
    next_attempt_at: NOW,
  })
  return { jti, reportId }
}
