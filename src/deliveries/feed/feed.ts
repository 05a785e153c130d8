import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { DAY, later } from '../../shared/clock.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { currentGrants, grantKey, type Grant } from '../../subscriptions/grants-store.ts'
import { decodeFeedCursor, encodeFeedCursor, goneCursor } from './feed-cursor.ts'
import { entriesAfter, givePlaces, lastPlace, placeBefore, type FeedEntry } from './feed-store.ts'
import { readAgain, type ReadingParts } from './read-again.ts'

/** What a body can read again: longer than a delivery is tried and a citizen can hold one back together. */
export const FEED_KEPT_FOR = 100 * DAY

export interface FeedPage {
  events: { jti: string; set: string; cursor: string }[]
  /** Where to read on: a cursor also when nothing is there yet. */
  next: string
  /** Whether something stands there already. */
  more: boolean
}

export interface FeedRequest {
  after: string | undefined
  limit: number
  /** The tag of a page that the body holds; then the same page is not handed over again. */
  holds?: (tag: string) => boolean
}

/**
 * What a body was told and is to be told, oldest first. Nothing is acknowledged by reading: what is due over a stream is
 * sent over it all the same, under the same jti.
 *
 * @returns `page` undefined when the body holds it already
 * @throws Refusal `gone` for a cursor that is not this body's, or behind which something is no longer kept.
 */
export async function readFeed(parts: ReadingParts, agencyId: string, { after, limit, holds }: FeedRequest) {
  const cursor = (place: number) => encodeFeedCursor(parts.vault, agencyId, place)
  const asked = after === undefined ? undefined : decodeFeedCursor(parts.vault, agencyId, after)
  const now = parts.clock()
  const found = await inContext(parts.db, { agency: agencyId }, async (tx) => {
    const from = await startOf(tx, agencyId, asked, now)
    const entries = await entriesFrom(tx, agencyId, { from, limit: limit + 1, now })
    return { from, entries, tag: tagOf({ from, limit, entries }, await grantsOf(tx, entries, now)) }
  })
  if (holds?.(found.tag)) return { tag: found.tag, page: undefined }
  const entries = found.entries.slice(0, limit)
  const kept = entries.filter(({ since }) => since >= oldestKept(now))
  const read = await readAgain(parts, agencyId, kept, 'feed')
  const page: FeedPage = {
    events: read.map(({ entry, token }) => ({ jti: entry.delivery.id, set: token, cursor: cursor(entry.place) })),
    next: cursor(entries.at(-1)?.place ?? found.from),
    more: found.entries.length > limit,
  }
  return { tag: found.tag, page }
}

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

const grantsOf = (tx: Knex.Transaction, entries: readonly FeedEntry[], now: Date) =>
  currentGrants(
    tx,
    entries.map(({ delivery }) => delivery),
    ukToday(now),
  )

/**
 * Says what the page tells, and not how it is signed, which differs each time: so it is a weak validator (RFC 9110,
 * section 8.8.1). What follows an event changes it too, as then the event may have been taken back.
 */
function tagOf(
  { from, limit, entries }: { from: number; limit: number; entries: readonly FeedEntry[] },
  grants: ReadonlyMap<string, Grant>,
): string {
  const said = entries.map(({ delivery, ofItsRow }) => {
    const grant = grants.get(grantKey(delivery))
    return [delivery.id, ofItsRow, grant?.agreement.version ?? 0, grant?.subscription.algorithm ?? '']
  })
  const hash = createHash('sha256').update(JSON.stringify([from, limit, said]))
  return `W/"${hash.digest('base64url').slice(0, 27)}"`
}
