import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MemoryStore } from 'express-session'
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, type JSONWebKeySet } from 'jose'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findAgency } from '../../src/agencies/agency-store.ts'
import { tokenSigner } from '../../src/deliveries/event-token.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { deliveriesMachineRoutes } from '../../src/deliveries/machine-routes.ts'
import { agencyTokens } from '../../src/identity/agency-tokens.ts'
import { createLogger } from '../../src/shared/log.ts'
import { eraseDataKey, openDataKey } from '../../src/vault/data-key-store.ts'
import { open } from '../../src/vault/sealing.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { createSite } from '../../src/web/site.ts'
import { aCitizen, as, testVault, type Citizen } from '../support/access-log.ts'
import { accessToken, anAgency, anAgreement, type TestAgency } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aRecipient, BASE_URL } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const vault = testVault()
const logs: string[] = []

let database: TestDatabase
let server: Server
let origin: string
let setKey: SigningJwk
let token: string
let tokenOfHmrc: string
let amira: Citizen
let jti: string

beforeAll(async () => {
  database = await testDatabase()
  setKey = await aKey('set-1')
  server = createServer(site(await aKey('oauth-1')))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await aRecipient(database, vault, 'dvla', 'https://dvla.example/events')
  const agency = async (id: string): Promise<TestAgency> => anAgency(database, { id })
  token = await accessToken(origin, BASE_URL, await agency('dvla'), 'outcomes.write')
  tokenOfHmrc = await accessToken(origin, BASE_URL, await agency('hmrc'), 'outcomes.write')
  await anAgreement(database, { id: 'hmrc-address', agencyId: 'hmrc' })
})
afterAll(async () => {
  server.close()
  await database.close()
})
beforeEach(async () => {
  amira = await aCitizen(database, vault, uuidv4())
  const report = await aReport(database, vault, amira)
  await fanOut(database.worker, vault, new Date())
  jti = await database
    .owner('deliveries')
    .where({ report_id: report })
    .first('id')
    .then((row: { id: string }) => row.id)
})

describe('a body answers', () => {
  test('and its words are kept for the citizen alone, sealed', async () => {
    const words = {
      message: { en: 'Amira, we need to see you.\nBring this letter.', cy: 'Amira, mae angen i ni eich gweld.' },
      reason: 'Two people have this name.',
      offer: { title: 'Renew early', text: 'Your licence ends soon.', action: 'accept' },
    }
    const { status, body } = await answer({ status: 'needs_information', due_by: '2026-12-01', ...words })
    expect([status, body]).toEqual([204, ''])
    const [row] = await outcomes()
    expect(row).toMatchObject({
      delivery_id: jti,
      agency_id: 'dvla',
      account_id: amira.accountId,
      status: 'needs_information',
      due_by: '2026-12-01',
      effective_date: null,
      received_at: NOW,
    })
    expect((row?.words as Buffer).toString('latin1')).not.toContain('Amira')
    expect(await opened(row?.words as Buffer)).toEqual(words)
    const seen = await as(database, amira, (tx) => tx('outcomes').select('status'))
    expect(seen).toEqual([{ status: 'needs_information' }])
    const nobody = await aCitizen(database, vault, uuidv4())
    expect(await as(database, nobody, (tx) => tx('outcomes').select('status'))).toEqual([])
  })

  test('twice the same, and it is kept once', async () => {
    const message = { en: 'Done.' }
    expect((await answer({ status: 'done', effective_date: '2026-11-22', message })).status).toBe(204)
    expect((await answer({ message, effective_date: '2026-11-22', status: 'done' })).status).toBe(204)
    expect(await outcomes()).toHaveLength(1)
  })

  test('many times at once the same, and it is kept once', async () => {
    // Connections enough that the answers really meet.
    await Promise.all(Array.from({ length: 8 }, () => database.web.raw('select pg_sleep(0.1)')))
    const answers = await Promise.all(Array.from({ length: 8 }, () => answer({ status: 'received' })))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 204))
    expect(await outcomes()).toHaveLength(1)
  })

  test.each([
    ['another status', { status: 'in_progress' }],
    ['another day', { status: 'done', effective_date: '2026-11-23', message: { en: 'Done.' } }],
    ['other words', { status: 'done', effective_date: '2026-11-22', message: { en: 'Done!' } }],
    ['no words', { status: 'done', effective_date: '2026-11-22' }],
  ])('with %s, and both stand in the history', async (_what, second) => {
    const first = { status: 'done', effective_date: '2026-11-22', message: { en: 'Done.' } }
    for (const outcome of [first, second, first]) expect((await answer(outcome)).status).toBe(204)
    expect((await outcomes()).map(({ status }) => status)).toEqual(['done', second.status, 'done'])
  })

  test('over and over, and has to wait: whose it is would be written to each time', async () => {
    const [delivery] = await database.owner('deliveries').where({ id: jti }).select<{ account_id: string }[]>()
    const row = { delivery_id: jti, account_id: delivery?.account_id, agency_id: 'dvla', status: 'in_progress' }
    await database.owner('outcomes').insert(Array.from({ length: 50 }, () => ({ ...row, received_at: NOW })))
    expect((await answer({ status: 'in_progress' })).status).toBe(204)
    expect((await answer({ status: 'done' })).status).toBe(429)
    expect(await outcomes()).toHaveLength(50)
  })

  test('to a report that was erased: what it did is kept, its words are not', async () => {
    await eraseDataKey(database.worker, await dataKeyId())
    const outcome = { status: 'done', message: { en: 'Amira is moved.' } }
    expect((await answer(outcome)).status).toBe(204)
    expect((await answer(outcome)).status).toBe(204)
    expect(await outcomes()).toMatchObject([{ status: 'done', words: null }])
  })
})

describe('an answer is refused', () => {
  test.each<[string, unknown, string[]]>([
    ['that is empty', {}, ['status']],
    ['that is a list', [], ['outcome']],
    ['of an unknown status', { status: 'Done' }, ['status']],
    ['of a status in a list', { status: ['done'] }, ['status']],
    ['with a field we do not know', { status: 'done', note: 'x' }, ['note']],
    ['with a day that is none', { status: 'done', effective_date: '2026-02-30' }, ['effective_date']],
    ['with a time for a day', { status: 'done', due_by: '2026-11-22T10:00:00Z' }, ['due_by']],
    ['with words in Welsh only', { status: 'done', message: { cy: 'Wedi’i wneud' } }, ['message.en']],
    ['with blank words', { status: 'done', message: { en: '  ' }, reason: '' }, ['message.en', 'reason']],
    ['with a reason in Welsh only', { status: 'refused', reason: { cy: 'Rhy bell' } }, ['reason']],
    ['with endless words', { status: 'done', reason: 'x'.repeat(2001) }, ['reason']],
    ['with control characters', { status: 'done', reason: 'a\u0000b' }, ['reason']],
    ['with half a character', { status: 'done', reason: 'a\ud800b' }, ['reason']],
    [
      'with an offer in no language',
      { status: 'done', offer: { title: '', text: { cy: 'x' }, action: 'accept' } },
      ['offer.title', 'offer.text'],
    ],
    [
      'with an offer without end',
      { status: 'done', offer: { title: 'x', text: 'y', action: 'buy' } },
      ['offer.action'],
    ],
    [
      'with many faults',
      { status: 1, due_by: 2, offer: { title: '' } },
      ['status', 'due_by', 'offer.title', 'offer.text', 'offer.action'],
    ],
  ])('%s, naming every wrong field', async (_what, outcome, fields) => {
    const { status, type, body } = await answer(outcome)
    expect([status, type]).toEqual([400, 'application/problem+json; charset=utf-8'])
    const { errors } = JSON.parse(body) as { errors: { field: string; message: string }[] }
    expect(errors.map(({ field }) => field)).toEqual(fields)
    expect(errors.every(({ message }) => message.length > 0)).toBe(true)
    expect(await outcomes()).toEqual([])
  })

  test.each([
    ['broken', '{"status":', 400],
    ['too large', JSON.stringify({ status: 'done', reason: 'x'.repeat(20_000) }), 413],
  ])('when it is %s', async (_what, text, expected) => {
    const { status, type } = await answer(text)
    expect([status, type]).toEqual([expected, 'application/problem+json; charset=utf-8'])
  })

  test('when it is not JSON', async () => {
    expect((await answer('status=done', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400)
  })

  test('to a token that is unknown, another agency’s, or no token at all', async () => {
    const hmrc = { authorization: `Bearer ${tokenOfHmrc}` }
    const answers = [
      await answer({ status: 'done' }, hmrc),
      await answer({ status: 'done' }, {}, uuidv4()),
      await answer({ status: 'done' }, {}, 'x'),
      await answer({ status: 'done' }, {}, `${jti}%00`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(await outcomes()).toEqual([])
  })

  test('without an access token', async () => {
    expect((await answer({ status: 'done' }, { authorization: '' })).status).toBe(401)
  })
})

describe('what we publish for receivers', () => {
  test('says where streams are kept, and has keys that verify our tokens (SSF 1.0, section 7.1)', async () => {
    const configuration = await (await fetch(`${origin}/.well-known/ssf-configuration`)).json()
    expect(configuration).toEqual({
      spec_version: '1_0',
      issuer: BASE_URL,
      jwks_uri: `${BASE_URL}/ssf/jwks`,
      delivery_methods_supported: ['urn:ietf:rfc:8935', 'urn:ietf:rfc:8936'],
      configuration_endpoint: `${BASE_URL}/ssf/streams`,
      status_endpoint: `${BASE_URL}/ssf/status`,
      add_subject_endpoint: `${BASE_URL}/ssf/subjects/add`,
      remove_subject_endpoint: `${BASE_URL}/ssf/subjects/remove`,
      verification_endpoint: `${BASE_URL}/ssf/verification`,
      authorization_schemes: [{ spec_urn: 'urn:ietf:rfc:6749' }],
      default_subjects: 'ALL',
    })
    const jwks = (await (await fetch(`${origin}/ssf/jwks`)).json()) as JSONWebKeySet
    expect(jwks.keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']])
    const signed = tokenSigner([setKey])({
      ...{ issuer: BASE_URL, audience: 'dvla', jti, transaction: 't', person: 'p', event: 'https://e.example' },
      ...{ facts: {}, issuedAt: NOW, happenedAt: NOW },
    })
    const { protectedHeader } = await jwtVerify(signed, createLocalJWKSet(jwks), { typ: 'secevent+jwt' })
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'secevent+jwt', kid: 'set-1' })
  })
})

test('no reference, token or word of an answer is in the logs', () => {
  expect(logs.length).toBeGreaterThan(0)
  expect(logs.join('')).not.toMatch(new RegExp(`Amira|Renew early|${token}|${jti}`))
})

async function aKey(kid: string): Promise<SigningJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid } as SigningJwk
}

function site(oauthKey: SigningJwk) {
  const logger = createLogger({ level: 'info', write: (line) => logs.push(line) })
  const tokens = agencyTokens({
    ...{ db: database.web, baseUrl: BASE_URL, logger, fetch, signingKeys: [oauthKey] },
    findAgency: (id) => findAgency(database.web, id),
  })
  const { agencies } = tokens
  const parts = { db: database.web, vault, clock: () => NOW, baseUrl: BASE_URL, agencies, signingKeys: [setKey] }
  return createSite(
    {
      ...{ db: database.web, logger, sessions: new MemoryStore(), sessionSecrets: ['x'.repeat(32)] },
      ...{ baseUrl: BASE_URL, behindProxy: false, formTargets: [], isReady: () => Promise.resolve(true) },
    },
    { machines: [tokens.routes, deliveriesMachineRoutes(parts)], porters: [], people: [] },
  )
}

async function answer(outcome: unknown, headers: Record<string, string> = {}, id = jti) {
  const response = await fetch(`${origin}/api/deliveries/${id}/outcome`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: typeof outcome === 'string' ? outcome : JSON.stringify(outcome),
  })
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
}

const outcomes = () =>
  database.owner<Record<string, unknown>>('outcomes').where({ delivery_id: jti }).orderBy('id').select()

async function dataKeyId(): Promise<string> {
  const [id] = await database.owner('reports').where({ account_id: amira.accountId }).pluck<string[]>('data_key_id')
  return id ?? ''
}

async function opened(words: Buffer): Promise<unknown> {
  const key = await openDataKey(database.worker, vault, await dataKeyId())
  if (!key) throw new Error('no data key')
  return open(key.key, words, { table: 'outcomes', column: 'words', row: jti })
}
