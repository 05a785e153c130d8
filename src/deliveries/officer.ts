import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { sealedPlace, type SealedReferences } from '../access-log/access-record.ts'
import { widenContext } from '../shared/database.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { pairwise } from '../vault/pseudonyms.ts'
import { seal } from '../vault/sealing.ts'
import { dataKeysOfSubjects } from '../vault/subject-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { disclosureOf, type DoneBy } from './disclosure.ts'
import type { Sendable } from './judge.ts'
import type { PrepareParts } from './prepare.ts'

/** Who opens: somebody of the body, in a role that may. */
export interface Officer {
  id: string
  agencyId: string
  role: string
}

/** One opening by somebody. */
export interface Opening {
  officer: Officer
  /** Of subjects, by their reference in hex. */
  keys: ReadonlyMap<string, DataKey>
  now: Date
}

/** Lets the transaction write for these subjects, and opens their keys. */
export async function keysOf(
  tx: Knex.Transaction,
  { vault }: Pick<PrepareParts, 'vault'>,
  deliveries: readonly ClaimedDelivery[],
) {
  const subjects = new Map(deliveries.map(({ subjectRef }) => [subjectRef.toString('hex'), subjectRef]))
  await widenContext(tx, { subjects: [...subjects.values()] })
  return dataKeysOfSubjects(tx, vault, [...subjects.values()])
}

/** Of the same exchange as the first opening, under an id of its own. */
export function lookOf(
  parts: Pick<PrepareParts, 'vault' | 'baseUrl' | 'events'>,
  opening: Opening,
  sendable: Sendable,
) {
  const recordId = uuidv7()
  const delivery = { ...sendable.delivery, accessRecordId: recordId }
  return {
    ...disclosureOf({ ...sendable, delivery }, parts, opening.now),
    ...doneByOfficer(parts, opening, delivery, recordId),
    name: `open again ${delivery.eventType}`,
  }
}

/** The role is for the citizen to see; who it was only the body can find out, and only while the citizen's key is there. */
export function doneByOfficer(
  { vault }: Pick<PrepareParts, 'vault'>,
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
