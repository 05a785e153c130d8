import type { AttemptResult } from '../delivery.ts'
import { openEndpoint } from '../endpoint.ts'
import type { StreamEventParts } from '../send-stream-events.ts'
import { createSender, type Sender } from '../sender.ts'
import type { Answer } from './conformance.ts'
import { claimPushedTokens, settleToken, type PushedToken } from './synthetic-token-store.ts'
import { signedSynthetic } from './synthetic-token.ts'

// A few bodies' bursts at once; trying a receiver keeps no real person waiting, whose sender is another.
const MOST_IN_FLIGHT = 64

/** Each is sent once: whoever looks on waits for an answer, and can start again. */
export const createSyntheticSender = (parts: StreamEventParts): Sender =>
  createSender({
    ...{ clock: parts.clock, lease: parts.lease, most: MOST_IN_FLIGHT },
    claim: (claim) => claimPushedTokens(parts.db, claim),
    sendOne: (token) => sendOne(parts, token),
    failed: ({ id: synthetic }, err) => parts.logger.error({ err, synthetic }, 'a synthetic token could not be sent'),
  })

async function sendOne(parts: StreamEventParts, token: PushedToken): Promise<void> {
  const { vault, pusher, baseUrl, clock, sign } = parts
  const { endpoint, agencyId, algorithm, jti } = token
  const signed = signedSynthetic(token, { baseUrl, sign, agencyId, algorithm, now: clock() })
  const traceparent = `00-${jti.replaceAll('-', '')}-${token.lease.replaceAll('-', '').slice(-16)}-01`
  const result = await pusher.push(openEndpoint(vault, endpoint), { token: signed, traceparent })
  await settleToken(parts.db, token, answerFrom(result), clock())
}

/** RFC 8935, section 2.3: a refusal is a 400 with a code; 401 and 403 refuse whoever sends, and so the token too. */
function answerFrom(result: AttemptResult): Answer {
  if (result.kind === 'accepted') return { kind: 'accepted', code: String(result.status) }
  if (result.kind === 'refused') return { kind: 'refused', code: result.code }
  if (result.kind === 'failed' && [401, 403].includes(result.status)) {
    return { kind: 'refused', code: String(result.status) }
  }
  return { kind: 'failed', code: 'status' in result ? String(result.status) : result.code }
}
