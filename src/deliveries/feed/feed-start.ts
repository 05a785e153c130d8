import type { Knex } from 'knex'
import { DAY, later } from '../../shared/clock.ts'
import { goneCursor } from './feed-cursor.ts'
import { givePlaces, lastPlace, placeBefore } from './feed-place-store.ts'
import { entriesAfter, type FeedEntry } from './feed-store.ts'

/** What a body can read again: longer than a delivery is tried and a citizen can hold one back together. */
export const FEED_KEPT_FOR = 100 * DAY

export const oldestKept = (now: Date) => later(now, -FEED_KEPT_FOR)

/**
 * @param asked the place of a cursor; undefined for the start
 * @throws Refusal `gone`
 */
export async function startOf(
  tx: Knex.Transaction,
  agencyId: string,
  asked: number | undefined,
  now: Date,
): Promise<number> {
  if (asked === undefined) {
    await givePlaces(tx, agencyId, now, AT_A_TIME)
    return (await placeBefore(tx, agencyId, oldestKept(now))) ?? (await lastPlace(tx, agencyId))
  }
  if (asked > (await lastPlace(tx, agencyId))) throw goneCursor()
  const [next] = await entriesAfter(tx, agencyId, asked, 1)
  if (next && (next.place !== asked + 1 || next.since < oldestKept(now))) throw goneCursor()
  return asked
}

// More than a page, so that whoever catches up gives places once for several pages.
const AT_A_TIME = 1000

/** What has places already, and only then what has none yet: whoever is behind does not wait for others. */
export async function entriesFrom(
  tx: Knex.Transaction,
  agencyId: string,
  { from, limit, now }: { from: number; limit: number; now: Date },
): Promise<FeedEntry[]> {
  const entries = await entriesAfter(tx, agencyId, from, limit)
  if (entries.length >= limit) return entries
  // Once more for what could only follow what the first time gave a place to.
  const given = await givePlaces(tx, agencyId, now, AT_A_TIME)
  if (given > 0 && given < limit) await givePlaces(tx, agencyId, now, AT_A_TIME)
  return given > 0 ? entriesAfter(tx, agencyId, from, limit) : entries
}
