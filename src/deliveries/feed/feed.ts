import type { Knex } from 'knex'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { currentGrants } from '../../subscriptions/grants-store.ts'
import { decodeFeedCursor, encodeFeedCursor } from './feed-cursor.ts'
import { entriesFrom, oldestKept, startOf } from './feed-start.ts'
import type { FeedEntry } from './feed-store.ts'
import { tagOf } from './feed-tag.ts'
import { readAgain, type ReadingParts } from './read-again.ts'

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
 * sent over it all the same, under the same jti, unless the body acknowledges it there.
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

const grantsOf = (tx: Knex.Transaction, entries: readonly FeedEntry[], now: Date) =>
  currentGrants(
    tx,
    entries.map(({ delivery }) => delivery),
    ukToday(now),
  )
