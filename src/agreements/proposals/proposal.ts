import { DAY, later } from '../../shared/clock.ts'
import type { AgreementEntry } from '../agreement-entry.ts'
import type { RegisteredAgreement } from '../agreement-store.ts'
import type { Agreement } from '../agreement.ts'
import type { Review } from './review.ts'

/** What a body would be told, which somebody other than whoever proposes it has to approve. */
export interface Proposal {
  id: string
  agencyId: string
  agreementId: string
  /** As the agencies file would have it. */
  terms: AgreementEntry
  /** The version that it would follow; null: a new agreement. */
  baseVersion: number | null
  /** A staff member's id. */
  proposedBy: string
  proposedAt: Date
  state: ProposalState
  way: 'operator' | 'cluster' | 'presumed' | 'relied' | 'holder' | null
  road: 'full' | 'reliance' | 'cluster' | 'ask-once' | 'trial'
  /** The body that holds what is asked for, which decides; null: what citizens report here. */
  holderId: string | null
  consideredAt: Date | null
  /** When somebody was last told that a step takes too long. */
  escalatedAt: Date | null
  /** Of a review of the version before. */
  review: Review | null
  presumedAt: Date | null
  /** Id of the agreement of its kind that was approved before. */
  precedent: string | null
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
  /** Why it was declined. */
  category: DeclineCategory | null
  /** What whoever declined says of the harm of withholding. */
  withholding: string | null
}

/** A draft is its body's alone; what is overtaken came too late. */
export type ProposalState =
  'draft' | 'proposed' | 'considered' | 'approved' | 'declined' | 'withdrawn' | 'in-force' | 'overtaken'

/** Why a request can be declined. */
export const declineCategories = ['no-power', 'too-much', 'security', 'cost', 'quality', 'other'] as const
export type DeclineCategory = (typeof declineCategories)[number]

// Somebody who is away for a working week can still object.
const TIME_TO_OBJECT = 7 * DAY

export const presumedFrom = (proposedAt: Date) => later(proposedAt, TIME_TO_OBJECT)

/**
 * An agreement of the same kind: on the same power and basis it tells at least the same fields of the same events, of
 * nobody who is younger, and to do nothing more that cannot be undone. Of two
 * bodies of one cluster, what was approved for one need not be argued again for the other.
 */
export function isPrecedent(approved: Agreement, terms: AgreementEntry): boolean {
  const { legal_basis, power, events, matching, minimum_age: age = 0, irreversible } = terms
  if (approved.legalBasis !== legal_basis || approved.power !== power) return false
  if (age < (approved.minimumAge ?? 0) || (irreversible && !approved.irreversible)) return false
  const covers = (held: readonly string[], wanted: readonly string[]) => wanted.every((one) => held.includes(one))
  return (
    covers(approved.matching, matching) &&
    events.every(({ type, fields }) =>
      approved.events.some((event) => event.type === type && covers(event.fields, fields)),
    )
  )
}

/** An agreement as the agencies file writes it, to propose another version of it. */
export const entryOf = (agreement: RegisteredAgreement): AgreementEntry => ({
  ...{ id: agreement.id, purpose: agreement.purpose, effect: agreement.effect, legal_basis: agreement.legalBasis },
  ...{ power: agreement.power, choice: agreement.choice, irreversible: agreement.irreversible },
  ...{ matching: agreement.matching, usual_days: agreement.usualDays, events: agreement.events },
  ...(agreement.powerName && { power_name: agreement.powerName }),
  ...(agreement.minimumAge !== null && { minimum_age: agreement.minimumAge }),
  ...(agreement.reviewOn !== null && { review_on: agreement.reviewOn }),
  ...(agreement.endsOn !== null && { ends_on: agreement.endsOn }),
  ...(agreement.startsOn !== null && { starts_on: agreement.startsOn }),
  ...(agreement.account && { account: agreement.account }),
  ...(agreement.holderId !== null && { holder: agreement.holderId }),
  ...(agreement.trial && { trial: agreement.trial }),
})
