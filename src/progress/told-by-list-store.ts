import type { Db } from '../shared/database.ts'

/** How bodies that stand as ever say whom they have a file on. Those that do not stand any more are not among them. */
export interface ToldByList {
  id: string
  /** It is told only of those whom it has listed. */
  byInterest: boolean
  /** It is told of all, and has said that it has no file on who is asking. */
  saysNoFile: boolean
}

/** In the citizen's context. */
export async function toldByList(tx: Db, agencyIds: readonly string[]): Promise<ToldByList[]> {
  const { rows } = await tx.raw<{ rows: ToldByList[] }>(
    `select a.id, a.by_interest as "byInterest",
       exists (select from subscriptions s where s.agency_id = a.id
               and s.id = any ((select streams_without_file())::uuid[])) as "saysNoFile"
     from agencies a where a.id = any(?) and a.state = 'approved' and a.status = 'active'`,
    [[...new Set(agencyIds)]],
  )
  return rows
}

/** Agreements under which nothing of this citizen is told any more: they have objected. In their context. */
export const stoppedAgreements = async (tx: Db): Promise<Set<string>> =>
  new Set(await tx('stopped_sharing').pluck<string[]>('agreement_id'))
