import { DAY, later } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'

// A first run after a long pause must not hold locks for minutes: the next tick takes the next ones.
const ROWS_A_TABLE = 10_000

// As long as a delivery is tried at most: what a stream said of itself a week ago helps nobody.
const STREAM_EVENTS_KEPT = 7 * DAY

// What a run showed is kept for good; the tokens that it was shown with help for as long as somebody looks into it.
const SYNTHETIC_TOKENS_KEPT = 90 * DAY

/** Removes what has outlived its time, a bounded number of rows a table. Idempotent; any number of workers may do it. */
export async function prune(db: Db, now: Date): Promise<void> {
  await pruneTable(db, 'sessions', 'expire', now)
  await pruneTable(db, 'single_use', 'expires_at', now)
  await pruneTable(db, 'oauth_artifacts', 'expires_at', now)
  await pruneTable(db, 'idempotency_keys', 'expires_at', now)
  await pruneTable(db, 'drafts', 'expires_at', now)
  await pruneTable(db, 'stream_events', 'created_at', later(now, -STREAM_EVENTS_KEPT))
  await pruneTable(db, 'synthetic_tokens', 'created_at', later(now, -SYNTHETIC_TOKENS_KEPT))
  // The limiter writes milliseconds since 1970.
  await pruneTable(db, 'rate_limits', 'expire', now.getTime())
}

const pruneTable = (db: Db, table: string, column: string, now: Date | number) =>
  db.raw(
    `delete from :table: where ctid = any (array(
       select ctid from :table: where :column: < :now order by :column: limit :rows))`,
    { table, column, now, rows: ROWS_A_TABLE },
  )
