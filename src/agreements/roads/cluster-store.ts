import type { Db } from '../../shared/database.ts'
import type { AgreementEntry } from '../agreement-entry.ts'

/** A request of another body of the cluster that is approved by itself unless somebody objects. */
export interface Presumed {
  id: string
  agencyId: string
  holderId: string | null
  terms: AgreementEntry
  presumedAt: Date
  /** Id of the agreement of its kind that was approved before. */
  precedent: string | null
}

/** In the context of a body: those that it may object to, the soonest first. */
export async function presumedInCluster(tx: Db, most: number): Promise<Presumed[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>('select * from presumed_in_cluster() limit ?', [most])
  return rows.map(toPresumed)
}

/** Undefined for one that is not open to an objection of the context's body. */
export async function findPresumed(tx: Db, id: string): Promise<Presumed | undefined> {
  const { rows } = await tx.raw<{ rows: Row[] }>('select * from presumed_in_cluster() where id = ?', [id])
  return rows[0] && toPresumed(rows[0])
}

/** In the context of a body, by an administrator of it. Then somebody decides. @returns false where it is too late. */
export async function objectTo(tx: Db, id: string, { by, why }: { by: string; why: string }, now: Date) {
  const { rows } = await tx.raw<{ rows: { done: boolean }[] }>('select object_to_presumption(?, ?, ?, ?) as done', [
    ...[id, by, why, now.toISOString()],
  ])
  return rows[0]?.done ?? false
}

interface Row {
  id: string
  agency_id: string
  holder_id: string | null
  terms: AgreementEntry
  presumed_at: Date
  precedent: string | null
}

const toPresumed = (row: Row): Presumed => ({
  ...{ id: row.id, agencyId: row.agency_id, holderId: row.holder_id, terms: row.terms },
  ...{ presumedAt: row.presumed_at, precedent: row.precedent },
})
