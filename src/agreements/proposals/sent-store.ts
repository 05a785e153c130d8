import { findAgency } from '../../agencies/agency-store.ts'
import type { Db } from '../../shared/database.ts'
import { recordDecision } from '../decisions/decision-store.ts'
import { refuseNotForSharing } from '../not-for-sharing/refuse.ts'
import type { Proposal } from './proposal.ts'

/** @throws Refusal `invalid` for what is not for sharing */
export async function refuse(tx: Db, { agencyId, terms }: Pick<Proposal, 'agencyId' | 'terms'>): Promise<void> {
  const receiver = await findAgency(tx, agencyId)
  if (receiver) refuseNotForSharing(terms, receiver)
}

type Sent = Pick<Proposal, 'id' | 'agencyId' | 'agreementId'> & Partial<Pick<Proposal, 'review'>>

/** Says so for everybody to read, and whoever may be the second person hears of it. */
export async function sent(tx: Db, { id: proposalId, agencyId, agreementId, review }: Sent, now: Date): Promise<void> {
  const act = review ? 'reviewed' : 'requested'
  const words = review ? { en: review.benefit } : null
  await recordDecision(tx, { agreementId, proposalId, act, role: 'body', agencyId, words }, now)
  await tx.raw('select queue_proposal_notices(?)', [proposalId])
}
