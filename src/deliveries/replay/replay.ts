import type { Knex } from 'knex'
import { inContext } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { decodeFeedCursor, encodeFeedCursor } from '../feed/feed-cursor.ts'
import { placeBefore } from '../feed/feed-place-store.ts'
import { entriesFrom, startOf } from '../feed/feed-start.ts'
import { entriesOf } from '../feed/feed-store.ts'
import { enqueue, type Asking, type ReplayParts } from './enqueue.ts'
import type { ReplayRequest } from './replay-request.ts'

export interface ReplayAnswer {
  /** How many will be sent. */
  queued: number
  /** Where to go on, if the stretch goes on; null at its end. */
  next: string | null
  /** Where jtis were named, what becomes of each: 202 it will be sent, 404 it never was, 410 it may not be told any more. */
  results?: { jti: string; status: 202 | 404 | 410 }[]
}

/**
 * Puts what a body was told in line to be sent once more over its own stream, in the order of its feed and under the
 * jtis that it had. What has not reached it yet is on its way anyhow, and is not sent beside that.
 *
 * @throws Refusal `not-found` or `gone` where one jti alone is named and cannot be sent; `gone` for a cursor
 */
export function replay(parts: ReplayParts, asking: Asking, request: ReplayRequest): Promise<ReplayAnswer> {
  return inContext(parts.db, { agency: asking.agencyId }, (tx) =>
    request.kind === 'jtis' ? replayJtis(parts, tx, asking, request.jtis) : replayStretch(parts, tx, asking, request),
  )
}

async function replayJtis(parts: ReplayParts, tx: Knex.Transaction, asking: Asking, jtis: readonly string[]) {
  const entries = await entriesOf(tx, asking.agencyId, jtis.filter(isUuid))
  const known = entries.filter((entry) => entry.known)
  const queued = await enqueue(parts, tx, asking, known)
  const isKnown = new Set(known.map(({ delivery }) => delivery.id))
  const results = jtis.map((jti) => ({ jti, status: queued.has(jti) ? 202 : isKnown.has(jti) ? 410 : 404 }) as const)
  const [only, ...others] = results
  if (others.length === 0 && only?.status === 404) throw notFound()
  if (others.length === 0 && only?.status === 410) throw new Refusal('gone', 'This event may not be told any more')
  return { queued: queued.size, next: null, results }
}

async function replayStretch(
  parts: ReplayParts,
  tx: Knex.Transaction,
  asking: Asking,
  { from, until, after, limit }: Extract<ReplayRequest, { kind: 'stretch' }>,
): Promise<ReplayAnswer> {
  const now = parts.clock()
  const { agencyId } = asking
  const asked = after === undefined ? undefined : decodeFeedCursor(parts.vault, agencyId, after)
  const start = await startOf(tx, agencyId, asked, now)
  const first = from === undefined ? start : Math.max(start, (await placeBefore(tx, agencyId, from)) ?? start)
  const found = await entriesFrom(tx, agencyId, { from: first, limit: limit + 1, now })
  const page = found.slice(0, limit)
  const wanted = page.filter(({ since, known }) => known && (!from || since >= from) && (!until || since < until))
  const queued = await enqueue(parts, tx, asking, wanted)
  const last = page.at(-1)
  const goesOn = found.length > limit && last !== undefined && (!until || last.since < until)
  return { queued: queued.size, next: goesOn ? encodeFeedCursor(parts.vault, agencyId, last.place) : null }
}
