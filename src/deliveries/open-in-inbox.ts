import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { recordLooks } from '../access-log/record.ts'
import { later, MINUTE, type Clock } from '../shared/clock.ts'
import { inContext } from '../shared/database.ts'
import { release } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { claimToOpen, openedBefore } from './inbox-store.ts'
import type { Prepared, Sendable } from './judge.ts'
import { doneByOfficer, keysOf, lookOf, type Officer, type Opening } from './officer.ts'
import { prepare, type PrepareParts } from './prepare.ts'
import { settleBatch } from './settle.ts'

export interface OpenParts extends Omit<PrepareParts, 'way' | 'doneBy'> {
  clock: Clock
}

/** What is shown to whoever opened it. What is not there may not be shown, or not yet. */
export interface Opened extends Sendable {
  /** Nobody of the body had opened it before. */
  first: boolean
}

/**
 * Opens what waits in a body's inbox, and opens again what was opened before. Each is looked at again as if it were
 * pushed, and cut to what the agreement names. That an officer sees it is on record, and committed, before this
 * returns: the first time as our disclosure, later as the body's own look. Without the record it throws, and nothing
 * can be shown.
 *
 * @returns what was opened, by id; what is nobody's, another body's, held back or no longer allowed is not there.
 */
export async function openInInbox(
  parts: OpenParts,
  officer: Officer,
  ids: readonly string[],
): Promise<Map<string, Opened>> {
  const now = parts.clock()
  const opened = await inContext(parts.db, { agency: officer.agencyId, deliveries: ids }, async (tx) => {
    const waiting = await claimToOpen(tx, ids, { lease: randomUUID(), now, leasedUntil: later(now, MINUTE) })
    const before = await openedBefore(tx, ids)
    const keys = await keysOf(tx, parts, [...waiting, ...before])
    return [
      ...(await openFirst(tx, parts, { officer, keys, now }, waiting)),
      ...(await openAgain(tx, parts, { officer, keys, now }, before)),
    ]
  })
  return new Map(opened.map((one) => [one.delivery.id, one]))
}

async function openFirst(
  tx: Knex.Transaction,
  parts: OpenParts,
  opening: Opening,
  waiting: readonly ClaimedDelivery[],
): Promise<Opened[]> {
  if (waiting.length === 0) return []
  const { now } = opening
  const doneBy = (delivery: ClaimedDelivery) => doneByOfficer(parts, opening, delivery, delivery.accessRecordId)
  const prepared = await prepare({ ...parts, db: tx, way: 'inbox', doneBy }, waiting, now)
  await settleBatch(
    tx,
    prepared.flatMap((one) => (one.kind === 'settle' ? [one.settlement] : [])),
  )
  await settleBatch(
    tx,
    shownOf(prepared).map(({ delivery }) => ({
      ...{ delivery, decision: { state: 'acknowledged' }, at: now },
      attempt: { startedAt: now, result: 'opened', httpStatus: null, detail: null },
    })),
  )
  await release(
    tx,
    prepared.flatMap((one) => (one.kind === 'hold' ? [one.delivery] : [])),
  )
  return shownOf(prepared).map((sendable) => ({ ...sendable, first: true }))
}

async function openAgain(
  tx: Knex.Transaction,
  parts: OpenParts,
  opening: Opening,
  before: readonly ClaimedDelivery[],
): Promise<Opened[]> {
  if (before.length === 0) return []
  const shown = shownOf(await prepare({ ...parts, db: tx, way: 'inbox' }, before, opening.now))
  await recordLooks(
    tx,
    shown.map((sendable) => lookOf(parts, opening, sendable)),
  )
  return shown.map((sendable) => ({ ...sendable, first: false }))
}

const shownOf = (prepared: readonly Prepared[]) =>
  prepared.flatMap((one) => (one.kind === 'send' ? [one.sendable] : []))
