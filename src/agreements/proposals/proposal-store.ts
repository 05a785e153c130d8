import { v7 as uuidv7 } from 'uuid'
import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { Proposal } from './proposal.ts'

export type NewProposal = Pick<Proposal, 'agencyId' | 'agreementId' | 'terms' | 'baseVersion' | 'proposedBy'>

/** In its body's context. @returns its id; undefined while another about the same agreement is open. */
export async function addProposal(tx: Knex.Transaction, proposal: NewProposal, now: Date): Promise<string | undefined> {
  const id = uuidv7()
  const { agencyId, agreementId, terms, baseVersion, proposedBy } = proposal
  const { rowCount } = (await tx.raw(
    `insert into grant_proposals (id, agency_id, agreement_id, terms, base_version, proposed_by, proposed_at)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (agreement_id) where state in ('proposed', 'approved') do nothing`,
    [id, agencyId, agreementId, JSON.stringify(terms), baseVersion, proposedBy, now] as string[],
  )) as unknown as { rowCount: number }
  return rowCount === 1 ? id : undefined
}

/** All that the context may see: a body's own and those of others it may be the second person for; an operator's all. */
export async function listProposals(tx: Db, most: number): Promise<Proposal[]> {
  const rows = await tx<Row>('grant_proposals').orderBy('proposed_at', 'desc').limit(most)
  return rows.map(toProposal)
}

/** Undefined for one that the context may not see. */
export async function findProposal(tx: Db, id: string): Promise<Proposal | undefined> {
  const row = await tx<Row>('grant_proposals').where({ id }).first()
  return row && toProposal(row)
}

export interface ProposalDecision {
  state: 'approved' | 'declined'
  way: 'operator' | 'cluster'
  by: string
  reason: string | null
}

/** In an operator's context, or in that of a body that may be the second person. @returns false when it was decided. */
export async function decideProposal(tx: Db, id: string, decision: ProposalDecision, now: Date): Promise<boolean> {
  const { state, way, by, reason } = decision
  const changed = await tx<Row>('grant_proposals')
    .where({ id, state: 'proposed' })
    .update({ state, way, decided_by: by, decided_at: now, reason })
  return changed === 1
}

/** For the worker: those that nobody has looked for a precedent for. */
export async function withoutPrecedent(tx: Knex.Transaction): Promise<Proposal[]> {
  const rows = await tx<Row>('grant_proposals').where({ state: 'proposed' }).whereNull('precedent').orderBy('id')
  return rows.map(toProposal)
}

/** For the worker. */
export async function presume(tx: Knex.Transaction, id: string, precedent: string, from: Date): Promise<void> {
  await tx<Row>('grant_proposals').where({ id, state: 'proposed' }).update({ precedent, presumed_at: from })
}

/** For the worker: what was approved, or counts as approved by now, and is not in force yet. */
export async function takeApproved(tx: Knex.Transaction, now: Date): Promise<(Proposal & Named)[]> {
  await tx<Row>('grant_proposals')
    .where({ state: 'proposed' })
    .where('presumed_at', '<=', now)
    .update({ state: 'approved', way: 'presumed' })
  const { rows } = await tx.raw<{ rows: (Row & { names: string[]; gone: boolean })[] }>(
    `select p.*, array_remove(array[one.name, two.name], null) as names, g.state = 'off-boarded' as gone
     from grant_proposals p
     join agencies g on g.id = p.agency_id
     join staff_members one on one.id = p.proposed_by
     left join staff_members two on two.id = p.decided_by
     where p.state = 'approved' order by p.id for update of p skip locked`,
  )
  return rows.map((row) => ({ ...toProposal(row), names: row.names, gone: row.gone }))
}

interface Named {
  /** Of whoever proposed it, and of whoever approved it. */
  names: string[]
  /** Its body has left. */
  gone: boolean
}

/** For the worker. Overtaken: the agreement has changed since, or its body has left. */
export async function settleProposal(tx: Knex.Transaction, id: string, state: 'in-force' | 'overtaken'): Promise<void> {
  await tx<Row>('grant_proposals').where({ id }).update({ state })
}

/** Bodies of the same cluster, by the ids of what was approved for them by two people. For the worker. */
export async function approvedInCluster(tx: Knex.Transaction, agencyId: string): Promise<string[]> {
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(
    `select a.id from agreements a
     join agencies g on g.id = a.agency_id and g.state = 'approved'
     join grant_approvals v on v.agreement_id = a.id and v.version = a.version and cardinality(v.names) > 1
     where a.state = 'live' and a.agency_id <> ?
       and g.cluster = (select cluster from agencies where id = ?) order by a.id`,
    [agencyId, agencyId],
  )
  return rows.map(({ id }) => id)
}

interface Row {
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

const toProposal = (row: Row): Proposal => ({
  ...{ id: row.id, agencyId: row.agency_id, agreementId: row.agreement_id, terms: row.terms },
  ...{ baseVersion: row.base_version, proposedBy: row.proposed_by, proposedAt: row.proposed_at, state: row.state },
  ...{ way: row.way, presumedAt: row.presumed_at, precedent: row.precedent, decidedBy: row.decided_by },
  reason: row.reason,
})
