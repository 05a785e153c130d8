import type { Knex } from 'knex'
import { toProposal, type ProposalRow } from './proposal-rows.ts'
import type { Proposal } from './proposal.ts'

/** For the worker: those of the long road whose approval is not presumed, or not yet. A review is confirmed by somebody. */
export async function notPresumed(tx: Knex.Transaction): Promise<Proposal[]> {
  const rows = await tx<ProposalRow>('grant_proposals')
    .where({ state: 'proposed', road: 'full' })
    .whereNull('presumed_at')
    .whereNull('review')
    .orderBy('id')
  return rows.map(toProposal)
}

/** For the worker: from then on it goes by the road of its cluster. */
export async function presume(tx: Knex.Transaction, id: string, precedent: string | null, from: Date): Promise<void> {
  await tx<ProposalRow>('grant_proposals')
    .where({ id, state: 'proposed' })
    .update({ precedent, presumed_at: from, road: 'cluster' })
}

/** For the worker: what was approved, or counts as approved by now, and is not in force yet. */
export async function takeApproved(tx: Knex.Transaction, now: Date): Promise<(Proposal & Named)[]> {
  await tx<ProposalRow>('grant_proposals')
    .where({ state: 'proposed' })
    .where('presumed_at', '<=', now)
    // One name stands for it, which is that of somebody who is still there.
    .whereExists(tx('staff_members').whereRaw('id = proposed_by').whereNull('removed_at'))
    .update({ state: 'approved', way: 'presumed' })
  const { rows } = await tx.raw<{ rows: (ProposalRow & { names: string[]; gone: boolean })[] }>(
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
  await tx<ProposalRow>('grant_proposals').where({ id }).update({ state })
}

/** Bodies of the same cluster, by the ids of what was approved for them by two people. For the worker. */
export async function approvedInCluster(tx: Knex.Transaction, agencyId: string): Promise<string[]> {
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(
    `select a.id from agreements a
     join agencies g on g.id = a.agency_id and g.state = 'approved'
     join grant_approvals v on v.agreement_id = a.id and v.version = a.version and cardinality(v.names) > 1
     where a.state = 'live' and a.agency_id <> ? and in_one_cluster(a.agency_id, ?) order by a.id`,
    [agencyId, agencyId],
  )
  return rows.map(({ id }) => id)
}
