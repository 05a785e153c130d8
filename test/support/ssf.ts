import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MemoryStore } from 'express-session'
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, type JSONWebKeySet } from 'jose'
import { findAgency } from '../../src/agencies/agency-store.ts'
import { feedRoutes } from '../../src/deliveries/feed/feed-routes.ts'
import { deliveriesMachineRoutes } from '../../src/deliveries/machine-routes.ts'
import { pollRoutes } from '../../src/deliveries/poll-routes.ts'
import { replayRoutes } from '../../src/deliveries/replay/replay-routes.ts'
import { agencyTokens } from '../../src/identity/agency-tokens.ts'
import type { Scope } from '../../src/identity/agency-scopes.ts'
import type { Clock } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { resyncRoutes } from '../../src/subscriptions/resync-routes.ts'
import { streamControlRoutes } from '../../src/subscriptions/stream-control-routes.ts'
import { streamRoutes } from '../../src/subscriptions/stream-routes.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { createSite } from '../../src/web/site.ts'
import { accessToken, anAgency } from './agency.ts'
import { patiently } from './client.ts'
import type { TestDatabase } from './database.ts'
import { BASE_URL } from './receiver.ts'

/** The doors of the transmitter, on a real port, and programs of bodies that call there. */
export interface Transmitter {
  signingKeys: SigningJwk[]
  logs: string[]
  /** Set to false, it is about to end. */
  serving: boolean
  /** A body whose programs have tokens of these scopes. */
  body(id: string, scopes?: Scope[]): Promise<Caller>
  /** A call with whatever is given, and no token but that. */
  call(method: string, path: string, details?: CallDetails): Promise<Answered>
  /** The claims of a token, verified with the published keys as a receiver does. */
  read(jwt: string, audience: string): Promise<Record<string, unknown>>
  close(): Promise<void>
}

export interface CallDetails {
  token?: string | undefined
  /** Text is sent as it is. */
  body?: unknown
  signal?: AbortSignal
  headers?: Record<string, string>
}

export interface Answered {
  status: number
  /** JSON, if it is any. */
  body: unknown
  headers: Headers
}

export interface Caller {
  id: string
  token: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
}

export async function startTransmitter(
  database: TestDatabase,
  vault: Vault,
  clock: Clock,
  given?: SigningJwk[],
): Promise<Transmitter> {
  const usual = async () => [await aKey('ES256', 'set-1'), await aKey('RS256', 'set-rsa'), await aKey('ES256', 'set-0')]
  const signingKeys = given ?? (await usual())
  const logs: string[] = []
  const logger = createLogger({ level: 'info', write: (line) => logs.push(line) })
  const tokens = agencyTokens({
    ...{ db: database.web, baseUrl: BASE_URL, logger, fetch, signingKeys: [await aKey('ES256', 'oauth-1')] },
    findAgency: (id) => findAgency(database.web, id),
  })
  const state = { serving: true }
  const rooms = {
    ...{ db: database.web, vault, clock, logger, baseUrl: BASE_URL, agencies: tokens.agencies, signingKeys },
    ...{ allowLoopback: true, isServing: () => state.serving, longestWait: 3000 },
  }
  const site = createSite(
    {
      ...{ db: database.web, logger, sessions: new MemoryStore(), sessionSecrets: ['x'.repeat(32)] },
      ...{ baseUrl: BASE_URL, behindProxy: false, formTargets: [], isReady: () => Promise.resolve(true) },
    },
    {
      machines: [
        ...[tokens.routes, deliveriesMachineRoutes(rooms), streamRoutes(rooms)],
        ...[streamControlRoutes(rooms), pollRoutes(rooms), feedRoutes(rooms), replayRoutes(rooms), resyncRoutes(rooms)],
      ],
      porters: [],
      people: [],
    },
  )
  const server = createServer(site)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const call: Transmitter['call'] = (method, path, details) => callAt(origin, method, path, details)
  return Object.assign(state, {
    ...{ signingKeys, logs, call },
    async body(id: string, scopes: Scope[] = ['ssf.manage']) {
      const agency = await anAgency(database, { id })
      const token = await accessToken(origin, BASE_URL, agency, scopes.join(' '))
      const calls: Caller['call'] = (method, path, body, headers = {}) => call(method, path, { token, body, headers })
      return { id, token, call: calls }
    },
    async read(jwt: string, audience: string) {
      const keys = createLocalJWKSet((await call('GET', '/ssf/jwks')).body as JSONWebKeySet)
      const { payload } = await jwtVerify(jwt, keys, { typ: 'secevent+jwt', issuer: BASE_URL, audience })
      return payload
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

export const receiverKeys = (transmitter: Transmitter) => publicKeys(transmitter.signingKeys)

async function callAt(origin: string, method: string, path: string, details: CallDetails = {}): Promise<Answered> {
  const { token, body, signal, headers } = details
  const init: RequestInit = {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  }
  const response = await patiently(() => fetch(origin + path, init))
  const text = await response.text()
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text }
}

export async function aKey(alg: 'ES256' | 'RS256', kid: string): Promise<SigningJwk> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 2048 })
  return { ...(await exportJWK(privateKey)), kid } as SigningJwk
}
