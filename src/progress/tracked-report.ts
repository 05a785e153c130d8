import type { AccessEntry } from '../access-log/access-entry.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Agreement } from '../agreements/agreement.ts'
import type { OutcomeWords } from '../deliveries/outcome.ts'
import type { Told, Withheld } from '../reports/report.ts'
import type { Cursor } from '../shared/cursor.ts'
import { hasAnswered, type DeliveryStatus, type Outcome, type TrackedDelivery } from './delivery-status.ts'

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
}

/** A delivery with all that is known of it. */
export interface FollowedDelivery {
  delivery: TrackedDelivery
  status: DeliveryStatus
  outcomes: Outcome[]
  /** Of the latest answer; undefined when it had none, or they were erased. */
  words?: OutcomeWords | undefined
  agency?: Agency | undefined
  agreement?: Agreement | undefined
  /** The access log's entry of it, from the moment we are about to tell the body. */
  entry?: AccessEntry | undefined
}

/** A body that was not told, and why. */
export interface NotTold {
  agency?: Agency | undefined
  agreement?: Agreement | undefined
  reason: NotToldReason
}

/** `ended`: the body was on the page that was sent, and lost its agreement before it could be told. */
export type NotToldReason = Withheld[string] | 'ended'

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
