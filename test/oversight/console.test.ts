import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCitizen } from '../support/access-log.ts'
import { accessToken, anAgency, anAgreement, type TestAgency } from '../support/agency.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { aDelivery, anAnswer, fannedOut } from '../support/progress.ts'
import { aReport } from '../support/reports.ts'
import { HOUR, later } from '../../src/shared/clock.ts'

let house: House
let dvla: TestAgency
let rhian: Client
const stream = randomUUID()
beforeAll(async () => {
  house = await startHouse()
  dvla = await anAgency(house.database, { id: 'dvla', contact: { email: 'desk@dvla.example.com' } })
  await anAgreement(house.database, { id: 'dvla-address', agencyId: 'dvla' })
  await house.database.owner('subscriptions').insert({
    ...{ id: stream, agency_id: 'dvla', method: 'poll', description: 'Licences', changed_at: house.clock() },
  })
  await someDeliveries()
  rhian = await house.staff('dvla-admin')
})
afterAll(() => house.close())

/** One waits for three hours, one was answered, one was given up; of an earlier month nothing counts. */
async function someDeliveries(): Promise<void> {
  const { database, config } = house
  const citizen = await aCitizen(database, config.vault, 'amira')
  const now = house.clock()
  const one = async (state: 'due' | 'acknowledged' | 'given-up', hours: number) => {
    const reportId = await aReport(database, config.vault, citizen)
    const createdAt = later(now, -hours * HOUR)
    const id = await aDelivery(database, citizen, {
      ...{ reportId, agencyId: 'dvla', agreementId: 'dvla-address', createdAt, state },
    })
    await database.owner('deliveries').where({ id }).update({ subscription_id: stream, next_attempt_at: createdAt })
    await fannedOut(database, reportId, createdAt)
    return id
  }
  await one('due', 3)
  await one('due', 1)
  await one('given-up', 200)
  await one('given-up', 31 * 24)
  const jti = await one('acknowledged', 50)
  await anAnswer(database, config.vault, { agencyId: 'dvla', jti, status: 'received', at: later(now, -40 * HOUR) })
  await anAnswer(database, config.vault, { agencyId: 'dvla', jti, status: 'done', at: later(now, -30 * HOUR) })
}

const actions = () =>
  house.database.owner('staff_actions').orderBy(['at', 'id']).select<object[]>('action', 'reason', 'detail')

const token = (agency: TestAgency) =>
  accessToken(house.baseUrl, house.baseUrl, agency, 'ssf.manage').catch((error: Error) => error.message)

const callWith = async (accessToken: string) => {
  const answer = await fetch(`${house.baseUrl}/ssf/streams`, { headers: { authorization: `Bearer ${accessToken}` } })
  return answer.status
}

test('the overview says how far behind each stream is, and what became of the last month', async () => {
  const { text } = await rhian.get('/agency')
  expect(text).toContain('Licences On Your system collects it Waiting: 2. Oldest has waited: 3 hours')
  expect(text).toMatch(/Delivered to you 1 Still waiting 2 Given up 1 /)
  expect(text).toMatch(/Answer Number Done 1 More/)
})

test('a stream is paused for a reason, which its system is told, and goes on again', async () => {
  await rhian.get('/agency/streams')
  await rhian.follow('Licences')
  await rhian.submit({ reason: '  ' })
  expect(rhian.page.errors).toEqual(['Enter a reason'])
  await rhian.submit({ reason: 'We move to a new system' })
  expect(rhian.page.text).toContain('Paused. We keep everything until the stream is on again.')
  expect(rhian.page.text).toContain('Reason We move to a new system')
  expect(rhian.page.text).toContain('Success The stream is paused.')
  expect((await rhian.get(rhian.page.url.pathname)).text, 'once').not.toContain('Success')
  expect(await house.database.owner('subscriptions').where({ id: stream }).pluck('status')).toEqual(['paused'])
  await rhian.submit()
  expect(rhian.page.text).toContain('On. We tell you at once.')
  const told = await house.database.owner('stream_events').orderBy('created_at').pluck<object[]>('content')
  expect(told).toEqual([{ status: 'paused', reason: 'We move to a new system' }, { status: 'enabled' }])
  expect(await actions()).toEqual([
    { action: 'stream-paused', reason: 'We move to a new system', detail: {} },
    { action: 'stream-resumed', reason: null, detail: {} },
  ])
})

test('a new key works beside the old one, and a revoked one nowhere from that moment', async () => {
  const other = await anotherProcess()
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const next = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }
  await rhian.get('/agency/keys/change')
  const before = JSON.parse(String(rhian.page.$('#jwks').val())) as { keys: object[] }

  await rhian.submit({ jwks: JSON.stringify({ keys: [...before.keys, next] }) })
  expect(rhian.page.errors).toEqual(['Public keys: each key needs a kid of its own'])
  await rhian.submit({ jwks: JSON.stringify({ keys: [...before.keys, { ...next, kid: 'two' }] }) })
  expect(rhian.page.heading).toBe('Keys')
  expect(rhian.page.text).toContain('Success The keys are changed.')
  const newer = { id: 'dvla', privateKey: { ...(await exportJWK(privateKey)), kid: 'two' } }
  const [oldToken, newToken] = [await token(dvla), await tokenSigned(newer)]
  expect(await Promise.all([oldToken, newToken].map(callWith))).toEqual([200, 200])
  const elsewhere = async (bearer: string) =>
    (await fetch(`${other.baseUrl}/ssf/streams`, { headers: { authorization: `Bearer ${bearer}` } })).status
  expect(await elsewhere(oldToken)).toBe(200)

  await rhian.follow('Revoke one')
  await rhian.submit({ reason: '' })
  expect(rhian.page.errors).toEqual(['Enter a reason'])
  await rhian.submit({ reason: 'It was on a lost laptop' })
  expect(rhian.page.text).toMatch(/Key one State Revoked/)
  expect(await callWith(oldToken), 'what was got with it ends, in this process').toBe(401)
  expect(await elsewhere(oldToken), 'and in another').toBe(401)
  expect(await token(dvla)).toBe('No token: 401')
  await patiently(async () => expect(await callWith(await tokenSigned(newer))).toBe(200))

  await rhian.get('/agency/keys/change')
  await rhian.submit({ jwks: JSON.stringify({ keys: before.keys }) })
  expect(rhian.page.errors).toEqual(['One of these keys was revoked. Make a new key'])
  // As the agencies file does that still names it.
  await house.database
    .worker('agencies')
    .where({ id: 'dvla' })
    .update({ jwks: JSON.stringify(before) })
  expect(await token(dvla)).toBe('No token: 401')
  await other.close()
})

test.each<[string, Record<string, string>, string]>([
  ['nothing', {}, 'Enter your public keys, or the address'],
  ['both', { jwks: '{}', jwks_uri: 'https://dvla.example/jwks' }, 'not both'],
  ['no JSON', { jwks: 'abc' }, 'Public keys must be a JWKS in JSON, like {"keys": [ … ]}'],
  ['an empty set', { jwks: '{"keys":[]}' }, 'Public keys must be a JWKS in JSON, like {"keys": [ … ]}'],
  ['a secret', { jwks: '{"keys":[{"kty":"oct","kid":"a","k":"abc"}]}' }, 'a key is a shared secret'],
  ['a weak key', { jwks: '{"keys":[{"kty":"EC","kid":"a","crv":"P-192"}]}' }, 'each key must be RSA'],
  ['an address over http', { jwks_uri: 'http://dvla.example/jwks' }, 'must begin with https://'],
])('keys are not changed by %s', async (_what, fields, message) => {
  await rhian.get('/agency/keys/change')
  await rhian.post('/agency/keys/change', fields)
  expect(rhian.page.errors.join()).toContain(message)
})

test('a private key is refused without being shown to anybody again but its owner', async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: 'mine' }
  await rhian.get('/agency/keys/change')
  await rhian.submit({ jwks: JSON.stringify({ keys: [jwk] }) })
  expect(rhian.page.errors.join()).toContain('a key holds its private half')
  expect(house.logs.join()).not.toContain(String(jwk['d']))
  expect(JSON.stringify(await actions())).not.toContain(String(jwk['d']))
})

test('somebody is invited, signs in, is given more to do, and is removed', async () => {
  await rhian.get('/agency/people')
  await rhian.follow('Invite somebody')
  await rhian.submit({})
  expect(rhian.page.errors).toHaveLength(3)
  await rhian.submit({ name: 'Priya Shah', email: 'Priya.Shah@dvla.example.com', role: 'viewer' })
  expect(rhian.page.heading).toBe('People')
  expect(await house.database.owner('notices').where({ account_id: null }).select('kind', 'state')).toEqual([
    { kind: 'staff-invited', state: 'queued' },
  ])

  const priya = house.browser()
  await priya.get('/agency/keys')
  await priya.submit({ persona: 'dvla-viewer' })
  expect(priya.page.text).toContain('Only an admin of your organisation can change these.')
  expect((await priya.get('/agency/people/invitation')).status).toBe(403)

  await rhian.get('/agency/people')
  await rhian.follow('Change Priya Shah')
  await rhian.submit({ role: 'admin' })
  expect((await priya.get('/agency/people/invitation')).status).toBe(200)

  await rhian.get('/agency/people')
  await rhian.follow('Change Priya Shah')
  await rhian.follow('Remove this person')
  await rhian.submit({ reason: 'She has left' })
  expect(rhian.page.text).not.toContain('Priya')
  expect((await priya.get('/agency')).heading).toBe('You have not been invited')
})

test('the last admin stays one', async () => {
  await rhian.get('/agency/people')
  await rhian.follow('Change Rhian Morgan')
  await rhian.submit({ role: 'viewer' })
  expect(rhian.page.errors.join()).toContain('your organisation needs at least one admin')
  await rhian.follow('Remove this person')
  await rhian.submit({ reason: 'I leave' })
  expect(rhian.page.errors.join()).toContain('your organisation needs at least one admin')
  expect((await rhian.get('/agency')).heading).toBe('Overview')
})

test('two admins who remove each other at the same moment leave one', async () => {
  const { owner } = house.database
  const gareth = await house.staff('dvla-officer')
  await owner('staff_members').where({ name: 'Gareth Lewis' }).update({ role: 'admin' })
  const ids = new Map((await owner('staff_members').select('name', 'id')).map(({ name, id }) => [name, id] as const))
  const remove = async (browser: Client, name: string) => {
    await browser.get('/agency/people/invitation')
    return browser.post(`/agency/people/${String(ids.get(name))}/removal`, { reason: 'Both of us at once' })
  }
  await Promise.all([remove(rhian, 'Gareth Lewis'), remove(gareth, 'Rhian Morgan')])
  const left = await owner('staff_members').where({ agency_id: 'dvla', role: 'admin' }).whereNull('removed_at')
  expect(left).toHaveLength(1)
  await owner('staff_members').where({ name: 'Rhian Morgan' }).update({ removed_at: null })
  rhian = await house.staff('dvla-admin')
})

test('contact details are put right, and citizens see them', async () => {
  await rhian.get('/agency/contact')
  await rhian.follow('Change contact details')
  await rhian.submit({ email: 'nobody', url: 'dvla', post: 'x'.repeat(301), in_person_cy: 'Yn Abertawe' })
  expect(rhian.page.errors).toHaveLength(4)
  await rhian.submit({ email: '', phone: '0300 790 6801', url: 'https://www.gov.uk/dvla', post: '', in_person_cy: '' })
  expect(rhian.page.text).toContain('Phone: 0300 790 6801')
  expect((await house.browser().get('/agencies/dvla')).text).toContain('0300 790 6801')
})

test('which risks it takes is said in both languages, and everybody reads it', async () => {
  await rhian.get('/agency/contact')
  await rhian.follow('Which risks you take')
  await rhian.submit({ risk_en: '', risk_cy: 'Ychydig' })
  expect(rhian.page.errors).toHaveLength(1)
  await rhian.submit({ risk_en: 'We share addresses,\nand no photographs.', risk_cy: 'Rydym yn rhannu cyfeiriadau.' })
  expect(rhian.page.text).toContain('Everybody can read it.')
  const reader = house.browser()
  expect((await reader.get('/agencies/dvla')).text).toContain('We share addresses, and no photographs.')
  expect((await reader.get('/agencies/dvla?lang=cy')).text).toContain('Rydym yn rhannu cyfeiriadau.')
  await rhian.get('/agency/risk-appetite')
  await rhian.submit({ risk_en: '', risk_cy: '' })
  expect((await reader.get('/agencies/dvla?lang=en')).text).toContain('It has not published a statement yet.')
})

test('what it may be told and what was changed can be read, and every change is on record with who made it', async () => {
  expect((await rhian.get('/agency/agreements')).text).toMatch(
    /Keep the dvla-address files right In use Change of address Name/,
  )
  const { text } = await rhian.get('/agency/activity')
  for (const what of ['Paused a stream', 'Revoked a key', 'Invited somebody', 'Changed the contact details']) {
    expect(text).toContain(what)
  }
  expect(text).toMatch(/Revoked a key Who: Rhian Morgan Reason: It was on a lost laptop/)
  expect(await actions()).toHaveLength(11)
})

test('how fast a stream is sent to, and when it is not, is for its admins to say', async () => {
  const row = () => house.database.owner<Record<string, unknown>>('subscriptions').where({ id: stream })
  expect((await rhian.get(`/agency/streams/${stream}/sending`)).status, 'we send nothing there').toBe(404)
  await row().update({ method: 'push', endpoint_url: 'https://dvla.example/events?key=s3cret' })
  await rhian.get(`/agency/streams/${stream}`)
  expect(rhian.page.text).toContain('https://dvla.example/events')
  expect(rhian.page.text).not.toContain('s3cret')
  expect(rhian.page.text).toContain('Calls at once As many as we think right')
  await rhian.follow('Change how fast we send')
  await rhian.submit({ max_in_flight: '0', max_per_second: '5', maintenance: 'at night' })
  expect(rhian.page.errors).toHaveLength(2)
  await rhian.submit({ max_in_flight: '4', max_per_second: '5', maintenance: 'Sunday 22:00 to 02:00' })
  expect(rhian.page.text).toContain('Success It is changed.')
  expect(rhian.page.text).toMatch(/Calls at once 4 Calls each second 5 Maintenance Every Sunday, 22:00 to 02:00/)
  const [{ closed_until }] = (await row()) as [{ closed_until: Date }]
  expect(closed_until > house.clock()).toBe(true)
  expect((await actions()).at(-1)).toMatchObject({ action: 'stream-sending-changed' })
  await row().update({ method: 'poll' })
})

/** Behind the same address, with the same keys, on the same database. */
function anotherProcess(): Promise<House> {
  const { baseUrl, config, database } = house
  const settings = { BASE_URL: baseUrl, SET_SIGNING_KEYS: JSON.stringify({ keys: config.setSigningKeys }) }
  return startHouse(settings, { database: { ...database, close: () => Promise.resolve() } })
}

/** The second of a revocation counts as before it. */
async function patiently(attempt: () => Promise<void>): Promise<void> {
  await expect
    .poll(
      () =>
        attempt().then(
          () => 'done',
          () => 'not yet',
        ),
      { timeout: 3000, interval: 200 },
    )
    .toBe('done')
}

async function tokenSigned(agency: TestAgency): Promise<string> {
  return accessToken(house.baseUrl, house.baseUrl, agency, 'ssf.manage')
}
