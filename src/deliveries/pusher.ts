import { createHash } from 'node:crypto'
import { SECOND } from '../shared/clock.ts'
import type { AttemptResult } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import { fetchAccessToken, type AccessToken, type NoToken, type TokenEndpointParts } from './fetch-access-token.ts'
import { push, type Push } from './push.ts'

/** What is handed over; where, and as whom, the endpoint says. */
export type Message = Pick<Push, 'token' | 'traceparent'>

export interface Pusher {
  /** Hands one token over in the time that one push may take, with an access token of the receiver's own where it wants one. */
  push(endpoint: Endpoint, message: Message): Promise<AttemptResult>
  /** What to show there; undefined where nothing is wanted. */
  authorizationFor(endpoint: Endpoint): Promise<string | undefined | NoToken>
}

interface Held {
  token: Promise<AccessToken | NoToken>
  /** Milliseconds since 1970; not known while it is being fetched. */
  until: number
}

// So that it does not end on its way there.
const MARGIN = 30 * SECOND
// Streams that want a token; each is a few kB.
const MOST_HELD = 1000

/** Access tokens are kept until shortly before they end, fetched once however many wait for one, and for their stream alone. */
export function createPusher(parts: TokenEndpointParts): Pusher {
  const held = new Map<string, Held>()
  const authorizationFor = (endpoint: Endpoint) => authorizationOf(parts, held, endpoint)
  return {
    authorizationFor,
    async push(endpoint, message) {
      const deadline = performance.now() + parts.timeout
      const call = async (authorization: string | undefined) =>
        push(
          parts.agent,
          { url: endpoint.url, authorization, ...message },
          Math.max(Math.ceil(deadline - performance.now()), 1),
        )
      // On its way before the next one of its batch is signed.
      if (!endpoint.tokens) return call(endpoint.authorization)
      const authorization = await authorizationFor(endpoint)
      if (typeof authorization === 'object') return authorization
      const result = await call(authorization)
      if (!isAboutUs(result)) return result
      // It may have ended early, or been taken back: once more with a new one, and then it is an answer.
      await forget(held, endpoint, authorization)
      const renewed = await authorizationFor(endpoint)
      return typeof renewed === 'object' ? renewed : call(renewed)
    },
  }
}

async function authorizationOf(
  parts: TokenEndpointParts,
  held: Map<string, Held>,
  endpoint: Endpoint,
): Promise<string | undefined | NoToken> {
  if (!endpoint.tokens) return endpoint.authorization
  const key = keyOf(endpoint)
  const now = parts.clock().getTime()
  const standing = held.get(key)
  const { token } = standing && now < standing.until ? standing : hold(parts, held, key, endpoint.tokens)
  const got = await token
  return 'value' in got ? `Bearer ${got.value}` : got
}

function hold(
  parts: TokenEndpointParts,
  held: Map<string, Held>,
  key: string,
  tokens: NonNullable<Endpoint['tokens']>,
) {
  const entry: Held = { token: fetchAccessToken(parts, tokens), until: Infinity }
  if (held.size >= MOST_HELD) held.clear()
  held.set(key, entry)
  void entry.token.then((got) => {
    if ('value' in got) entry.until = parts.clock().getTime() + Math.max(got.lifetime - MARGIN, got.lifetime / 2)
    else if (held.get(key) === entry) held.delete(key)
  })
  return entry
}

/** Not one that somebody has fetched since. */
async function forget(held: Map<string, Held>, endpoint: Endpoint, authorization: string | undefined): Promise<void> {
  const key = keyOf(endpoint)
  const standing = held.get(key)
  const got = await standing?.token
  if (got && 'value' in got && `Bearer ${got.value}` === authorization && held.get(key) === standing) held.delete(key)
}

/** A change of where the tokens are from, or of who we are there, is another key: it counts at once. */
const keyOf = ({ subscriptionId, tokens }: Endpoint) =>
  createHash('sha256')
    .update(JSON.stringify([subscriptionId, tokens]))
    .digest('base64')

/** RFC 6750, section 3.1, or as RFC 8935, section 2.4, says it. */
const isAboutUs = (result: AttemptResult) =>
  (result.kind === 'failed' && result.status === 401) ||
  (result.kind === 'refused' && result.code === 'authentication_failed')
