import type { ShownAgency } from '../agencies/agency-store.ts'
import type { CalendarDate } from '../shared/dates.ts'

/** One token for one body under one agreement, as far as its citizen may see it. */
export interface TrackedDelivery {
  id: string
  reportId: string
  /** The stream that it goes to. */
  subscriptionId: string
  agencyId: string
  agency?: ShownAgency | undefined
  agreementId: string
  agreementVersion: number
  eventType: string
  accessRecordId: string
  state: 'due' | 'held' | 'waiting' | 'acknowledged' | 'given-up' | 'not-allowed' | 'withdrawn'
  attempts: number
  createdAt: Date
  nextAttemptAt: Date
  /** When it was to be told first. */
  notBefore?: Date | undefined
  /** What its citizen did after sending, whose content it carries. */
  followUpId?: string | undefined
  /** The one before it to the same body; undefined: the first. */
  afterId?: string | undefined
  /** When we asked the body why it has not answered. */
  chasedAt?: Date | undefined
  /**
   * Due, and yet nothing is tried until people have acted: its receiver said it is gone, we put it on hold, or its system
   * has not proved yet that it is what it should be.
   */
  held?: 'gone' | 'on-hold' | 'not-ready' | undefined
  /** When its receiver is closed for maintenance: now, or next. */
  closed?: { from: Date; until: Date } | undefined
  /** Given up, and yet handed over: it was fetched, and never acknowledged. */
  unconfirmed?: boolean | undefined
  /** Its body has no system: somebody there reads what comes. */
  inbox?: boolean | undefined
  /** Given up because nobody there read it. */
  unread?: boolean | undefined
  /** When its body last asked for what we had given up. */
  redrivenAt?: Date | undefined
  /** When its body said that it does not want what we had given up. */
  discardedAt?: Date | undefined
  settledAt?: Date | undefined
}

export const outcomeStatuses = ['received', 'in_progress', 'done', 'no_record', 'needs_information', 'refused'] as const

/** A body's answer. */
export interface Outcome {
  /** In the order in which they came. */
  id: number
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
