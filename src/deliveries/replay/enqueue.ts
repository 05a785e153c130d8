import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { currentGrants, grantKey } from '../../subscriptions/grants-store.ts'
import { standingStreams } from '../../subscriptions/standing-stream-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { oldestKept } from '../feed/feed-start.ts'
import type { FeedEntry } from '../feed/feed-store.ts'
import { addRedeliveries, hasten, mayBeToldAgain } from './redelivery-store.ts'

export interface ReplayParts {
  db: Db
  vault: Vault
  clock: Clock
}

export interface Asking {
  agencyId: string
  /** Of the call: made again with the same one, it asks for nothing more. */
  idempotencyKey: string | undefined
}

/** Puts them in line, in this order. @returns jtis of what will be sent. */
export async function enqueue(parts: ReplayParts, tx: Knex.Transaction, asking: Asking, entries: readonly FeedEntry[]) {
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
    { sent: true },
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
