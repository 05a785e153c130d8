import type { Nation } from '../agencies/agency.ts'
import { DAY, HOUR, MINUTE, SECOND, later } from '../shared/clock.ts'
import { askedToWait } from './calendar/retry-after.ts'
import { retryAt, type RetrySchedule } from './calendar/retry-schedule.ts'
import { failureOf, type AttemptResult, type ClaimedDelivery } from './delivery.ts'

export interface RetryPolicy extends RetrySchedule {
  /** Milliseconds after it was to be told first when a delivery that fails once more is given up. */
  window: number
}

/**
 * Seven days: a bank-holiday weekend lasts four and a half. Three hours at most while the body is at work, 3.6 with
 * jitter, so that two attempts lie inside every working day of eight hours.
 */
export const retryPolicy: RetryPolicy = {
  delays: [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR],
  slowDelay: 3 * HOUR,
  awayDelay: 6 * HOUR,
  window: 7 * DAY,
}

/** What is known of the body that a delivery is for. */
export interface Receiver {
  nation: Nation
  /** When its stream last began to be open; null: from the start. The days of trying count from then. */
  openSince: Date | null
}

/** Of whom nothing is known: it is tried on the working days of everybody. */
const unknownReceiver: Receiver = { nation: 'all', openSince: null }

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
  receiver: Receiver = unknownReceiver,
): Decision {
  if (result.kind === 'accepted') return { state: 'acknowledged' }
  const failure = failureOf(result) ?? ''
  const deadline = deadlineOf(delivery, receiver, policy)
  if (now >= deadline) return { state: 'given-up', failure }
  const asked = result.kind === 'busy' ? askedToWait(result.retryAfter, now) : undefined
  // The last attempt is made at the deadline, unless the body asked for more time than that.
  const nextAttemptAt =
    asked === undefined
      ? earlier(scheduled(delivery, result, now, { policy, receiver }), deadline)
      : later(now, atLeastSomeTime(asked, delivery, policy))
  return { state: 'due', nextAttemptAt, failure, pauseSubscription: result.kind === 'gone' }
}

/** The days in which it was held back, because its stream was paused or its body suspended, were no days of trying. */
function deadlineOf({ dueSince }: Pick<ClaimedDelivery, 'dueSince'>, { openSince }: Receiver, { window }: RetryPolicy) {
  return later(openSince && openSince > dueSince ? openSince : dueSince, window)
}

const earlier = (one: Date, other: Date) => (one < other ? one : other)

function scheduled(
  delivery: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  result: AttemptResult,
  now: Date,
  { policy, receiver }: { policy: RetryPolicy; receiver: Receiver },
): Date {
  const { attempts } = delivery
  const tried = { attempts, slow: needsPeople(result), jitter: jitterOf(delivery) }
  return retryAt(now, tried, { nation: receiver.nation, schedule: policy })
}

/** A refusal, a redirect, a wrong address or credential mends itself only when people do something. */
export function needsPeople(result: AttemptResult): boolean {
  if (result.kind === 'failed') return result.status < 500 && ![408, 425].includes(result.status)
  if (result.kind === 'unreachable') return result.code === 'ERR_ADDRESS_REFUSED'
  // What a token endpoint says of us in a code of OAuth is small; what went wrong on the way is not.
  if (result.kind === 'no-token') return result.code === 'ERR_ADDRESS_REFUSED' || /^[a-z_]+$/.test(result.code)
  return ['refused', 'redirected', 'gone', 'unready'].includes(result.kind)
}

const SHORTEST_WAIT = 5 * MINUTE

/** A body that keeps asking us back at once must not be called without pause for seven days. */
const atLeastSomeTime = (asked: number, { attempts }: Pick<ClaimedDelivery, 'attempts'>, policy: RetryPolicy) =>
  Math.max(asked, Math.min(policy.delays[attempts] ?? SHORTEST_WAIT, SHORTEST_WAIT))

/** 0 to 1, spread over deliveries and attempts by the random bits of the delivery's id. */
function jitterOf({ id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>): number {
  const fraction = Number.parseInt(id.slice(-8), 16) / 2 ** 32
  return (fraction + attempts * 0.618034) % 1
}
