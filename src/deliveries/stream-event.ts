import { later, MINUTE, SECOND } from '../shared/clock.ts'
import { RESYNC, resyncUri } from '../subscriptions/stream.ts'
import type { Algorithm } from '../vault/signing-keys.ts'
import { failureOf, type AttemptResult } from './delivery.ts'
import { seconds } from './sign-set.ts'

/** What a stream says of itself, claimed to be sent or handed over: nothing about a citizen. */
export interface StreamEvent {
  /** Also the jti of its token, in every attempt. */
  id: string
  subscriptionId: string
  agencyId: string
  kind: 'verification' | 'stream-updated' | 'resync'
  content: Record<string, unknown>
  /** Attempts that were settled before this one. */
  attempts: number
  algorithm: Algorithm
  lease: string
}

type SaidOfStream = Pick<StreamEvent, 'id' | 'subscriptionId' | 'agencyId' | 'kind' | 'content'>

/** SSF 1.0, sections 8.1.4.1 and 8.1.5, and ours alike: about the stream, whose id it has; nothing else is in it. */
export const claimsOfStreamEvent = (event: SaidOfStream, issuer: string, issuedAt: Date) => ({
  iss: issuer,
  aud: event.agencyId,
  iat: seconds(issuedAt),
  jti: event.id,
  txn: event.id,
  sub_id: { format: 'opaque', id: event.subscriptionId },
  events: { [typeOf(event.kind, issuer)]: event.content },
})

const typeOf = (kind: StreamEvent['kind'], issuer: string) =>
  kind === RESYNC ? resyncUri(issuer) : `https://schemas.openid.net/secevent/ssf/event-type/${kind}`

export type StreamEventDecision =
  | { state: 'acknowledged' }
  | { state: 'due'; failure: string; nextAttemptAt: Date }
  | { state: 'given-up'; failure: string }

// Whoever asked for it looks for it now; who was stopped by us is told for as long as a restart takes.
const DELAYS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE]

/** What becomes of it after an attempt. A refusal is an answer: the same token again would get the same. */
export function afterStreamAttempt(attempts: number, result: AttemptResult, now: Date): StreamEventDecision {
  if (result.kind === 'accepted') return { state: 'acknowledged' }
  const failure = failureOf(result) ?? ''
  const delay = DELAYS[attempts]
  if (result.kind === 'refused' || delay === undefined) return { state: 'given-up', failure }
  return { state: 'due', failure, nextAttemptAt: later(now, delay) }
}
