import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { currentGrants, grantKey } from '../../subscriptions/grants-store.ts'
import { standingStreams } from '../../subscriptions/standing-stream-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { decodeFeedCursor, encodeFeedCursor } from '../feed/feed-cursor.ts'
import { entriesFrom, oldestKept, startOf } from '../feed/feed.ts'
import { entriesOf, placeBefore, type FeedEntry } from '../feed/feed-store.ts'
import { addRedeliveries, hasten, mayBeToldAgain } from './redelivery-store.ts'
import type { ReplayRequest } from './replay-request.ts'

export interface ReplayParts {
  db: Db
  vault: Vault
  clock: Clock
}

export interface ReplayAnswer {
  /** How many will be sent. */
  queued: number
  /** Where to go on, if the stretch goes on; null at its end. */
  next: string | null
  /** Where jtis were named, what becomes of each: 202 it will be sent, 404 it never was, 410 it may not be told any more. */
  results?: { jti: string; status: 202 | 404 | 410 }[]
}

export interface Asking {
  agencyId: string
  /** Of the call: made again with the same one, it asks for nothing more. */
  idempotencyKey: string | undefined
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

/** @returns jtis of what will be sent. */
async function enqueue(parts: ReplayParts, tx: Knex.Transaction, asking: Asking, entries: readonly FeedEntry[]) {
  const now = parts.clock()
  const kept = entries.filter(({ since, state }) => since >= oldestKept(now) && SENDABLE.includes(state))
  const streams = await openStreams(tx, kept, now)
  const tellable = await mayBeToldAgain(
    tx,
    kept.map(({ delivery }) => delivery.id),
  )
  const going = kept.filter(({ delivery }) => tellable.has(delivery.id) && streams.has(delivery.id))
  const pending = going.filter(({ state }) => state === 'due' || state === 'waiting')
  const others = going.filter((entry) => !pending.includes(entry))
  await hasten(
    tx,
    pending.map(({ delivery }) => delivery.id),
    now,
  )
  const redeliveries = others.map(({ delivery: { id, agencyId } }) => ({
    ...{ id: idOf(asking, id), deliveryId: id, subscriptionId: streams.get(id) ?? '', agencyId },
    accessRecordId: uuidv7(),
  }))
  await addRedeliveries(tx, redeliveries, now)
  return new Set(going.map(({ delivery }) => delivery.id))
}

const SENDABLE = ['due', 'waiting', 'acknowledged', 'given-up']

/** Over which stream each goes, by delivery: one that is granted and can be told by a program, now or when it is resumed. */
async function openStreams(
  tx: Knex.Transaction,
  entries: readonly FeedEntry[],
  now: Date,
): Promise<Map<string, string>> {
  const streams = await standingStreams(
    tx,
    entries.map(({ delivery }) => delivery),
  )
  const wanted = entries.flatMap(({ delivery }) => {
    const subscriptionId = streams.get(grantKey(delivery))
    return subscriptionId === undefined ? [] : [{ ...delivery, subscriptionId }]
  })
  const grants = await currentGrants(tx, wanted, ukToday(now))
  const open = wanted.filter((delivery) => {
    const subscription = grants.get(grantKey(delivery))?.subscription
    return subscription && subscription.status !== 'disabled' && subscription.method !== 'inbox'
  })
  return new Map(open.map(({ id, subscriptionId }) => [id, subscriptionId]))
}

/** A call with a key makes the same ones each time; one without makes its own. */
function idOf({ agencyId, idempotencyKey }: Asking, deliveryId: string): string {
  if (idempotencyKey === undefined) return uuidv7()
  const hash = createHash('sha256').update(JSON.stringify(['replay', agencyId, idempotencyKey, deliveryId]))
  const hex = hash.digest('hex')
  // UUIDv8: our own way of making one (RFC 9562, section 5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
