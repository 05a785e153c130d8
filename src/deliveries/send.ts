import type { Clock } from '../shared/clock.ts'
import { afterAttempt, type Receiver, type RetryPolicy } from './after-attempt.ts'
import type { Settlement } from './delivery-store.ts'
import type { AttemptResult, ClaimedDelivery } from './delivery.ts'
import { traceOf } from './disclosure.ts'
import type { Sendable } from './judge.ts'
import type { Pusher } from './pusher.ts'
import { signedToken, type SigningParts } from './signed-token.ts'

export interface SendParts extends SigningParts {
  clock: Clock
  pusher: Pusher
  policy: RetryPolicy
  /** Milliseconds for one push. */
  timeout: number
}

export interface Sent {
  result: AttemptResult
  settlement: Settlement
  isUp: boolean
}

/** With its token, where it was signed with the others of its batch. */
export type SignedSendable = Sendable & { token?: string | undefined }

/** Signs, where that is not done, and hands over one token. @returns what came of it, what becomes of the delivery, and whether its receiver is up. */
export async function send(parts: SendParts, sendable: SignedSendable): Promise<Sent> {
  const startedAt = parts.clock()
  const result = await handOver(parts, sendable, startedAt)
  return {
    settlement: settlementOf(sendable.delivery, result, {
      ...{ startedAt, at: parts.clock(), policy: parts.policy },
      receiver: receiverOf(sendable.grant),
    }),
    ...{ result, isUp: isUp(result) },
  }
}

export function settlementOf(
  delivery: ClaimedDelivery,
  result: AttemptResult,
  { startedAt, at, policy, receiver }: { startedAt: Date; at: Date; policy: RetryPolicy; receiver?: Receiver },
): Settlement {
  const attempt = {
    startedAt,
    result: result.kind,
    httpStatus: 'status' in result ? result.status : null,
    detail: 'code' in result ? result.code : null,
  }
  return { delivery, decision: afterAttempt(delivery, result, at, policy, receiver), at, attempt }
}

const receiverOf = ({ nation, subscription }: Sendable['grant']): Receiver => ({
  nation,
  openSince: subscription.deliversSince,
})

function handOver(parts: SendParts, sendable: SignedSendable, issuedAt: Date) {
  const { delivery, endpoint } = sendable
  const token = sendable.token ?? signedToken(parts, sendable, issuedAt)
  const { traceId, spanId } = traceOf(delivery)
  return parts.pusher.push(endpoint, { token, traceparent: `00-${traceId}-${spanId}-01` })
}

/** Whoever answers, though it be with a refusal, takes nothing from the others by being slow or away. */
function isUp(result: AttemptResult): boolean {
  if (result.kind === 'failed') return result.status < 500
  return !['unreachable', 'busy', 'no-token'].includes(result.kind)
}
