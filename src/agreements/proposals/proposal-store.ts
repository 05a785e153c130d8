import { v7 as uuidv7 } from 'uuid'
import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { Proposal } from './proposal.ts'

export type NewProposal = Pick<Proposal, 'agencyId' | 'agreementId' | 'terms' | 'baseVersion' | 'proposedBy'>

/** In its body's context; who may be the second person hears of it. @returns its id; undefined while another about the same agreement is open. */
export async function addProposal(tx: Knex.Transaction, proposal: NewProposal, now: Date): Promise<string | undefined> {
  const id = uuidv7()
  const { agencyId, agreementId, terms, baseVersion, proposedBy } = proposal
  const { rowCount } = (await tx.raw(
    `insert into grant_proposals (id, agency_id, agreement_id, terms, base_version, proposed_by, proposed_at)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (agreement_id) where state in ('draft', 'proposed', 'considered', 'approved') do nothing`,
    [id, agencyId, agreementId, JSON.stringify(terms), baseVersion, proposedBy, now] as string[],
  )) as unknown as { rowCount: number }
  if (rowCount !== 1) return undefined
  await writeAbout(tx, id)
  return id
}

/** All that the context may see: a body's own and those of others it may be the second person for; an operator's all. */
export async function listProposals(tx: Db, most: number): Promise<Proposal[]> {
  const rows = await tx<ProposalRow>('grant_proposals').orderBy('proposed_at', 'desc').limit(most)
  return rows.map(toProposal)
}

/** Undefined for one that the context may not see. */
export async function findProposal(tx: Db, id: string): Promise<Proposal | undefined> {
  const row = await tx<ProposalRow>('grant_proposals').where({ id }).first()
  return row && toProposal(row)
}

export interface ProposalDecision {
  state: 'approved' | 'declined'
  way: 'operator' | 'cluster'
  by: string
  reason: string | null
}

/** In an operator's context, or in that of a body that may be the second person; its body hears of it. @returns false when it was decided. */
export async function decideProposal(tx: Db, id: string, decision: ProposalDecision, now: Date): Promise<boolean> {
  const { state, way, by, reason } = decision
  const changed = await tx<ProposalRow>('grant_proposals')
    .where({ id, state: 'proposed' })
    .update({ state, way, decided_by: by, decided_at: now, reason })
  if (changed === 1) await writeAbout(tx, id)
  return changed === 1
}

/** Whether two members are one person: by their login or their address, wherever and whenever they are or were members. */
export async function isSamePerson(tx: Db, one: string, other: string): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { same: boolean }[] }>('select same_person(?, ?) as same', [one, other])
  return rows[0]?.same ?? false
}

const writeAbout = (tx: Db, id: string) => tx.raw('select queue_proposal_notices(?)', [id])

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
  presumed_at: Date | null
  precedent: string | null
  decided_by: string | null
  decided_at: Date | null
  reason: string | null
}

export const toProposal = (row: ProposalRow): Proposal => ({
  ...{ id: row.id, agencyId: row.agency_id, agreementId: row.agreement_id, terms: row.terms },
  ...{ baseVersion: row.base_version, proposedBy: row.proposed_by, proposedAt: row.proposed_at, state: row.state },
  ...{ way: row.way, presumedAt: row.presumed_at, precedent: row.precedent, decidedBy: row.decided_by },
  reason: row.reason,
})
