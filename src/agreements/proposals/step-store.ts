import type { Knex } from 'knex'
import type { DecidingRole } from '../decisions/decision.ts'
import { recordDecision } from '../decisions/decision-store.ts'
import type { Db } from '../../shared/database.ts'
import { toProposal, type ProposalRow } from './proposal-rows.ts'
import type { DeclineCategory, Proposal } from './proposal.ts'

/** Whoever decides: an operator, somebody of the cluster, or the body that holds what is asked for. */
export interface Decider {
  way: 'operator' | 'cluster' | 'holder'
  /** A staff member's id. */
  by: string
  /** Null: an operator. */
  agencyId?: string | null
}

/** Declined: never without a category, a reason and what withholding does to whom; the database refuses it too. */
export type ProposalDecision = Decider & { reason: string | null } & (
    { state: 'approved' } | { state: 'declined'; category: DeclineCategory; withholding: string }
  )

/** In the context of whoever decides; its body hears of it. @returns false when it was decided before. */
export async function decideProposal(tx: Db, id: string, decision: ProposalDecision, now: Date): Promise<boolean> {
  const { state, way, by, reason } = decision
  const { category = null, withholding = null } = decision.state === 'declined' ? decision : {}
  const changed = await tx<ProposalRow>('grant_proposals')
    .where({ id })
    .whereIn('state', ['proposed', 'considered'])
    .update({ state, way, decided_by: by, decided_at: now, reason, category, withholding })
  if (changed !== 1) return false
  const said = [reason, withholding].filter((words) => words !== null && words !== '').join(' ')
  await record(tx, id, decision, { act: state, category, ...(said !== '' && { words: { en: said } }) }, now)
  await tx.raw('select queue_proposal_notices(?)', [id])
  return true
}

/** Whoever may decide has begun to. @returns false when somebody has, or it was decided. */
export async function considerProposal(tx: Db, id: string, decider: Decider, now: Date): Promise<boolean> {
  const changed = await tx<ProposalRow>('grant_proposals')
    .where({ id, state: 'proposed' })
    .update({ state: 'considered', considered_at: now, considered_by: decider.by })
  if (changed === 1) await record(tx, id, decider, { act: 'considered' }, now)
  return changed === 1
}

/** In its body's context. Of a draft nobody else has heard. @returns false when it was decided before. */
export async function withdrawProposal(tx: Db, proposal: Proposal, now: Date): Promise<boolean> {
  const { id, agencyId, agreementId, state } = proposal
  const changed = await tx<ProposalRow>('grant_proposals')
    .where({ id })
    .whereIn('state', ['draft', 'proposed', 'considered'])
    .update({ state: 'withdrawn' })
  if (changed === 1 && state !== 'draft') {
    await recordDecision(tx, { agreementId, proposalId: id, act: 'withdrawn', role: 'body', agencyId }, now)
  }
  return changed === 1
}

/** For the worker: those that wait for a step. */
export async function waitingProposals(tx: Knex.Transaction): Promise<Proposal[]> {
  const rows = await tx<ProposalRow>('grant_proposals').whereIn('state', ['proposed', 'considered']).orderBy('id')
  return rows.map(toProposal)
}

/** For the worker. */
export async function markEscalated(tx: Knex.Transaction, id: string, now: Date): Promise<void> {
  await tx<ProposalRow>('grant_proposals').where({ id }).update({ escalated_at: now })
}

interface Said {
  act: 'considered' | 'approved' | 'declined'
  category?: string | null
  words?: { en: string }
}

async function record(tx: Db, id: string, { way, agencyId = null }: Decider, said: Said, now: Date): Promise<void> {
  const role: DecidingRole = way
  const row = await tx<ProposalRow>('grant_proposals').where({ id }).first('agreement_id')
  if (!row) return
  await recordDecision(tx, { agreementId: row.agreement_id, proposalId: id, role, agencyId, ...said }, now)
}
