import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Worker } from '../../src/deliveries/worker.ts'
import { HOUR, MINUTE, SECOND } from '../../src/shared/clock.ts'
import { tokenClientPlace, type TokenClient } from '../../src/subscriptions/subscription.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { sealSetting } from '../../src/vault/vault.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aWorker } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { startRawServer, type RawServer } from '../support/raw-server.ts'
import { aRecipient, BASE_URL, EVENT } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { aKey } from '../support/ssf.ts'

const vault = testVault()
const SECRET = 'GoG0 tell & nobody=me'
let signingKeys: SigningJwk[]
let database: TestDatabase
let amira: Citizen
let server: RawServer
let worker: Worker
let issued: number
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  signingKeys = [await aKey('ES256', 'set-1')]
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  issued = 0
  server = await startRawServer(giving({}))
  worker = aWorker(database, { vault, clock, signingKeys, timeout: 1200 })
})
afterEach(async () => {
  await worker.stop()
  await server.close()
  await empty(database)
})

interface Ways {
  /** How the token endpoint answers. */
  token?: RawServer['answer']
  /** Statuses of the receiver, one a call; then 202. */
  statuses?: number[]
  lifetime?: number
}

/** A receiver with a token endpoint of its own; it takes the latest token and no other. */
const giving = ({ token, statuses = [], lifetime = 300 }: Ways): RawServer['answer'] => {
  const answers = [...statuses]
  return (call, res) => {
    if (call.path !== '/token') {
      const known = call.headers.authorization === `Bearer at-${issued}`
      return void res.writeHead(answers.shift() ?? (known ? 202 : 401)).end()
    }
    if (token) return token(call, res)
    issued += 1
    const body = { access_token: `at-${issued}`, token_type: 'bearer', expires_in: lifetime }
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}
const says =
  (status: number, body: unknown): RawServer['answer'] =>
  (_call, res) =>
    void res.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))

async function aStream(client: TokenClient = { secretIn: 'body', clientId: 'tuo', secret: SECRET }): Promise<string> {
  const id = await aRecipient(database, vault, 'dvla', `${server.url}/events`, { unproved: true })
  await database
    .owner('subscriptions')
    .where({ id })
    .update({
      token_url: `${server.url}/token`,
      token_client: sealSetting(vault, client, tokenClientPlace(id)),
      proved_at: clock(),
    })
  return id
}

const reported = async (times = 1) => {
  for (let time = 0; time < times; time += 1) await aReport(database, vault, amira)
  await worker.runOnce()
}
const asked = () => server.calls.filter(({ path }) => path === '/token')
const pushed = () => server.calls.filter(({ path }) => path === '/events')
const attempts = () =>
  database.owner('delivery_attempts').orderBy('started_at').select('result', 'http_status', 'detail')
const states = () => database.owner('deliveries').pluck<string[]>('state')

describe('an access token is asked for at the receiver’s own token endpoint (RFC 6749, section 4.4)', () => {
  test('with a secret in the body, as GOV.UK One Login’s receiver has it', async () => {
    await aStream({ secretIn: 'body', clientId: 'tuo', secret: SECRET, scope: 'set.write' })
    await reported()
    const [call] = asked()
    expect(call?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    })
    expect(call?.headers.authorization).toBeUndefined()
    expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual({
      ...{ grant_type: 'client_credentials', client_id: 'tuo', client_secret: SECRET, scope: 'set.write' },
    })
    expect(pushed().map(({ headers }) => headers.authorization)).toEqual(['Bearer at-1'])
    expect(EVENT in (decodeJwt(pushed()[0]?.body ?? '')['events'] as object)).toBe(true)
    expect([await states(), await attempts()]).toEqual([
      ['acknowledged'],
      [{ result: 'accepted', http_status: 202, detail: null }],
    ])
  })

  test('with it in the header, form-encoded (section 2.3.1)', async () => {
    await aStream({ secretIn: 'header', clientId: 'tuo', secret: SECRET })
    await reported()
    const [, pair = ''] = asked()[0]?.headers.authorization?.split(' ') ?? []
    expect(Buffer.from(pair, 'base64').toString()).toBe('tuo:GoG0+tell+%26+nobody%3Dme')
    expect(asked()[0]?.body).toBe('grant_type=client_credentials')
  })

  test('with an assertion that our published keys verify, where there is no secret (RFC 7523, section 2.2)', async () => {
    await aStream({ secretIn: 'body' })
    await reported()
    const { client_assertion: assertion = '', ...fields } = Object.fromEntries(new URLSearchParams(asked()[0]?.body))
    expect(fields).toEqual({
      grant_type: 'client_credentials',
      client_id: BASE_URL,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    })
    const keys = createLocalJWKSet({ keys: publicKeys(signingKeys) })
    const expected = { typ: 'JWT', issuer: BASE_URL, subject: BASE_URL, audience: `${server.url}/token` }
    const { payload } = await jwtVerify(assertion, keys, { ...expected, maxTokenAge: '1m' })
    expect([payload.jti, (payload.exp ?? 0) - (payload.iat ?? 0)]).toEqual([expect.any(String), 60])
  })
})

describe('it is kept', () => {
  test('for all that goes there, fetched once however much waits for it', async () => {
    await aStream()
    await reported(12)
    await reported()
    expect([asked().length, pushed().length]).toEqual([1, 13])
  })

  test('until shortly before it ends, and then fetched anew', async () => {
    await aStream()
    await reported()
    ahead = 4 * MINUTE
    await reported()
    expect(asked()).toHaveLength(1)
    ahead = 5 * MINUTE - 20 * SECOND
    await reported()
    expect(asked()).toHaveLength(2)
    expect(pushed().at(-1)?.headers.authorization).toBe('Bearer at-2')
  })

  test('for its stream alone, and no longer than its client is what it was', async () => {
    const id = await aStream()
    await reported()
    const client = sealSetting(vault, { secretIn: 'body', clientId: 'other', secret: SECRET }, tokenClientPlace(id))
    await database.owner('subscriptions').update({ token_client: client, proved_at: clock() })
    await reported()
    expect(asked().map(({ body }) => new URLSearchParams(body).get('client_id'))).toEqual(['tuo', 'other'])
  })

  test.each<[string, RawServer['answer']]>([
    ['401', says(401, '')],
    ['a 400 that says so (RFC 8935, section 2.4)', says(400, { err: 'authentication_failed' })],
  ])(
    'but when the receiver no longer takes it (%s) it is fetched anew, once, in the same attempt',
    async (_what, no) => {
      await aStream()
      const usual = giving({})
      server.answer = (call, res) => (call.path === '/events' && pushed().length === 2 ? no : usual)(call, res)
      await reported()
      await reported()
      expect([asked().length, pushed().length]).toEqual([2, 3])
      const jtis = pushed().map(({ body }) => decodeJwt(body).jti)
      expect(jtis[2]).toBe(jtis[1])
      expect((await attempts()).map(({ result }: { result: string }) => result)).toEqual(['accepted', 'accepted'])
    },
  )

  test('and when it takes the new one neither, that is the answer', async () => {
    await aStream()
    server.answer = giving({ statuses: [401, 401, 401, 401] })
    await reported()
    expect([asked().length, pushed().length]).toEqual([2, 2])
    expect(await attempts()).toEqual([{ result: 'failed', http_status: 401, detail: null }])
  })
})

describe('a token endpoint that gives none is a failed attempt, in its own words, and nothing is sent', () => {
  test.each<[string, RawServer['answer'], string]>([
    ['it does not know us', says(401, { error: 'invalid_client', error_description: 'Amira who?' }), 'invalid_client'],
    ['it wants another scope', says(400, { error: 'invalid_scope' }), 'invalid_scope'],
    ['it is broken', says(500, '<html>'), 'HTTP_500'],
    ['it says something of its own', says(400, { error: 'QQ123456C' }), 'HTTP_400'],
    ['it sends us elsewhere', (_call, res) => void res.writeHead(302, { location: '/events' }).end(), 'HTTP_302'],
    ['it answers what is no JSON', says(200, 'at-1'), 'MALFORMED'],
    ['it answers without a token', says(200, { token_type: 'bearer' }), 'MALFORMED'],
    ['its token is of another kind', says(200, { access_token: 'x', token_type: 'mac' }), 'MALFORMED'],
    ['its token is no header', says(200, { access_token: 'x\r\nX-Y: z', token_type: 'bearer' }), 'MALFORMED'],
    ['its token is endless', says(200, { access_token: 'x'.repeat(100_000), token_type: 'bearer' }), 'MALFORMED'],
    ['it hangs', () => undefined, 'TIMEOUT'],
    ['it breaks off', (_call, res) => void res.destroy(), 'UND_ERR_SOCKET'],
  ])('because %s', async (_what, token, detail) => {
    await aStream()
    server.answer = giving({ token })
    await reported()
    expect(await attempts()).toEqual([{ result: 'no-token', http_status: null, detail }])
    expect(pushed()).toEqual([])
    expect(await database.owner('deliveries').select('state', 'last_failure')).toEqual([
      { state: 'due', last_failure: `no-token ${detail}` },
    ])
  })

  test('and is asked again when the delivery is tried again', async () => {
    await aStream()
    server.answer = giving({ token: says(503, '') })
    await reported()
    server.answer = giving({})
    ahead = HOUR
    await worker.runOnce()
    expect(await states()).toEqual(['acknowledged'])
  })

  test('and is called at public addresses only, where it is not our own machine that we develop on', async () => {
    const strict = aWorker(database, { vault, clock, signingKeys, allowLoopback: false })
    await aStream()
    await aReport(database, vault, amira)
    await strict.runOnce()
    await strict.stop()
    expect(server.calls).toEqual([])
    expect(await attempts()).toEqual([{ result: 'no-token', http_status: null, detail: 'ERR_ADDRESS_REFUSED' }])
  })
})

test('its endpoint proves itself with a token of its own', async () => {
  const id = await aStream()
  await database.owner('subscriptions').where({ id }).update({ proved_at: null })
  const refusing = giving({ statuses: [202, 401, 400] })
  server.answer = refusing
  await reported()
  expect(pushed().map(({ headers }) => headers.authorization)).toEqual([
    'Bearer at-1',
    undefined,
    'Bearer at-1',
    'Bearer at-1',
  ])
  expect(await states()).toEqual(['acknowledged'])
})
