import { v7 as uuidv7 } from 'uuid'
import type { Knex } from 'knex'
import { settleDisclosures } from '../../access-log/record.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext } from '../../shared/database.ts'
import type { Logger } from '../../shared/log.ts'
import { grantKey } from '../../subscriptions/grants-store.ts'
import { standingStreams } from '../../subscriptions/standing-stream-store.ts'
import type { SignToken } from '../event-token.ts'
import { isolating } from '../isolating.ts'
import type { Sendable } from '../judge.ts'
import { prepare, type PrepareParts } from '../prepare.ts'
import { signedToken } from '../signed-token.ts'
import type { FeedEntry } from './feed-store.ts'
import { lockReadable, markRead, noteReadings, standing, type Reading } from './reading-store.ts'

export interface ReadingParts extends PrepareParts {
  clock: Clock
  logger: Logger
  sign: SignToken
}

/** A delivery as its body may have it now: its disclosure is on record. */
export interface ReadEntry {
  entry: FeedEntry
  sendable: Sendable
  /** Under the jti that it always had. */
  token: string
}

/**
 * Opens deliveries for their body, as if each were sent at this moment: what is granted is asked again, what was taken
 * back or erased is left out, and each disclosure is on record, as made, before anything leaves. Every reading is a
 * disclosure of its own, so that a citizen sees how often. What the sending of a delivery comes to stays as it is.
 */
export async function readAgain(
  parts: ReadingParts,
  agencyId: string,
  entries: readonly FeedEntry[],
  way: Reading['way'],
): Promise<ReadEntry[]> {
  const now = parts.clock()
  const read = await isolating(
    entries,
    (batch) =>
      inContext(parts.db, { agency: agencyId }, (tx) => open(parts, tx, { agencyId, entries: batch, way, now })),
    ({ delivery }, error): Opened => {
      parts.logger.error({ err: error, delivery: delivery.id }, 'a delivery cannot be read again')
      return undefined
    },
  )
  return read.flatMap((one) => (one ? [{ ...one, token: signedToken(parts, one.sendable, now) }] : []))
}

type Opened = Omit<ReadEntry, 'token'> | undefined

interface Batch {
  agencyId: string
  entries: readonly FeedEntry[]
  way: Reading['way']
  now: Date
}

async function open(parts: ReadingParts, tx: Knex.Transaction, { agencyId, entries, way, now }: Batch) {
  if (entries.length === 0) return []
  const deliveries = entries.map(({ delivery }) => delivery)
  const readable = await lockReadable(
    tx,
    deliveries.map(({ id }) => id),
  )
  const opened = entries
    .filter(({ delivery }) => readable.has(delivery.id))
    .map((entry) => ({ entry, recordId: uuidv7() }))
  const readings = opened.map(({ entry, recordId }) => ({ recordId, deliveryId: entry.delivery.id, way }))
  await noteReadings(tx, agencyId, readings, now)
  const [stands, streams] = await Promise.all([standing(tx, [...readable]), standingStreams(tx, deliveries)])
  const claimed = opened.flatMap(({ entry: { delivery, known }, recordId: accessRecordId }) => {
    if (!stands.has(delivery.id)) return []
    const subscriptionId = streams.get(grantKey(delivery)) ?? delivery.subscriptionId
    return [{ ...delivery, accessRecordId, subscriptionId, again: known }]
  })
  const prepared = await prepare({ ...parts, db: tx, way: 'feed' }, claimed, now)
  const told = prepared.flatMap((one) => (one.kind === 'send' ? [one.sendable] : []))
  await settleDisclosures(
    tx,
    told.map(({ delivery: { subjectRef, accessRecordId: recordId } }) => ({
      ...{ subjectRef, recordId, result: 'made' as const, at: now },
    })),
  )
  await markRead(
    tx,
    told.map(({ delivery }) => delivery.id),
    now,
  )
  const sendables = new Map(told.map((sendable) => [sendable.delivery.id, sendable]))
  return entries.map((entry): Opened => {
    const sendable = sendables.get(entry.delivery.id)
    return sendable && { entry, sendable }
  })
}
