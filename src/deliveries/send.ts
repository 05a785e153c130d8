import type { Agent } from 'undici'
import { eventTypeUri } from '../catalogue/catalogue.ts'
import type { Clock } from '../shared/clock.ts'
import type { Vault } from '../vault/vault.ts'
import { afterAttempt, type RetryPolicy } from './after-attempt.ts'
import type { Settlement } from './delivery-store.ts'
import type { AttemptResult, ClaimedDelivery } from './delivery.ts'
import { traceOf } from './disclosure.ts'
import type { SignToken } from './event-token.ts'
import { personId, transactionId } from './fan-out.ts'
import type { Sendable } from './judge.ts'
import { push } from './push.ts'

export interface SendParts {
  vault: Vault
  baseUrl: string
  clock: Clock
  agent: Agent
  sign: SignToken
  policy: RetryPolicy
  /** Milliseconds for one push. */
  timeout: number
}

/** Signs and hands over one token. @returns what becomes of the delivery, and whether its receiver is up. */
export async function send(parts: SendParts, sendable: Sendable): Promise<{ settlement: Settlement; isUp: boolean }> {
  const startedAt = parts.clock()
  const result = await handOver(parts, sendable, startedAt)
  return {
    settlement: settlementOf(sendable.delivery, result, { startedAt, at: parts.clock(), policy: parts.policy }),
    isUp: isUp(result),
  }
}

export function settlementOf(
  delivery: ClaimedDelivery,
  result: AttemptResult,
  { startedAt, at, policy }: { startedAt: Date; at: Date; policy: RetryPolicy },
): Settlement {
  const attempt = {
    startedAt,
    result: result.kind,
    httpStatus: 'status' in result ? result.status : null,
    detail: 'code' in result ? result.code : null,
  }
  return { delivery, decision: afterAttempt(delivery, result, at, policy), at, attempt }
}

function handOver(
  parts: SendParts,
  { delivery, facts, change, happenedAt, url, authorization }: Sendable,
  issuedAt: Date,
) {
  const { vault, baseUrl, agent, timeout } = parts
  const token = parts.sign({
    issuer: baseUrl,
    audience: delivery.agencyId,
    jti: delivery.id,
    transaction: transactionId(vault, delivery.agencyId, delivery.reportId),
    person: personId(vault, delivery.agencyId, delivery.subjectRef),
    event: eventTypeUri(baseUrl, delivery.eventType),
    facts: { ...change, ...facts },
    issuedAt,
    happenedAt,
  })
  const { traceId, spanId } = traceOf(delivery)
  return push(agent, { url, authorization, token, traceparent: `00-${traceId}-${spanId}-01` }, timeout)
}

/** Whoever answers, though it be with a refusal, takes nothing from the others by being slow or away. */
function isUp(result: AttemptResult): boolean {
  if (result.kind === 'failed') return result.status < 500
  return !['unreachable', 'busy'].includes(result.kind)
}
