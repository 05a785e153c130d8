import type { Db } from '../shared/database.ts'
import type { Agreement } from './agreement.ts'

/** Who stands for a version of an agreement: two names, or one and the agreement of its kind that was approved before. */
export interface Approval {
  way: 'operator' | 'cluster' | 'presumed' | 'relied' | 'holder' | 'file'
  names: string[]
  proposalId?: string | undefined
  precedent?: string | undefined
}

/** Kept for good. In the transaction that makes the version. */
export async function addApproval(
  tx: Db,
  { id, version, agencyId }: Pick<Agreement, 'id' | 'version' | 'agencyId'>,
  { way, names, proposalId, precedent }: Approval,
  now: Date,
): Promise<void> {
  await tx('grant_approvals').insert({
    ...{ agreement_id: id, version, agency_id: agencyId, way, names, at: now },
    ...{ proposal_id: proposalId ?? null, precedent: precedent ?? null },
  })
}

/** The newest of each agreement of a body, by its id. In the body's context, or an operator's. */
export async function approvalsOf(tx: Db, agencyId: string): Promise<Map<string, Approval & { at: Date }>> {
  const rows = await tx<Row>('grant_approvals').where({ agency_id: agencyId }).orderBy('version')
  return new Map(
    rows.map((row) => [
      row.agreement_id,
      {
        ...{ way: row.way, names: row.names, at: row.at },
        ...{ proposalId: row.proposal_id ?? undefined, precedent: row.precedent ?? undefined },
      },
    ]),
  )
}

interface Row {
  agreement_id: string
  version: number
  agency_id: string
  way: Approval['way']
  names: string[]
  proposal_id: string | null
  precedent: string | null
  at: Date
}
