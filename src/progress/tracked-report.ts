import type { AccessEntry } from '../access-log/access-entry.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Agreement } from '../agreements/agreement.ts'
import type { OutcomeWords } from '../deliveries/outcome.ts'
import type { Withheld } from '../reports/report.ts'
import type { Cursor } from '../shared/cursor.ts'
import { hasAnswered, type DeliveryStatus, type Outcome, type TrackedDelivery } from './delivery-status.ts'

export interface TrackedReport {
  id: string
  /** Its place in the list of its citizen. */
  cursor: Cursor
  reference: string
  eventType: string
  dataKeyId: string
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
  reason: 'chosen' | 'age'
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
