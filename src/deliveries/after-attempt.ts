import { DAY, HOUR, MINUTE, SECOND, later } from '../shared/clock.ts'
import { failureOf, type AttemptResult, type ClaimedDelivery } from './delivery.ts'

export interface RetryPolicy {
  /** Milliseconds before the second attempt, the third and so on; the last one repeats. */
  delays: readonly number[]
  /** For answers that only people can mend. */
  slowDelay: number
  /** Milliseconds after it was to be told first when a delivery that fails once more is given up. */
  window: number
}

/**
 * Seven days: a bank-holiday weekend lasts four and a half. Three hours at most, 3.6 with jitter, so that two attempts
 * lie inside every working day of eight hours.
 */
export const retryPolicy: RetryPolicy = {
  delays: [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR],
  slowDelay: 3 * HOUR,
  window: 7 * DAY,
}

export type Decision =
  | { state: 'acknowledged' }
  | { state: 'due'; nextAttemptAt: Date; failure: string; pauseSubscription: boolean }
  | { state: 'given-up'; failure: string }

/** What becomes of a delivery after an attempt. No clock, no chance, no database: the same in, the same out. */
export function afterAttempt(
  delivery: Pick<ClaimedDelivery, 'id' | 'attempts' | 'dueSince'>,
  result: AttemptResult,
  now: Date,
  policy: RetryPolicy = retryPolicy,
): Decision {
  if (result.kind === 'accepted') return { state: 'acknowledged' }
  const failure = failureOf(result) ?? ''
  const deadline = later(delivery.dueSince, policy.window)
  if (now >= deadline) return { state: 'given-up', failure }
  const asked = askedToWait(result, now)
  const wait = asked === undefined ? scheduled(delivery, result, policy) : atLeastSomeTime(asked, delivery, policy)
  // The last attempt is made at the deadline, unless the body asked for more time than that.
  const latest = asked === undefined ? deadline : later(now, wait)
  const nextAttemptAt = new Date(Math.min(later(now, wait).getTime(), latest.getTime()))
  return { state: 'due', nextAttemptAt, failure, pauseSubscription: result.kind === 'gone' }
}

function scheduled(delivery: Pick<ClaimedDelivery, 'id' | 'attempts'>, result: AttemptResult, policy: RetryPolicy) {
  const delay = needsPeople(result) ? policy.slowDelay : delayAfter(delivery.attempts, policy)
  return delay * jitter(delivery)
}

const delayAfter = (attempts: number, { delays }: RetryPolicy) => delays[attempts] ?? delays.at(-1) ?? HOUR

/** A refusal, a redirect, a wrong address or credential mends itself only when people do something. */
function needsPeople(result: AttemptResult): boolean {
  if (result.kind === 'failed') return result.status < 500 && ![408, 425].includes(result.status)
  if (result.kind === 'unreachable') return result.code === 'ERR_ADDRESS_REFUSED'
  // What a token endpoint says of us in a code of OAuth is small; what went wrong on the way is not.
  if (result.kind === 'no-token') return result.code === 'ERR_ADDRESS_REFUSED' || /^[a-z_]+$/.test(result.code)
  return ['refused', 'redirected', 'gone', 'unready'].includes(result.kind)
}

const LONGEST_WAIT = DAY
const SHORTEST_WAIT = 5 * MINUTE

/** `Retry-After` in milliseconds (RFC 9110 section 10.2.3: seconds or a date), a day at most; undefined without one. */
function askedToWait(result: AttemptResult, now: Date): number | undefined {
  if (result.kind !== 'busy' || result.retryAfter === undefined) return undefined
  const text = result.retryAfter.trim()
  const wait = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now.getTime()
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT)
}

/** A body that keeps asking us back at once must not be called without pause for seven days. */
const atLeastSomeTime = (asked: number, { attempts }: Pick<ClaimedDelivery, 'attempts'>, policy: RetryPolicy) =>
  Math.max(asked, Math.min(delayAfter(attempts, policy), SHORTEST_WAIT))

/** 0.8 to 1.2, spread over deliveries and attempts by the random bits of the delivery's id. */
function jitter({ id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>): number {
  const fraction = Number.parseInt(id.slice(-8), 16) / 2 ** 32
  return 0.8 + 0.4 * ((fraction + attempts * 0.618034) % 1)
}
