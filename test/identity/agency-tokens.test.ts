import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { Router } from 'express'
import { MemoryStore } from 'express-session'
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
} from 'jose'
import type { CryptoKey, JSONWebKeySet, JWK } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findAgencyClient } from '../../src/agencies/agency-store.ts'
import type { AgencyClient } from '../../src/identity/agency-client.ts'
import { agencyOf } from '../../src/identity/agency-rule.ts'
import { scopes, type Scope } from '../../src/identity/agency-scopes.ts'
import { agencyTokens } from '../../src/identity/agency-tokens.ts'
import { createLogger } from '../../src/shared/log.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { outboundAgent, outboundFetch } from '../../src/web/outbound.ts'
import { createSite, machineDoor } from '../../src/web/site.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

// The public address differs from where the requests arrive, as it does behind a proxy.
const BASE_URL = 'https://tell-us-once.example'
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

let database: TestDatabase
let servers: Server[]
let origins: string[]
let agency: AgencyClient
let signingKeys: SigningJwk[]
let ours: CryptoKey
let theirs: { privateKey: CryptoKey; jwk: JWK }
const logs: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  const pair = await generateKeyPair('ES256', { extractable: true })
  ours = pair.privateKey
  signingKeys = [{ ...(await exportJWK(pair.privateKey)), kid: 'ours-1' } as SigningJwk]
  theirs = await keyPair('ES256')
  // Two web processes over one database.
  servers = [await serve(), await serve()]
  origins = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterAll(async () => {
  for (const server of servers) server.close()
  await database.close()
})
beforeEach(() => {
  agency = { id: 'dvla', jwks: { keys: [{ ...theirs.jwk }] }, scopes: [...scopes], active: true }
})

describe('an agency asks for a token', () => {
  test('and gets one of RFC 9068 that opens what its scopes say', async () => {
    const { status, body, headers } = await askForToken({ scope: 'outcomes.write ssf.read' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'outcomes.write ssf.read' })
    expect(headers.getSetCookie()).toEqual([])
    expect(headers.get('cache-control')).toBe('no-store')
    const token = String(body['access_token'])
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: 'ours-1' })
    const { payload } = await jwtVerify(token, createLocalJWKSet(await publishedKeys()), {
      issuer: BASE_URL,
      audience: BASE_URL,
    })
    expect(payload).toMatchObject({ client_id: 'dvla', sub: 'dvla' })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300)
    expect(await call(token)).toMatchObject({ status: 200, body: { agency: 'dvla' } })
  })

  test('without a scope, and gets all it may have', async () => {
    agency = { ...agency, scopes: ['outcomes.write', 'events.read'] }
    expect((await askForToken({})).body['scope']).toBe('outcomes.write events.read')
  })

  test('with a resource that is ours, but not with another', async () => {
    expect((await askForToken({ resource: BASE_URL })).status).toBe(200)
    const other = await askForToken({ resource: 'https://elsewhere.example' })
    expect(other).toMatchObject({ status: 400, body: { error: 'invalid_target' } })
  })

  test.each(['RS256', 'PS256', 'ES256'])('signing with %s', async (alg) => {
    const { privateKey, jwk } = await keyPair(alg)
    agency = { ...agency, jwks: { keys: [{ ...jwk }] } }
    expect((await askForToken({}, { alg, key: privateKey })).status).toBe(200)
  })

  test('with the new key and the old one while it changes keys', async () => {
    const next = await keyPair('ES256', 'next')
    agency = { ...agency, jwks: { keys: [{ ...theirs.jwk }, { ...next.jwk }] } }
    expect((await askForToken({})).status).toBe(200)
    expect((await askForToken({}, { key: next.privateKey, kid: 'next' })).status).toBe(200)
  })

  test('with keys that it publishes at an address of its own', async () => {
    const app = express().get('/keys', (_req, res) => void res.json({ keys: [theirs.jwk] }))
    const receiver = createServer(app)
    await once(receiver.listen(0, '127.0.0.1'), 'listening')
    const jwksUri = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/keys`
    agency = { id: 'dvla', jwksUri, scopes: [...scopes], active: true }
    expect((await askForToken({})).status).toBe(200)
    receiver.close()
  })

  test('but not with one that was revoked, wherever it is published', async () => {
    const next = await keyPair('ES256', 'next')
    const server = createServer((_req, res) => void res.end(JSON.stringify({ keys: [theirs.jwk, next.jwk] })))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    agency = { ...agency, jwks: undefined, jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys` }
    agency = { ...agency, revokedKeys: [await calculateJwkThumbprint(theirs.jwk)] }
    expect((await askForToken({})).status).toBe(401)
    expect((await askForToken({}, { key: next.privateKey, kid: 'next' })).status).toBe(200)
    server.close()
  })

  test('nor from an address whose answer has no end', async () => {
    let sent = 0
    const server = createServer((_req, res) => {
      const more = () => {
        while (!res.destroyed && (sent += 16384) && res.write('x'.repeat(16384)));
      }
      res.on('drain', more).writeHead(200, { 'content-type': 'application/json' })
      more()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    agency = { ...agency, jwks: undefined, jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys` }
    expect((await askForToken({})).status).toBe(401)
    expect(sent).toBeLessThan(20_000_000)
    server.closeAllConnections()
    server.close()
  })

  test('with two keys at that address while it changes them; one that it takes back is refused in a minute, everywhere', async () => {
    const next = await keyPair('ES256', 'next')
    let keys = [theirs.jwk, next.jwk]
    const server = createServer((_req, res) => {
      const forADay = { 'cache-control': 'max-age=86400', expires: new Date(Date.now() + 86_400_000).toUTCString() }
      res.writeHead(200, { 'content-type': 'application/json', ...forADay }).end(JSON.stringify({ keys }))
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    agency = { ...agency, jwks: undefined, jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/two` }
    const everywhere = async (signed: Partial<Signed>) => {
      const fields = async () => ({ client_assertion_type: ASSERTION, client_assertion: await sign(signed) })
      return Promise.all([0, 1].map(async (process) => (await post(await fields(), process)).status))
    }
    const [old, fresh] = [{}, { key: next.privateKey, kid: 'next' }]
    expect([await everywhere(old), await everywhere(fresh)]).toEqual([
      [200, 200],
      [200, 200],
    ])
    keys = [next.jwk]
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    try {
      expect([await everywhere(fresh), await everywhere(old)]).toEqual([
        [200, 200],
        [401, 401],
      ])
    } finally {
      vi.useRealTimers()
      server.close()
    }
  })

  test.each<[string, () => Promise<Partial<Signed>> | Partial<Signed>]>([
    ['another key', async () => ({ key: (await keyPair('ES256')).privateKey })],
    ['an algorithm we do not take', async () => ({ alg: 'ES384', key: (await keyPair('ES384')).privateKey })],
    ['another audience', () => ({ claims: { aud: 'https://elsewhere.example' } })],
    ['the address that the request itself names', () => ({ claims: { aud: `${origins[0]}/oauth/token` } })],
    ['an issuer that is not itself', () => ({ claims: { iss: 'hmrc' } })],
    ['an expiry in the past', () => ({ claims: { exp: now() - 60 } })],
    ['an expiry more than five minutes ahead', () => ({ claims: { exp: now() + 400 } })],
    ['an issue in the future', () => ({ claims: { iat: now() + 60 } })],
    ['an issue that is no time', () => ({ claims: { iat: 'now' } })],
    ['no expiry', () => ({ claims: { exp: undefined } })],
    ['no jti', () => ({ claims: { jti: undefined } })],
  ])('is refused with %s', async (_what, change) => {
    const { status, body } = await askForToken({}, await change())
    expect([status, body['error']]).toEqual([401, 'invalid_client'])
    expect(body['access_token']).toBeUndefined()
  })

  test('is refused with a secret, or with nothing', async () => {
    const secret = await post({ client_id: 'dvla', client_secret: 'guess' })
    expect([secret.status, secret.body['error']]).toEqual([401, 'invalid_client'])
    const nothing = await post({ client_id: 'dvla' })
    expect([nothing.status, nothing.body['error']]).toEqual([401, 'invalid_client'])
  })

  test('is refused with an unsigned assertion', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const assertion = `${part({ alg: 'none' })}.${part(claims())}.`
    expect((await post({ client_assertion_type: ASSERTION, client_assertion: assertion })).status).toBe(401)
  })

  test('is refused the second time it shows the same assertion, at any process', async () => {
    const assertion = await sign({})
    const fields = { client_assertion_type: ASSERTION, client_assertion: assertion }
    expect((await post(fields, 0)).status).toBe(200)
    expect((await post(fields, 0)).status).toBe(401)
    expect((await post(fields, 1)).status).toBe(401)
  })

  test('gets one token for one assertion shown to both processes at once', async () => {
    const fields = { client_assertion_type: ASSERTION, client_assertion: await sign({}) }
    const answers = await Promise.all([0, 1, 0, 1, 0, 1].map((server) => post(fields, server)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401])
  })

  test('is refused when suspended, unknown or without scopes', async () => {
    agency = { ...agency, active: false }
    expect((await askForToken({})).status).toBe(401)
    agency = { ...agency, active: true, scopes: [] }
    expect((await askForToken({})).status).toBe(401)
    agency = { ...agency, id: 'hmrc' }
    expect((await askForToken({})).status).toBe(401)
    expect((await askForToken({}, { claims: { iss: 'a\0b', sub: 'a\0b' } })).status).toBe(401)
  })

  test('is refused a scope that is not its own', async () => {
    agency = { ...agency, scopes: ['ssf.read'] }
    const { status, body } = await askForToken({ scope: 'outcomes.write' })
    expect([status, body['error']]).toEqual([400, 'invalid_scope'])
  })

  test.each(['authorization_code', 'refresh_token', 'password'])('is refused by any other grant: %s', async (grant) => {
    const { status, body } = await askForToken({ grant_type: grant })
    expect(status).toBe(400)
    expect(body['access_token']).toBeUndefined()
  })

  test('too often, and is told when to come back', async () => {
    const answers = await Promise.all(Array.from({ length: 310 }, () => post({ client_id: 'x' })))
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.get('content-type')).toMatch('application/problem+json')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    await database.web('rate_limits').delete()
  })
})

describe('the rule agencies(scope)', () => {
  test.each<[string, Partial<Signed>]>([
    ['of another type', { typ: 'JWT' }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['for another audience', { claims: { aud: 'https://elsewhere.example' } }],
    ['that has expired', { claims: { exp: now() - 1 } }],
    ['that lives longer than ours do', { claims: { iat: now() - 400, exp: now() + 400 } }],
    ['without a client', { claims: { client_id: undefined } }],
    ['of an unknown client', { claims: { client_id: 'hmrc' } }],
  ])('refuses a token %s', async (_what, change) => {
    expect(await call(await accessToken(change))).toMatchObject({
      status: 401,
      challenge: 'Bearer error="invalid_token"',
    })
  })

  test('refuses a token signed by somebody else, by no key, or broken', async () => {
    const forged = await accessToken({ key: theirs.privateKey })
    const [head, body] = (await accessToken({})).split('.')
    for (const token of [forged, `${head}.${body}.`, `${head}.${body}.AAAA`, 'nonsense']) {
      expect((await call(token)).status).toBe(401)
    }
  })

  test('asks for a token where there is none, and takes none from the query', async () => {
    const token = await accessToken({})
    const response = await fetch(`${origins[0]}/thing?access_token=${token}`)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await response.json()).toMatchObject({ status: 401, title: 'Unauthorized' })
    expect(logs.join('')).not.toContain(token)
  })

  test('asks for exactly its scope', async () => {
    const refused = await call(await accessToken({ claims: { scope: 'outcomes.writer ssf.manage' } }))
    expect(refused).toMatchObject({
      status: 403,
      challenge: 'Bearer error="insufficient_scope", scope="outcomes.write"',
      body: { status: 403, title: 'Forbidden' },
    })
  })

  test('lets managing imply reading, and not the other way round', async () => {
    expect((await call(await accessToken({ claims: { scope: 'ssf.manage' } }), '/streams')).status).toBe(200)
    agency = { ...agency, scopes: ['ssf.read'] }
    expect((await call(await accessToken({ claims: { scope: 'ssf.read' } }), '/streams/manage')).status).toBe(403)
  })

  test('heeds a suspension, and a scope taken away, at the next call', async () => {
    const token = await accessToken({})
    expect((await call(token)).status).toBe(200)
    agency = { ...agency, scopes: ['ssf.read'] }
    expect((await call(token)).status).toBe(403)
    agency = { ...agency, active: false }
    expect((await call(token)).status).toBe(401)
  })
})

describe('what is published', () => {
  test('is the metadata of RFC 8414, at the public address', async () => {
    const metadata = (await (await fetch(`${origins[0]}/.well-known/oauth-authorization-server`)).json()) as object
    expect(metadata).toEqual({
      issuer: BASE_URL,
      token_endpoint: `${BASE_URL}/oauth/token`,
      jwks_uri: `${BASE_URL}/oauth/jwks`,
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256'],
      scopes_supported: [...scopes],
    })
  })

  test('is the public key alone', async () => {
    const { keys } = await publishedKeys()
    expect(keys).toHaveLength(1)
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  })

  test.each([
    '/auth',
    '/me',
    '/session/end',
    '/token/introspection',
    '/token/revocation',
    '/request',
    '/reg',
    '/oauth/token/',
    '/oauth',
    '/.well-known/openid-configuration',
  ])('is nothing else: %s', async (path) => {
    for (const method of ['GET', 'POST']) {
      const response = await fetch(`${origins[0]}${path}`, { method })
      // Where people go, a form without a session's token is refused before anything is looked for.
      expect(response.status).toBe(method === 'GET' || path.startsWith('/oauth') ? 404 : 403)
    }
  })
})

async function publishedKeys(): Promise<JSONWebKeySet> {
  return (await (await fetch(`${origins[0]}/oauth/jwks`)).json()) as JSONWebKeySet
}

const now = () => Math.floor(Date.now() / 1000)

interface Signed {
  key: CryptoKey
  kid: string
  alg: string
  typ: string
  claims: Record<string, unknown>
}

async function keyPair(alg: string, kid = 'theirs-1') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid } }
}

const claims = () => ({
  iss: 'dvla',
  sub: 'dvla',
  aud: `${BASE_URL}/oauth/token`,
  jti: randomUUID(),
  iat: now(),
  exp: now() + 60,
})

const sign = ({ key = theirs.privateKey, kid = 'theirs-1', alg = 'ES256', claims: change = {} }: Partial<Signed>) =>
  new SignJWT({ ...claims(), ...change }).setProtectedHeader({ alg, kid }).sign(key)

/** As our own authorisation server makes them, but for what is said. */
const accessToken = ({ key = ours, typ = 'at+jwt', claims: change = {} }: Partial<Signed>) =>
  new SignJWT({
    ...{ iss: BASE_URL, aud: BASE_URL, sub: 'dvla', client_id: 'dvla', jti: randomUUID(), iat: now(), exp: now() + 60 },
    scope: scopes.join(' '),
    ...change,
  })
    .setProtectedHeader({ alg: 'ES256', typ, kid: 'ours-1' })
    .sign(key)

async function askForToken(fields: Record<string, string>, signed: Partial<Signed> = {}) {
  return post({ ...fields, client_assertion_type: ASSERTION, client_assertion: await sign(signed) })
}

async function post(fields: Record<string, string>, server = 0) {
  const response = await fetch(`${origins[server]}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
    headers: { accept: 'text/html, application/json' },
  })
  const body = (await response.json()) as Record<string, unknown>
  return { status: response.status, headers: response.headers, body }
}

async function call(token: string, path = '/thing') {
  const response = await fetch(`${origins[0]}${path}`, { headers: { authorization: `Bearer ${token}` } })
  const body = await response.json()
  return { status: response.status, body, challenge: response.headers.get('www-authenticate') }
}

async function serve(): Promise<Server> {
  const logger = createLogger({ level: 'info', write: (line) => logs.push(line) })
  const tokens = agencyTokens({
    db: database.web,
    baseUrl: BASE_URL,
    signingKeys,
    findAgency: async (id) => (id === agency.id ? agency : findAgencyClient(database.web, id)),
    fetch: outboundFetch(outboundAgent({ allowLoopback: true })),
    logger,
  })
  const site = createSite(
    {
      ...{ db: database.web, logger, baseUrl: BASE_URL, behindProxy: true, formTargets: [] },
      ...{ sessions: new MemoryStore(), sessionSecrets: ['s'.repeat(32)], isReady: () => Promise.resolve(true) },
    },
    { machines: [tokens.routes, things(tokens.agencies)], porters: [], people: [] },
  )
  const server = createServer(site)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

function things(agencies: ReturnType<typeof agencyTokens>['agencies']): Router {
  const router = Router()
  const paths: [string, Scope][] = [
    ['/thing', 'outcomes.write'],
    ['/streams', 'ssf.read'],
    ['/streams/manage', 'ssf.manage'],
  ]
  for (const [path, scope] of paths) {
    router.get(path, agencies(scope), (req, res) => void res.json({ agency: agencyOf(req).id }))
  }
  return machineDoor(router)
}
