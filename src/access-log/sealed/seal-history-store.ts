import type { Db } from '../../shared/database.ts'

/** How long a record was kept from its citizen, who may know now. */
export interface SealHistory {
  releasedAt: Date
  firstUntil: Date
  /** Each that a second person approved. */
  renewals: { decidedAt: Date; until: Date }[]
}

/** In its citizen's context; undefined of what was never kept back. */
export async function sealHistoryOf(
  tx: Db,
  subjects: readonly Buffer[],
  recordId: string,
  controllerId: string,
): Promise<SealHistory | undefined> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `select released_at, first_until, renewals from seal_releases
     where subject_ref = any(?::bytea[]) and record_id = ? and controller_id = ?`,
    [[...subjects], recordId, controllerId],
  )
  const [row] = rows
  return (
    row && {
      releasedAt: row.released_at,
      firstUntil: row.first_until,
      renewals: row.renewals.map(({ decided_at, until }) => ({
        decidedAt: new Date(decided_at),
        until: new Date(until),
      })),
    }
  )
}

interface Row {
  released_at: Date
  first_until: Date
  renewals: { decided_at: string; until: string }[]
}
