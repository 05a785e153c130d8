import type { Proposal } from './proposal.ts'

export interface ProposalRow {
  id: string
  agency_id: string
  agreement_id: string
  terms: Proposal['terms']
  base_version: number | null
  proposed_by: string
  proposed_at: Date
  state: Proposal['state']
  way: Proposal['way']
  road: Proposal['road']
  holder_id: string | null
  considered_at: Date | null
  considered_by: string | null
  escalated_at: Date | null
  presumed_at: Date | null
  precedent: string | null
  decided_by: string | null
  decided_at: Date | null
  reason: string | null
  category: Proposal['category']
  withholding: string | null
  questions: number
  minutes: number | null
  review: Proposal['review']
}

export const toProposal = (row: ProposalRow): Proposal => ({
  ...{ id: row.id, agencyId: row.agency_id, agreementId: row.agreement_id, terms: row.terms },
  ...{ baseVersion: row.base_version, proposedBy: row.proposed_by, proposedAt: row.proposed_at, state: row.state },
  ...{ way: row.way, road: row.road, holderId: row.holder_id, consideredAt: row.considered_at },
  ...{ escalatedAt: row.escalated_at, presumedAt: row.presumed_at, precedent: row.precedent },
  ...{ decidedBy: row.decided_by, decidedAt: row.decided_at, reason: row.reason },
  ...{ category: row.category, withholding: row.withholding, review: row.review },
})
