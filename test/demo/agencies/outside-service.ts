import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  SignJWT,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  type CryptoKey,
  type JSONWebKeySet,
} from 'jose'
import { v7 as uuidv7 } from 'uuid'

/** What a sample body sees of the service, here with a hand on every claim, so that tokens can be wrong. */
export interface OutsideService {
  baseUrl: string
  /** What bodies sent back, in order. */
  outcomes: { agency: string; jti: string; outcome: Record<string, unknown> }[]
  records: { agency: string; record: Record<string, unknown> }[]
  /** What bodies signed of their days. */
  counts: { agency: string; day: string; said: Record<string, unknown> }[]
  /** Calls to answer with 503 before the service is there again. */
  failNext(calls: number): void
  sign(changes?: TokenChanges): Promise<string>
  /** Makes bodies' keys known, as the agencies file does. */
  know(file: { agencies: { id: string; jwks: unknown }[] }): void
  close(): Promise<void>
}

export interface TokenChanges {
  header?: Record<string, unknown>
  claims?: Record<string, unknown>
  key?: CryptoKey
}

export const TYPE = 'change-of-address'

export async function startOutsideService(): Promise<OutsideService> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  const agencies = new Map<string, JSONWebKeySet>()
  const outcomes: OutsideService['outcomes'] = []
  const records: OutsideService['records'] = []
  const counts: OutsideService['counts'] = []
  let failures = 0

  const answer = async (req: IncomingMessage): Promise<[number, unknown]> => {
    const path = req.url ?? ''
    if (path === '/.well-known/ssf-configuration') {
      return [200, { issuer: baseUrl, jwks_uri: `${baseUrl}/ssf/jwks`, spec_version: '1_0' }]
    }
    if (path === '/ssf/jwks') return [200, { keys: [{ ...jwk, kid, alg: 'ES256', use: 'sig' }] }]
    if (path === '/.well-known/oauth-authorization-server') {
      return [200, { issuer: baseUrl, token_endpoint: `${baseUrl}/oauth/token` }]
    }
    if (path === '/ssf/streams') return [200, []]
    const body = await bodyOf(req)
    if (path === '/oauth/token') return [200, await tokenFor(new URLSearchParams(body))]
    if (failures-- > 0) return [503, {}]
    if (path === '/agreements.json') {
      const version = (id: string) => ({ id, activity_id: `${baseUrl}/agreements/${id}/versions/3` })
      return [200, { agreements: ['hmrc-address', 'dwp-address'].map(version) }]
    }
    const [agency = '', scope] = (req.headers.authorization ?? '').replace('Bearer ', '').split('|')
    const [, jti] = /^\/api\/deliveries\/([^/]+)\/outcome$/.exec(path) ?? []
    const [, day] = /^\/api\/access-counts\/([^/]+)$/.exec(path) ?? []
    if (day && req.method === 'PUT' && scope === 'access-records.write') {
      const { payload } = await compactVerify(body, createLocalJWKSet(agencies.get(agency) ?? { keys: [] }))
      counts.push({ agency, day, said: JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown> })
      return [201, {}]
    }
    const sent = JSON.parse(body) as Record<string, unknown>
    if (jti && req.method === 'PUT' && scope === 'outcomes.write') outcomes.push({ agency, jti, outcome: sent })
    else if (path === '/api/access-records' && scope === 'access-records.write') records.push({ agency, record: sent })
    else return [404, {}]
    return [200, {}]
  }

  /** The token says who it is for and for what. A wrong assertion throws, and so answers 500. */
  const tokenFor = async (form: URLSearchParams) => {
    const assertion = form.get('client_assertion') ?? ''
    const agency = form.get('client_id') ?? ''
    const keys = agencies.get(agency)
    if (!keys) throw new Error('unknown client')
    await jwtVerify(assertion, createLocalJWKSet(keys), { issuer: agency, subject: agency, audience: baseUrl })
    return { access_token: `${agency}|${form.get('scope')}`, token_type: 'Bearer', expires_in: 300 }
  }

  const server = createServer((req, res) => {
    answer(req).then(
      ([status, body]) => res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => res.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ baseUrl, outcomes, records, counts },
    failNext: (calls) => (failures = calls),
    know: (file) => file.agencies.forEach(({ id, jwks }) => agencies.set(id, jwks as JSONWebKeySet)),
    sign: ({ header, claims, key }: TokenChanges = {}) =>
      new SignJWT(JSON.parse(JSON.stringify({ ...usualClaims(baseUrl), ...claims })) as Record<string, unknown>)
        .setProtectedHeader({ typ: 'secevent+jwt', alg: 'ES256', kid, ...header })
        .sign(key ?? privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Amira moves from Leeds to Cardiff. */
export const move = {
  names: [
    {
      nameParts: [
        { type: 'GivenName', value: 'Amira' },
        { type: 'FamilyName', value: 'Hassan' },
      ],
    },
  ],
  birth_date: '1988-05-14',
  old_address: { uprn: 72000000012, buildingNumber: '12', streetName: 'Harehills Lane', postalCode: 'LS8 5DR' },
  new_address: { buildingNumber: '27', streetName: 'Heol y Deri', postalCode: 'CF14 6HF', addressCountry: 'GB' },
  move_date: '2026-11-20',
}

const usualClaims = (baseUrl: string) => ({
  iss: baseUrl,
  aud: 'hmrc',
  iat: Math.floor(Date.now() / 1000),
  jti: uuidv7(),
  txn: 'transaction',
  sub_id: { format: 'opaque', id: 'person-of-hmrc' },
  events: { [`${baseUrl}/schemas/events/${TYPE}/v1`]: move },
})

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
