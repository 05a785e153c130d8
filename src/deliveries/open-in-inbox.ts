import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { sealedPlace, type SealedReferences } from '../access-log/access-record.ts'
import { recordLooks } from '../access-log/record.ts'
import { later, MINUTE, type Clock } from '../shared/clock.ts'
import { inContext, widenContext } from '../shared/database.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { pairwise } from '../vault/pseudonyms.ts'
import { seal } from '../vault/sealing.ts'
import { dataKeysOfSubjects } from '../vault/subject-store.ts'
import { release } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { disclosureOf, type DoneBy } from './disclosure.ts'
import { claimToOpen, openedBefore } from './inbox-store.ts'
import type { Prepared, Sendable } from './judge.ts'
import { prepare, type PrepareParts } from './prepare.ts'
import { settleBatch } from './settle.ts'

export interface OpenParts extends Omit<PrepareParts, 'way' | 'doneBy'> {
  clock: Clock
}

/** Who opens: somebody of the body, in a role that may. */
export interface Officer {
  id: string
  agencyId: string
  role: string
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

interface Opening {
  officer: Officer
  /** Of subjects, by their reference in hex. */
  keys: ReadonlyMap<string, DataKey>
  now: Date
}

async function keysOf(tx: Knex.Transaction, { vault }: OpenParts, deliveries: readonly ClaimedDelivery[]) {
  const subjects = new Map(deliveries.map(({ subjectRef }) => [subjectRef.toString('hex'), subjectRef]))
  await widenContext(tx, { subjects: [...subjects.values()] })
  return dataKeysOfSubjects(tx, vault, [...subjects.values()])
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

/** Of the same exchange as the first opening, under an id of its own. */
function lookOf(parts: OpenParts, opening: Opening, sendable: Sendable) {
  const recordId = uuidv7()
  const delivery = { ...sendable.delivery, accessRecordId: recordId }
  return {
    ...disclosureOf({ ...sendable, delivery }, parts, opening.now),
    ...doneByOfficer(parts, opening, delivery, recordId),
    name: `open again ${delivery.eventType}`,
  }
}

/** The role is for the citizen to see; who it was only the body can find out, and only while the citizen's key is there. */
function doneByOfficer(
  { vault }: OpenParts,
  { officer, keys }: Opening,
  { subjectRef }: ClaimedDelivery,
  recordId: string,
): DoneBy {
  const key = keys.get(subjectRef.toString('hex'))?.key
  const references: SealedReferences = { actor_ref: pairwise(vault, officer.agencyId, 'officer', officer.id) }
  return {
    actor: { kind: 'officer', role: officer.role },
    ...(key && { sealed: seal(key, references, sealedPlace(recordId)) }),
  }
}
