import { daysBetween, ukToday, type CalendarDate } from '../shared/dates.ts'
import type { Outcome, TrackedDelivery } from './tracked-delivery.ts'

/**
 * What a citizen is told of a body. `late`: longer than the body usually takes, or than it gave the citizen. `at` of what
 * is on its way is when the citizen did it, and `opens` when the body's receiver does, where it is closed by then.
 */
export type DeliveryStatus =
  | { kind: 'waiting' | 'held-by-you' }
  | { kind: 'later' | 'cooling-off' | 'closed'; until: Date }
  | { kind: 'retrying'; attempts: number; next: Date }
  | { kind: 'gone' | 'on-hold' | 'not-ready' | 'in-inbox' }
  | { kind: 'told' | 'received' | 'in-progress' | 'corrected' | 'answered'; at: Date; late: boolean }
  | { kind: 'done'; at: Date; effectiveDate?: CalendarDate | undefined }
  | { kind: 'needs-information'; at: Date; dueBy?: CalendarDate | undefined; late: boolean }
  | {
      kind:
        | 'no-record'
        | 'refused'
        | 'given-up'
        | 'unconfirmed'
        | 'unread'
        | 'discarded'
        | 'not-allowed'
        | 'lapsed'
        | 'withdrawn'
        | 'left-out'
      at: Date
    }
  | { kind: 'correcting' | 'withdrawing'; at: Date; opens?: Date | undefined }
  | { kind: 'taken-back'; at: Date }
  | { kind: 'not-corrected' | 'not-taken-back' | 'not-answered'; at: Date }

/** What a status is judged by. */
export interface Around {
  now: Date
  /** How long the body usually takes, as its agreement says. */
  usualDays: number
  /** It waits by itself, because what it does cannot be undone; not because its citizen chose a day. */
  coolingOff?: boolean
  /** The whole report was taken back. */
  reportWithdrawn?: boolean
  /** Nobody reviewed its agreement in time. */
  lapsed?: boolean
}

/**
 * The body's latest answer says most: it may even have answered what we could not see arrive. Without one, what became
 * of the sending does.
 */
export function statusOf(
  delivery: Pick<
    TrackedDelivery,
    | 'state'
    | 'attempts'
    | 'createdAt'
    | 'nextAttemptAt'
    | 'settledAt'
    | 'held'
    | 'closed'
    | 'unconfirmed'
    | 'inbox'
    | 'unread'
    | 'discardedAt'
  >,
  latest: Outcome | undefined,
  around: Around,
): DeliveryStatus {
  const at = delivery.settledAt ?? delivery.createdAt
  if (latest) return statusOfOutcome(latest, { late: isLate(at, around), today: ukToday(around.now) })
  switch (delivery.state) {
    case 'acknowledged':
      return { kind: 'told', at, late: isLate(at, around) }
    case 'withdrawn':
      return { kind: around.reportWithdrawn === false ? 'left-out' : 'withdrawn', at }
    case 'held':
      return { kind: 'held-by-you' }
    case 'waiting':
      return { kind: 'waiting' }
    case 'due':
      return statusOfDue(delivery, around)
    case 'given-up':
      return statusOfGivenUp(delivery, at)
    case 'not-allowed':
      return { kind: around.lapsed ? 'lapsed' : 'not-allowed', at }
  }
}

/** The latest that counts: having got it is nothing new from a body that has said more of it already. */
export const latestOf = (outcomes: readonly Outcome[]): Outcome | undefined =>
  outcomes.findLast(
    ({ status, deliveryId }, index) =>
      status !== 'received' ||
      !outcomes.slice(0, index).some((earlier) => earlier.deliveryId === deliveryId && earlier.status !== 'received'),
  )

/** Longer since than the body usually takes. */
export const isLate = (since: Date, { now, usualDays }: Around) => daysBetween(ukToday(since), ukToday(now)) > usualDays

/** True once the body has said how it ended, or what it needs: what a citizen waits for. */
export const hasAnswered = ({ kind }: DeliveryStatus) =>
  kind === 'done' || kind === 'no-record' || kind === 'needs-information' || kind === 'refused'

function statusOfGivenUp(
  { unconfirmed, unread, discardedAt }: Pick<TrackedDelivery, 'unconfirmed' | 'unread' | 'discardedAt'>,
  at: Date,
): DeliveryStatus {
  if (discardedAt) return { kind: 'discarded', at: discardedAt }
  if (unread) return { kind: 'unread', at }
  return { kind: unconfirmed ? 'unconfirmed' : 'given-up', at }
}

function statusOfDue(
  delivery: Pick<TrackedDelivery, 'attempts' | 'nextAttemptAt' | 'held' | 'closed' | 'inbox'>,
  { now, coolingOff }: Around,
): DeliveryStatus {
  const { attempts, nextAttemptAt, held, inbox } = delivery
  const opens = opensAfter(delivery, now)
  const next = opens ?? nextAttemptAt
  if (attempts === 0 && nextAttemptAt > now) return { kind: coolingOff ? 'cooling-off' : 'later', until: next }
  if (held) return { kind: held }
  if (inbox) return { kind: 'in-inbox' }
  if (attempts > 0) return { kind: 'retrying', attempts, next }
  return opens ? { kind: 'closed', until: opens } : { kind: 'waiting' }
}

/** When its receiver is open again, if it is closed when it would be told next. */
export function opensAfter(
  { nextAttemptAt, closed }: Pick<TrackedDelivery, 'nextAttemptAt' | 'closed'>,
  now: Date,
): Date | undefined {
  const next = nextAttemptAt > now ? nextAttemptAt : now
  return closed && closed.from <= next && next < closed.until ? closed.until : undefined
}

export function statusOfOutcome(
  outcome: Outcome,
  { late, today }: { late: boolean; today: CalendarDate },
): DeliveryStatus {
  const { receivedAt: at, effectiveDate, dueBy } = outcome
  switch (outcome.status) {
    case 'received':
      return { kind: 'received', at, late }
    case 'in_progress':
      return { kind: 'in-progress', at, late }
    case 'done':
      return { kind: 'done', at, effectiveDate }
    case 'needs_information':
      return { kind: 'needs-information', at, dueBy, late: dueBy !== undefined && dueBy < today }
    case 'no_record':
      return { kind: 'no-record', at }
    case 'refused':
      return { kind: 'refused', at }
  }
}
