import type { Db } from '../shared/database.ts'

export interface SingleUse {
  /** What it identifies, so that two kinds never meet. */
  kind: string
  id: string
  expiresAt: Date
}

/** True the first time, false while it is remembered. Run it in the transaction of what may happen only once. */
export async function useOnce(db: Db, { kind, id, expiresAt }: SingleUse, now: Date): Promise<boolean> {
  await db('single_use').where({ kind, id }).andWhere('expires_at', '<=', now).delete()
  const inserted = await db('single_use')
    .insert({ kind, id, expires_at: expiresAt })
    .onConflict()
    .ignore()
    .returning('id')
  return inserted.length > 0
}
