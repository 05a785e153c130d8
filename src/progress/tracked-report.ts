import type { AccessEntry } from '../access-log/access-entry.ts'
import type { ShownAgency } from '../agencies/agency-store.ts'
import type { Agreement } from '../agreements/agreement.ts'
import type { OutcomeWords } from '../deliveries/outcome.ts'
import type { OfferDecision } from '../reports/afterwards/follow-up.ts'
import type { Told, Withheld } from '../reports/report.ts'
import type { Cursor } from '../shared/cursor.ts'
import { hasAnswered, type DeliveryStatus } from './delivery-status.ts'
import type { Outcome, TrackedDelivery } from './tracked-delivery.ts'
import type { Thread } from './thread.ts'

export interface TrackedReport {
  id: string
  /** Its place in the list of its citizen. */
  cursor: Cursor
  reference: string
  eventType: string
  dataKeyId: string
  /** Null in reports from before this was kept. */
  told: Told | null
  withheld: Withheld
  submittedAt: Date
  /** False until it has been worked out whom it goes to. */
  fannedOut: boolean
  /** The citizen took it back. */
  withdrawn: boolean
  /** Whether it joined an earlier report of the same matter, which tells the bodies. */
  joins: boolean
  /** Somebody may be at risk. */
  safety: boolean
  /** From when bodies whose act cannot be undone may be told, in an event that keeps them waiting. */
  cooledAt?: Date | undefined
  /** Without them it cannot be corrected here: it is from before they were kept. */
  answersKept: boolean
}

export const reportPath = ({ reference }: Pick<TrackedReport, 'reference'>) => `/reports/${reference}`

/** A body told under one agreement, with all that followed and all that is known of it. */
export interface FollowedDelivery {
  /** The first. */
  delivery: TrackedDelivery
  thread: Thread
  status: DeliveryStatus
  /** The waiting is by itself, before what cannot be undone. */
  coolingOff: boolean
  outcomes: Outcome[]
  /** The answer that counts. */
  latest?: Outcome | undefined
  /** Its words; undefined when it had none, or they were erased. */
  words?: OutcomeWords | undefined
  /** What the citizen decided on its offer, and when. */
  decided?: { decision: OfferDecision; at: Date } | undefined
  agency?: ShownAgency | undefined
  agreement?: Agreement | undefined
  /** The access log's entry of it, from the moment we are about to tell the body. */
  entry?: Pick<AccessEntry, 'recordId' | 'dataCategories'> | undefined
}

/** A body that was not told, and why. */
export interface NotTold {
  agency?: ShownAgency | undefined
  agreement?: Agreement | undefined
  reason: NotToldReason
}

/**
 * `ended`: the body was on the page that was sent, and lost its agreement before it could be told; `lapsed`: because
 * nobody reviewed that in time. `only-listed`: it is
 * told only of those whom it has a file on, and whether it has one on somebody else is nobody's to know.
 */
export type NotToldReason = Withheld[string] | 'ended' | 'lapsed' | 'only-listed'

/** @param delivered agreements that the report has a delivery under */
export function notToldReasons(
  { told, withheld, fannedOut }: Pick<TrackedReport, 'told' | 'withheld' | 'fannedOut'>,
  delivered: readonly string[],
): { agreementId: string; reason: NotToldReason }[] {
  const shown = fannedOut ? Object.keys(told ?? {}) : []
  const ended = shown.filter((id) => !Object.hasOwn(withheld, id) && !delivered.includes(id))
  return [
    ...Object.entries(withheld).map(([agreementId, reason]) => ({ agreementId, reason })),
    ...ended.map((agreementId) => ({ agreementId, reason: 'ended' as const })),
  ]
}

export interface Tally {
  total: number
  answered: number
  /** How many need something from the citizen. */
  asking: number
}

export const tallyOf = (statuses: readonly DeliveryStatus[]): Tally => ({
  total: statuses.length,
  answered: statuses.filter(hasAnswered).length,
  asking: statuses.filter(({ kind }) => kind === 'needs-information').length,
})
