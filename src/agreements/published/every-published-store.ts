import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { findPublished, type StoredAgreement } from './published-store.ts'

const AT_A_TIME = 250

/** The whole published register, some at a time. */
export async function* everyPublished(db: Db, today: CalendarDate): AsyncGenerator<StoredAgreement[]> {
  let after = 0
  for (;;) {
    const batch = await findPublished(db, { filter: {}, today, after, limit: AT_A_TIME })
    if (batch.length > 0) yield batch
    if (batch.length < AT_A_TIME) return
    after = batch.at(-1)?.number ?? after
  }
}

/** Another one whenever anything in the list is. */
export async function stampOfPublished(db: Db): Promise<string> {
  const { rows } = await db.raw<{ rows: { stamp: string }[] }>(
    `select coalesce(sum(hashtextextended(concat_ws(' ', number, changed_at, left_at), 0)), 0)::text as stamp
     from published_agreements`,
  )
  return rows[0]?.stamp ?? '0'
}
