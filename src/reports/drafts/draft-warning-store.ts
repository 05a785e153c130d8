import { DAY, later } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'

export interface EndingDraft {
  id: string
  accountId: string
  expiresAt: Date
  /** Null is not known: its answers are sealed, and nobody has said so beside them. */
  safety: boolean | null
}

const AHEAD = 3 * DAY

/**
 * Marks drafts that end within three days as warned of, and says whose they are. With the worker's role, in a
 * transaction: two workers share nothing, and what is not queued is not marked.
 */
export async function takeEndingDrafts(tx: Db, now: Date, limit: number): Promise<EndingDraft[]> {
  const { rows } = await tx.raw<{ rows: EndingDraft[] }>(
    `with ending as materialized (
       select id from drafts
       where warned_at is null and expires_at > :now and expires_at <= :until
       order by expires_at limit :limit for update skip locked
     )
     update drafts d set warned_at = :now from ending where d.id = ending.id
     returning d.id, d.account_id as "accountId", d.expires_at as "expiresAt", d.safety`,
    { now, until: later(now, AHEAD), limit },
  )
  return rows
}
