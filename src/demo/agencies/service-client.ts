import { importJWK, type CryptoKey, type JWK } from 'jose'
import * as openid from 'openid-client'
import { z } from 'zod'
import type { CalendarDate } from '../../shared/dates.ts'
import { signedCount } from './signed-count.ts'

/** How a body talks back to the service: with a token of its own, at the addresses that the API documents. */
export interface ServiceClient {
  sendOutcome(jti: string, outcome: unknown): Promise<Sent>
  reportAccess(record: unknown): Promise<Sent>
  /** Signs how many uses of data the body reported for a day. */
  sendCount(day: CalendarDate, records: number): Promise<Sent>
  /** Where our stream that is polled is, as the service says; undefined while there is none. */
  pollAddress(): Promise<string | undefined>
  /** Answers for the tokens we had, and waits for more (RFC 8936, section 2). */
  poll(address: string, answers: PollAnswers, signal: AbortSignal): Promise<{ sets: Record<string, string> }>
  /** The URI of the version of an agreement that is in force, as the public register says. */
  activityOf(agreementId: string): Promise<string>
  /** The address of an activity of the body itself: it stands for the version in force. */
  ownActivity(id: string): string
}

/** Tokens that were taken, and those that were not, with the reason (RFC 8936, section 2.2). */
export interface PollAnswers {
  ack: string[]
  setErrs: Record<string, { err: string; description: string }>
}

/** `again` for what may work later; `refused` for what never will. */
export type Sent = { kind: 'sent' } | { kind: 'again' | 'refused'; status: number }

export interface ServiceClientOptions {
  baseUrl: string
  /** The body's id, which is its `client_id` too. */
  id: string
  privateKey: JWK
}

export function serviceClient(options: ServiceClientOptions): ServiceClient {
  const { baseUrl, id } = options
  const tokenFor = accessTokens(options)
  const send = sender(baseUrl, tokenFor)
  const sendJson = (method: 'PUT' | 'POST', path: string, scope: string, body: unknown) =>
    send(method, path, scope, JSON.stringify(body), 'application/json')
  return {
    sendOutcome: (jti, outcome) => sendJson('PUT', `/api/deliveries/${jti}/outcome`, 'outcomes.write', outcome),
    reportAccess: (record) => sendJson('POST', '/api/access-records', 'access-records.write', record),
    sendCount: async (day, records) => {
      const jws = await signedCount(options, day, records)
      return send('PUT', `/api/access-counts/${day}`, 'access-records.write', jws, 'application/jose')
    },
    pollAddress: async () => {
      const headers = { authorization: `Bearer ${await tokenFor('ssf.read')}` }
      const response = await fetch(`${baseUrl}/ssf/streams`, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) })
      if (!response.ok) throw new Error(`The service's streams answered ${response.status}`)
      return streams.parse(await response.json()).find(({ delivery }) => delivery.method === POLL)?.delivery
        .endpoint_url
    },
    poll: async (address, answers, signal) => {
      const response = await fetch(address, {
        method: 'POST',
        headers: { authorization: `Bearer ${await tokenFor('ssf.read')}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...answers, maxEvents: TOKENS_A_POLL }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_POLL_MS)]),
      })
      if (!response.ok) throw new Error(`The poll was answered with ${response.status}`)
      return polled.parse(await response.json())
    },
    activityOf: (agreementId) => fetchActivity(baseUrl, agreementId),
    ownActivity: (activityId) => `${baseUrl}/activities/${id}/${activityId}`,
  }
}

const sender =
  (baseUrl: string, tokenFor: (scope: string) => Promise<string>) =>
  async (method: 'PUT' | 'POST', path: string, scope: string, body: string, type: string): Promise<Sent> => {
    const headers = { authorization: `Bearer ${await tokenFor(scope)}`, 'content-type': type }
    const response = await fetch(baseUrl + path, { method, headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) })
    await response.body?.cancel()
    return sentWith(response)
  }

function sentWith({ ok, status }: Response): Sent {
  if (ok) return { kind: 'sent' }
  // 404: the service may not have settled the delivery yet that we answer so quickly.
  const later = status >= 500 || [401, 404, 429].includes(status)
  return { kind: later ? 'again' : 'refused', status }
}

const TIMEOUT_MS = 10_000
const LONGEST_POLL_MS = 90_000
const TOKENS_A_POLL = 50
const POLL = 'urn:ietf:rfc:8936'

const streams = z.array(z.looseObject({ delivery: z.object({ method: z.string(), endpoint_url: z.string() }) }))
const polled = z.object({ sets: z.record(z.string(), z.string()) })
// Renewed a little before it ends, so that none expires on the way.
const MARGIN_MS = 30_000

/** Client credentials with private_key_jwt (RFC 7523), one token per scope, kept while it lives. */
function accessTokens({ baseUrl, id, privateKey }: ServiceClientOptions): (scope: string) => Promise<string> {
  const tokens = new Map<string, { value: string; until: number }>()
  let discovered: Promise<openid.Configuration> | undefined
  const discover = async () => {
    const key = (await importJWK(privateKey, 'ES256')) as CryptoKey
    const authentication = openid.PrivateKeyJwt(privateKey.kid ? { key, kid: privateKey.kid } : key)
    const execute = baseUrl.startsWith('http:') ? [openid.allowInsecureRequests] : []
    return openid.discovery(new URL(baseUrl), id, undefined, authentication, { algorithm: 'oauth2', execute })
  }
  return async (scope) => {
    const kept = tokens.get(scope)
    if (kept && kept.until > Date.now()) return kept.value
    discovered ??= discover()
    discovered.catch(() => (discovered = undefined))
    const { access_token, expires_in = 60 } = await openid.clientCredentialsGrant(await discovered, { scope })
    tokens.set(scope, { value: access_token, until: Date.now() + expires_in * 1000 - MARGIN_MS })
    return access_token
  }
}

async function fetchActivity(baseUrl: string, agreementId: string): Promise<string> {
  const response = await fetch(`${baseUrl}/agreements.json`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) throw new Error(`The register of agreements answered ${response.status}`)
  const { agreements } = register.parse(await response.json())
  const agreement = agreements.find(({ id }) => id === agreementId)
  if (!agreement) throw new Error('The register of agreements does not have ours')
  return agreement.activity_id
}

const register = z.object({ agreements: z.array(z.object({ id: z.string(), activity_id: z.url() })) })
