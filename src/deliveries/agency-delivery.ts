import type { FollowUpKind } from '../reports/afterwards/follow-up.ts'
import type { Cursor } from '../shared/cursor.ts'
import type { CalendarDate } from '../shared/dates.ts'
import type { Method } from '../subscriptions/subscription.ts'

/** A delivery as its body may know of it before it is told: nothing about a citizen. */
export interface AgencyDelivery {
  id: string
  /** Its place in the list that it was found in. */
  cursor: Cursor
  /** When it could first be told. */
  arrivedAt: Date
  state: AgencyDeliveryState
  attempts: number
  lastFailure: string | null
  nextAttemptAt: Date
  settledAt: Date | null
  subscriptionId: string
  /** Null: its stream is gone. */
  method: Method | null
  agreementId: string
  agreementVersion: number
  eventType: string
  news: News
  /** The latest answer of the body. */
  outcome: string | null
  redrivenAt: Date | null
  discardedAt: Date | null
}

/** What it brings: a report, or what its citizen did afterwards. */
export type News = 'report' | FollowUpKind

/** What citizens hold back, put off or took back before it was sent is nothing that their bodies should know of. */
export const agencyDeliveryStates = ['due', 'waiting', 'acknowledged', 'given-up', 'not-allowed'] as const
export type AgencyDeliveryState = (typeof agencyDeliveryStates)[number]

export interface DeliveryFilter {
  state?: AgencyDeliveryState | undefined
  stream?: string | undefined
  type?: string | undefined
  /** In UK time. */
  day?: CalendarDate | undefined
}

/** Which part of a list, in which order. */
export interface Stretch {
  order: 'newest' | 'oldest'
  /** What comes after this place in that order, or else what stands before it. */
  after?: Cursor | undefined
  before?: Cursor | undefined
  limit: number
  now: Date
}
