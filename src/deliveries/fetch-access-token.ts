import { randomUUID } from 'node:crypto'
import type { Agent } from 'undici'
import { z } from 'zod'
import { SECOND, type Clock } from '../shared/clock.ts'
import type { TokenClient } from '../subscriptions/subscription.ts'
import { readAtMost } from '../web/bounded-body.ts'
import type { AttemptResult } from './delivery.ts'
import { codeOf } from './push.ts'
import { seconds } from './sign-set.ts'

export interface TokenEndpointParts {
  agent: Agent
  clock: Clock
  /** Our address, which is our client id where the receiver gives us none. */
  baseUrl: string
  signAssertion: (claims: object) => string
  /** Milliseconds for one push, of which a token may take a part. */
  timeout: number
}

export interface AccessToken {
  value: string
  /** Milliseconds that it lives. */
  lifetime: number
}

export type NoToken = Extract<AttemptResult, { kind: 'no-token' }>

// A token is a few kB at most; whoever sends more is not read further.
const LARGEST_ANSWER = 16 * 1024
// RFC 6749, section 5.1, only recommends to say how long it lives.
const LIFETIME_UNSAID = 60
// Two of them and two pushes fit into the time of one.
const PART_OF_A_PUSH = 4
const ASSERTION_LIFETIME = 60

/** Client credentials at a receiver's token endpoint (RFC 6749, section 4.4). Whatever goes wrong there is a result. */
export async function fetchAccessToken(
  parts: TokenEndpointParts,
  { url, client }: { url: string; client: TokenClient },
): Promise<AccessToken | NoToken> {
  const { agent } = parts
  const timeout = Math.ceil(parts.timeout / PART_OF_A_PUSH)
  try {
    const { origin, pathname, search } = new URL(url)
    const { headers, fields } = shownAs(parts, url, client)
    const response = await agent.request({
      ...{ origin, path: pathname + search, method: 'POST' },
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString(),
      ...{ headersTimeout: timeout, bodyTimeout: timeout, signal: AbortSignal.timeout(timeout) },
    })
    return tokenIn(response.statusCode, jsonIn(await readAtMost(response.body, LARGEST_ANSWER)))
  } catch (error) {
    return { kind: 'no-token', code: codeOf(error) }
  }
}

/** RFC 6749, section 2.3.1, or RFC 7523, section 2.2. */
function shownAs({ baseUrl, clock, signAssertion }: TokenEndpointParts, url: string, client: TokenClient) {
  const { clientId: id = baseUrl, secret, secretIn, scope } = client
  const fields = scope === undefined ? {} : { scope }
  if (secret === undefined) {
    const iat = seconds(clock())
    const assertion = { iss: id, sub: id, aud: url, jti: randomUUID(), iat, exp: iat + ASSERTION_LIFETIME }
    const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
    const shown = { client_id: id, client_assertion_type, client_assertion: signAssertion(assertion) }
    return { headers: {}, fields: { ...fields, ...shown } }
  }
  if (secretIn === 'body') return { headers: {}, fields: { ...fields, client_id: id, client_secret: secret } }
  const pair = [id, secret].map((one) => new URLSearchParams({ one }).toString().slice('one='.length)).join(':')
  return { headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }, fields }
}

const granted = z.object({
  access_token: z
    .string()
    .max(8000)
    .regex(/^[\x21-\x7e]+$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive().default(LIFETIME_UNSAID),
})

function tokenIn(status: number, answer: unknown): AccessToken | NoToken {
  if (status !== 200) return { kind: 'no-token', code: errorCodeIn(answer) ?? `HTTP_${status}` }
  const read = granted.safeParse(answer)
  if (!read.success) return { kind: 'no-token', code: 'MALFORMED' }
  return { value: read.data.access_token, lifetime: read.data.expires_in * SECOND }
}

/** RFC 6749, section 5.2. Anything else is text of the receiver's own. */
const ERROR_CODES = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]

function errorCodeIn(answer: unknown): string | undefined {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : undefined
  return ERROR_CODES.find((code) => code === error)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
