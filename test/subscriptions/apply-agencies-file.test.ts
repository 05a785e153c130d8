import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { findAgency, findAgencyClient } from '../../src/agencies/agency-store.ts'
import { agreementHistory } from '../../src/agreements/agreement-store.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { Refusal } from '../../src/shared/refusal.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { changeInWords, summaryInWords } from '../../src/subscriptions/changes-in-words.ts'
import { listSubscriptions } from '../../src/subscriptions/subscription-store.ts'
import { headerPlace, tokenClientPlace } from '../../src/subscriptions/subscription.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { openSetting } from '../../src/vault/vault.ts'
import { agencyEntry, agreementEntry, fileOf, publicJwk, streamEntry } from '../support/agencies-file.ts'
import { empty } from '../support/empty.ts'
import { testDatabase } from '../support/database.ts'

const key = () => parseKeyring(`test:${randomBytes(32).toString('base64')}`)
const vault = { dataKeys: key(), pseudonymKeys: key() }
const now = new Date('2026-11-22T09:00:00Z')
const later = new Date('2026-12-01T09:00:00Z')

const database = await testDatabase()
afterAll(() => database.close())

const apply = (file: unknown, at = now) =>
  applyAgenciesFile(database.worker, vault, file, { lifeEvents, allowLoopback: false, now: at })
const applied = async (file: unknown, at = now) => (await apply(file, at)).changes.map(changeInWords)
const leeds = (remarkable: Record<string, unknown>) => fileOf(agencyEntry(remarkable))
const streams = () => listSubscriptions(database.web, ['leeds-city-council'])
const history = (id = 'leeds-address') => agreementHistory(database.web, id)

beforeEach(() => empty(database))

test('a body is there with its agreement and its stream, as the web process reads them', async () => {
  const header = 'Bearer receives-our-tokens'
  const council = agencyEntry({
    kind: 'council',
    contact: { email: 'data@leeds.gov.uk' },
    routing: { areas: ['E08000035'] },
    region: 'E47000003',
    scopes: ['outcomes.write'],
    illustration: true,
    streams: [streamEntry({ authorization_header: header, events: ['change-of-address'] })],
    agreements: [agreementEntry({ matching: ['council_tax_account'], minimum_age: 18, ends_on: '2027-11-30' })],
  })
  expect(await applied(fileOf(council))).toEqual([
    'leeds-city-council: added',
    'leeds-city-council: agreement leeds-address made, version 1',
    'leeds-city-council: streams[0] added (push)',
  ])

  expect(await findAgency(database.web, 'leeds-city-council')).toEqual({
    id: 'leeds-city-council',
    name: { en: 'Leeds City Council', cy: 'Cyngor Dinas Leeds' },
    cluster: 'human-services',
    kind: 'council',
    contact: { email: 'data@leeds.gov.uk' },
    jwks: { keys: [publicJwk] },
    scopes: ['outcomes.write'],
    areas: ['E08000035'],
    region: 'E47000003',
    active: true,
    state: 'approved',
    conformance: 'waived',
    illustration: true,
    byInterest: false,
  })
  expect(await history()).toEqual([
    {
      id: 'leeds-address',
      version: 1,
      agencyId: 'leeds-city-council',
      purpose: { en: 'Bill the right household for Council Tax', cy: 'Bilio’r aelwyd gywir am y Dreth Gyngor' },
      effect: { en: 'It will update its records.', cy: 'Bydd yn diweddaru ei gofnodion.' },
      legalBasis: '6(1)(e)',
      power: 'https://www.legislation.gov.uk/ukpga/1992/14/schedule/2',
      powerName: null,
      choice: 'required',
      irreversible: false,
      matching: ['council_tax_account'],
      minimumAge: 18,
      usualDays: 28,
      reviewOn: null,
      endsOn: '2027-11-30',
      ...{ account: null, holderId: null, startsOn: null, trial: null },
      events: [{ type: 'change-of-address', fields: ['names', 'new_address', 'move_date'] }],
      agreedAt: now,
      state: 'live',
      changedAt: now,
      reliesOn: null,
      latestVersion: 1,
    },
  ])
  const [stream] = await streams()
  expect(stream).toMatchObject({ position: 0, method: 'push', events: ['change-of-address'], agreements: null })
  expect(stream!.authorizationHeader!.includes(header)).toBe(false)
  expect(openSetting(vault, stream!.authorizationHeader!, headerPlace(stream!.id))).toBe(header)
})

test('applying it again changes nothing, and says so', async () => {
  const file = fileOf(
    agencyEntry({
      jwks: undefined,
      jwks_uri: 'https://leeds.gov.uk/jwks',
      streams: [
        streamEntry({ authorization_header: 'Bearer a' }),
        streamEntry({ method: 'poll', endpoint_url: undefined }),
      ],
    }),
    agencyEntry({ id: 'dvla', name: { en: 'DVLA' }, streams: [], agreements: [] }),
  )
  await apply(file)
  const before = await everything()
  const summary = await apply(file, later)
  expect(summaryInWords(summary)).toEqual([
    'Nothing to change: 2 agencies, 1 agreement and 2 streams stand as the file says.',
  ])
  expect(await everything()).toEqual(before)
})

test('what a stream grants stands as the file says, and as it stood where the file says nothing of it', async () => {
  const maintenance = [{ day: 'sunday', from: '22:00', until: '02:00' }]
  const granted = { max_in_flight: 4, max_per_second: 0.5, maintenance }
  await apply(leeds({ nation: 'scotland', streams: [streamEntry(granted)] }))
  const terms = { maxInFlight: 4, maxPerSecond: 0.5, maintenance }
  expect(await streams()).toMatchObject([terms])
  expect(await findAgency(database.web, 'leeds-city-council')).toMatchObject({ nation: 'scotland' })
  const row = () => database.owner<Record<string, Date | null>>('subscriptions').first('closed_from', 'closed_until')
  expect(await row()).toEqual({
    closed_from: new Date('2026-11-22T22:00:00Z'),
    closed_until: new Date('2026-11-23T02:00:00Z'),
  })

  expect(await applied(leeds({ nation: 'scotland' }))).toEqual([])
  expect(await streams()).toMatchObject([terms])
  const without = { max_in_flight: null, max_per_second: null, maintenance: [] }
  expect(await applied(leeds({ nation: 'scotland', streams: [streamEntry(without)] }))).toEqual([
    'leeds-city-council: streams[0] changed maxInFlight, maxPerSecond, maintenance',
  ])
  expect(await streams()).toMatchObject([{ maxInFlight: null, maxPerSecond: null, maintenance: null }])
  expect(await row()).toEqual({ closed_from: null, closed_until: null })
})

test('an agreement gets a new version when its terms change, and only then', async () => {
  await apply(leeds({}))
  const reordered = agreementEntry({
    events: [{ type: 'change-of-address', fields: ['move_date', 'names', 'new_address'] }],
  })
  expect(await applied(leeds({ agreements: [reordered] }))).toEqual([])
  const widened = agreementEntry({
    events: [{ type: 'change-of-address', fields: ['names', 'new_address', 'move_date', 'old_address'] }],
    usual_days: 10,
  })
  expect(await applied(leeds({ agreements: [widened] }), later)).toEqual([
    'leeds-city-council: agreement leeds-address changed usualDays, events, version 2',
  ])
  expect((await history()).map(({ version, agreedAt, usualDays }) => [version, agreedAt, usualDays])).toEqual([
    [2, later, 10],
    [1, now, 28],
  ])
})

test('consent is the citizen’s to give unless the file says nothing else', async () => {
  await apply(leeds({ agreements: [agreementEntry({ legal_basis: '6(1)(a)' })] }))
  expect((await history())[0]).toMatchObject({ legalBasis: '6(1)(a)', choice: 'optional' })
})

test('an agreement that its body’s entry no longer names has ended; named again, it goes on', async () => {
  await apply(leeds({}))
  expect(await applied(leeds({ agreements: [] }), later)).toEqual(['leeds-city-council: agreement leeds-address ended'])
  expect((await history())[0]).toMatchObject({ state: 'ended', changedAt: later })
  expect(await applied(leeds({ agreements: [] }), later)).toEqual([])
  expect(await applied(leeds({}))).toEqual(['leeds-city-council: agreement leeds-address taken up again, version 1'])
  expect((await history()).map(({ version, state }) => [version, state])).toEqual([[1, 'live']])
})

test('bodies that the file does not name are left alone', async () => {
  await apply(leeds({}))
  await apply(fileOf(agencyEntry({ id: 'dvla', agreements: [agreementEntry({ id: 'dvla-driving-licence' })] })))
  expect((await history())[0]?.state).toBe('live')
  expect(await streams()).toHaveLength(1)
})

test('a stream says what its tokens are signed with, and as whom we ask its receiver for access tokens', async () => {
  const tokens = { token_url: 'https://login.leeds.gov.uk/token', client_id: 'tuo', client_secret: 's3cret' }
  const entry = leeds({ streams: [streamEntry({ signing_alg: 'RS256', ...tokens })] })
  await apply(entry)
  const [stream] = await streams()
  expect(stream).toMatchObject({ algorithm: 'RS256', tokenUrl: tokens.token_url, authorizationHeader: null })
  const client = { clientId: 'tuo', secret: 's3cret', secretIn: 'body' }
  expect(openSetting(vault, stream!.tokenClient!, tokenClientPlace(stream!.id))).toEqual(client)
  expect(await applied(entry)).toEqual([])
  const other = leeds({ streams: [streamEntry({ ...tokens, client_secret: 'n3w' })] })
  const lines = await applied(other)
  expect(lines[0]).toBe('leeds-city-council: streams[0] changed tokenClient, algorithm')
  expect(lines.join()).not.toContain('n3w')
})

test('streams are told apart by their place, keep their id, and go when the file has fewer', async () => {
  const second = 'https://second.leeds.gov.uk/set'
  await apply(leeds({ streams: [streamEntry(), streamEntry({ endpoint_url: second })] }))
  const [first, other] = await streams()
  const secret = streamEntry({ authorization_header: 'Bearer new' })
  expect(await applied(leeds({ streams: [secret, streamEntry({ endpoint_url: second })] }))).toEqual([
    'leeds-city-council: streams[0] changed authorizationHeader',
  ])
  expect((await streams()).map(({ id }) => id)).toEqual([first!.id, other!.id])
  expect(await applied(leeds({ streams: [secret] }))).toEqual(['leeds-city-council: streams[1] removed'])
  expect((await streams()).map(({ id }) => id)).toEqual([first!.id])
})

test('a stream made through the API is not the file’s to remove', async () => {
  await apply(leeds({ streams: [] }))
  await database.worker('subscriptions').insert({
    id: '0190e3a4-0000-7000-8000-000000000001',
    ...{ agency_id: 'leeds-city-council', method: 'poll', changed_at: now },
  })
  expect(await applied(leeds({ streams: [] }))).toEqual([])
  expect(await streams()).toHaveLength(1)
})

test('what operators and receivers decided stays: suspension, and pausing or disabling until the address changes', async () => {
  await apply(leeds({}))
  await database.owner('agencies').update({ status: 'suspended' })
  for (const status of ['disabled', 'paused']) {
    await database.owner('subscriptions').update({ status })
    await apply(leeds({ kind: 'council', streams: [streamEntry({ agreements: ['leeds-address'] })] }))
    expect(await findAgency(database.web, 'leeds-city-council')).toMatchObject({ active: false, kind: 'council' })
    expect((await streams())[0]?.status).toBe(status)
    await apply(leeds({ streams: [streamEntry({ endpoint_url: 'https://moved.leeds.gov.uk/set' })] }))
    expect((await streams())[0]?.status, `moved after it was ${status}`).toBe('enabled')
    await apply(leeds({}))
  }
})

test('access ends with a key that the file no longer names, and not with one more', async () => {
  const tokensFrom = async () => (await findAgencyClient(database.web, 'leeds-city-council'))?.tokensFrom
  const { publicKey } = await generateKeyPair('ES256')
  const next = { ...(await exportJWK(publicKey)), kid: 'next' }
  await apply(leeds({}))
  await apply(leeds({ jwks: { keys: [publicJwk, next] } }))
  expect(await tokensFrom()).toBeUndefined()
  await apply(leeds({ jwks: { keys: [next] } }))
  expect(await tokensFrom()).toBeInstanceOf(Date)
})

test('with one mistake nothing at all is applied, and every mistake is told', async () => {
  const bad = agencyEntry({ id: 'dvla', cluster: 'cars', agreements: [] })
  const refusal = await apply(fileOf(agencyEntry(), bad)).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect((refusal as Refusal).details.errors).toEqual([
    { field: 'agencies[1].cluster', message: expect.stringContaining('must be crime-and-justice') as string },
  ])
  expect(await findAgency(database.web, 'leeds-city-council')).toBeUndefined()
})

test('an agreement’s id stays with its body, even once the agreement has ended', async () => {
  await apply(leeds({}))
  await apply(leeds({ agreements: [] }))
  const thief = agencyEntry({ id: 'cardiff-council' })
  await expect(apply(fileOf(thief))).rejects.toThrow(
    'agencies[0].agreements[0].id is the id of an agreement with leeds-city-council: choose another',
  )
  expect(await findAgency(database.web, 'cardiff-council')).toBeUndefined()
})

test('a failure half-way leaves nothing behind', async () => {
  await database.owner.raw(`alter table subscriptions add constraint no_more check (method <> 'push') not valid`)
  await expect(apply(leeds({}))).rejects.toThrow('no_more')
  await database.owner.raw('alter table subscriptions drop constraint no_more')
  expect(await findAgency(database.web, 'leeds-city-council')).toBeUndefined()
  expect(await history()).toEqual([])
})

test('two people who apply the same file at once get one body', async () => {
  const results = await Promise.all([applied(leeds({})), applied(leeds({})), applied(leeds({}))])
  expect(results.map((changes) => changes.length).toSorted()).toEqual([0, 0, 3])
})

test('the web process cannot change what the file says', async () => {
  await expect(
    applyAgenciesFile(database.web, vault, leeds({}), { lifeEvents, allowLoopback: false, now }),
  ).rejects.toThrow('permission denied')
})

async function everything() {
  const tables = ['agencies', 'agreements', 'agreement_versions', 'agreement_events', 'subscriptions']
  return Promise.all(
    tables.map((table) =>
      database.owner.raw(`select * from ${table} order by 1, 2`).then((result: { rows: object[] }) => result.rows),
    ),
  )
}
