import type { Knex } from 'knex'
import { DAY, later } from '../shared/clock.ts'

/** A report with a body that its citizen holds back. */
export interface HeldBack {
  reportId: string
  accountId: string
  /** Somebody may be at risk. */
  safety: boolean
}

const FORGOTTEN_AFTER = 14 * DAY

/**
 * Marks what has been held for 14 days as brought to mind, those first that were held first. Each is taken once; of a
 * report that was taken back nothing waits any more.
 */
export async function takeHeld(
  tx: Knex.Transaction,
  { now, limit }: { now: Date; limit: number },
): Promise<HeldBack[]> {
  const { rows } = await tx.raw<{ rows: HeldBack[] }>(
    `with waiting as materialized (
       select d.id, r.safety from deliveries d join reports r on r.id = d.report_id and r.state = 'reported'
       where d.state = 'held' and d.reminded_at is null and d.created_at <= :until
       order by d.created_at limit :limit for update of d skip locked
     )
     update deliveries d set reminded_at = :now from waiting where d.id = waiting.id
     returning d.report_id as "reportId", d.account_id as "accountId", waiting.safety`,
    { now, until: later(now, -FORGOTTEN_AFTER), limit },
  )
  return rows
}
