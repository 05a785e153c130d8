import { DAY } from '../../shared/clock.ts'
import { retryPolicy, type RetryPolicy } from '../after-attempt.ts'
import type { Settlement } from '../delivery-store.ts'
import type { ClaimedDelivery } from '../delivery.ts'

/**
 * A delivery that its body asked for once more, claimed. Its delivery is as it will be sent: under the record, the lease
 * and the count of attempts of this sending.
 */
export interface ClaimedRedelivery {
  id: string
  delivery: ClaimedDelivery
}

export type RedeliveryDecision =
  | { state: 'acknowledged' | 'not-allowed' }
  | { state: 'given-up'; failure: string }
  | { state: 'due'; failure: string; nextAttemptAt: Date; pauseSubscription: boolean }

/** A body that asked today is there today; it may ask again tomorrow. */
export const redeliveryPolicy: RetryPolicy = { ...retryPolicy, window: DAY }

/**
 * What becomes of one after an attempt. A refusal is an answer: what comes after it in order does not wait for the same
 * token to be refused again.
 */
export function afterRedelivery({ decision, attempt }: Settlement): RedeliveryDecision {
  if (decision.state !== 'due' || attempt?.result !== 'refused') return decision
  return { state: 'given-up', failure: decision.failure }
}
