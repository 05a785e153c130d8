import { daysBetween, ukToday, type CalendarDate } from '../shared/dates.ts'

/** One body being told under one agreement, as far as its citizen may see it. */
export interface TrackedDelivery {
  id: string
  reportId: string
  agencyId: string
  agreementId: string
  agreementVersion: number
  eventType: string
  accessRecordId: string
  state: 'due' | 'acknowledged' | 'given-up' | 'not-allowed' | 'withdrawn'
  attempts: number
  createdAt: Date
  nextAttemptAt: Date
  /** Due, and yet nothing is tried until people have acted: its receiver said it is gone, or we put it on hold. */
  held?: 'gone' | 'on-hold' | undefined
  settledAt?: Date | undefined
}

export const outcomeStatuses = ['received', 'in_progress', 'done', 'no_record', 'needs_information', 'refused'] as const

/** A body's answer. */
export interface Outcome {
  deliveryId: string
  status: (typeof outcomeStatuses)[number]
  /** From when what the body did counts. */
  effectiveDate?: CalendarDate | undefined
  /** Until when it needs what it asks for. */
  dueBy?: CalendarDate | undefined
  /** Its words, sealed under the report's data key. */
  words?: Buffer | undefined
  receivedAt: Date
}

/** What a citizen is told of a delivery. `late`: longer than the body usually takes, or than it gave the citizen. */
export type DeliveryStatus =
  | { kind: 'waiting' }
  | { kind: 'retrying'; attempts: number; next: Date }
  | { kind: 'gone' | 'on-hold' }
  | { kind: 'told' | 'received' | 'in-progress'; at: Date; late: boolean }
  | { kind: 'done'; at: Date; effectiveDate?: CalendarDate | undefined }
  | { kind: 'needs-information'; at: Date; dueBy?: CalendarDate | undefined; late: boolean }
  | { kind: 'no-record' | 'refused' | 'given-up' | 'not-allowed' | 'withdrawn'; at: Date }

/**
 * The body's latest answer says most: it may even have answered what we could not see arrive. Without one, what became
 * of the sending does.
 *
 * @param usualDays how long the body usually takes, as its agreement says
 */
export function statusOf(
  delivery: Pick<TrackedDelivery, 'state' | 'attempts' | 'createdAt' | 'nextAttemptAt' | 'settledAt' | 'held'>,
  latest: Outcome | undefined,
  { now, usualDays }: { now: Date; usualDays: number },
): DeliveryStatus {
  const toldAt = delivery.settledAt ?? delivery.createdAt
  const late = daysBetween(ukToday(toldAt), ukToday(now)) > usualDays
  if (latest) return statusOfOutcome(latest, { late, today: ukToday(now) })
  if (delivery.state === 'acknowledged') return { kind: 'told', at: toldAt, late }
  if (delivery.state !== 'due') return { kind: delivery.state, at: toldAt }
  if (delivery.held) return { kind: delivery.held }
  const { attempts, nextAttemptAt: next } = delivery
  return attempts === 0 ? { kind: 'waiting' } : { kind: 'retrying', attempts, next }
}

/** True once the body has said how it ended, or what it needs: what a citizen waits for. */
export const hasAnswered = ({ kind }: DeliveryStatus) =>
  kind === 'done' || kind === 'no-record' || kind === 'needs-information' || kind === 'refused'

function statusOfOutcome(outcome: Outcome, { late, today }: { late: boolean; today: CalendarDate }): DeliveryStatus {
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
