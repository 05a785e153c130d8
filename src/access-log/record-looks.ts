import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { widenContext, type Db } from '../shared/database.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { pairwise } from '../vault/pseudonyms.ts'
import { seal } from '../vault/sealing.ts'
import { dataKeysOfSubjects } from '../vault/subject-store.ts'
import type { Vault } from '../vault/vault.ts'
import { OUR_CONTROLLER, OUR_SYSTEM, sealedPlace, type AccessRecord, type SealedReferences } from './access-record.ts'
import { addRecords } from './access-record-store.ts'
import { latestActivities } from './activities/activity-store.ts'
import { nameOfLook, type LookReason } from './look-reason.ts'
import { recordHash } from './record-hash.ts'

interface LookParts {
  vault: Vault
  /** Activities are named by their addresses. */
  baseUrl: string
}

/** One look of somebody who runs this service, at something about these people. */
export interface OwnLook {
  /** Each with the id that their record gets. */
  people: readonly { subjectRef: Buffer; recordId: string }[]
  reason: LookReason
  /** The operator's own reference of the case; sealed, and never shown raw. */
  caseRef: string
  staffId: string
  at: Date
}

/** Puts it on record for each of them, before anything is shown. */
export async function recordOwnLook(
  tx: Knex.Transaction,
  { vault, baseUrl }: LookParts,
  { people, reason, caseRef, staffId, at }: OwnLook,
): Promise<void> {
  await widenContext(tx, { subjects: people.map(({ subjectRef }) => subjectRef) })
  const keys = await dataKeysOfSubjects(
    tx,
    vault,
    people.map(({ subjectRef }) => subjectRef),
  )
  const why = await ownActivity(tx, baseUrl, 'cases')
  const references = { actor_ref: pairwise(vault, OUR_CONTROLLER, 'officer', staffId), case_ref: caseRef }
  await add(
    tx,
    people.map((person): AccessRecord => ({
      ...consultation(person, at),
      ...{ ...why, bodyId: OUR_CONTROLLER, controller: { id: OUR_CONTROLLER }, name: nameOfLook(reason) },
      actor: { kind: 'officer', role: 'operator' },
      sealed: sealedFor(keys, person, references),
    })),
  )
}

/** Somebody of a body, or a program of it, opens what a citizen asked the body. In the body's context for this subject. */
export interface QuestionOpened {
  subjectRef: Buffer
  agencyId: string
  /** Undefined: a program. */
  staffId?: string | undefined
  at: Date
}

export async function recordQuestionOpened(
  tx: Db,
  { vault, baseUrl }: LookParts,
  { subjectRef, agencyId, staffId, at }: QuestionOpened,
): Promise<void> {
  const person = { subjectRef, recordId: uuidv7() }
  const why = await ownActivity(tx, baseUrl, 'questions')
  const keys = await dataKeysOfSubjects(tx, vault, [subjectRef])
  const references = staffId === undefined ? undefined : { actor_ref: pairwise(vault, agencyId, 'officer', staffId) }
  await add(tx, [
    {
      ...consultation(person, at),
      ...{ ...why, bodyId: agencyId, controller: { id: agencyId, system: OUR_SYSTEM }, name: 'open a question' },
      actor: references ? { kind: 'officer', role: 'officer' } : { kind: 'automated' },
      ...(references && { sealed: sealedFor(keys, person, references) }),
    },
  ])
}

/** What this service does itself, in the version in force: a snapshot for the record. */
async function ownActivity(tx: Db, baseUrl: string, id: 'cases' | 'questions') {
  const [activity] = await latestActivities(tx, OUR_CONTROLLER, [id])
  if (!activity) throw new Error(`The register has no activity of this service named ${id}`)
  const { path, dpvPurpose: purpose, legalBasis, power, dataCategories } = activity
  return { activityId: baseUrl + path, purpose, legalBasis, power, dataCategories }
}

const consultation = ({ subjectRef, recordId }: OwnLook['people'][number], at: Date) => {
  const digits = recordId.replaceAll('-', '')
  return {
    ...{ recordId, subjectRef, subjectRole: 'self' as const, accessType: 'consult' as const, status: 'ok' as const },
    ...{ registeredAt: at, occurredStart: at, occurredEnd: at, traceId: digits, spanId: digits.slice(16) },
  }
}

/** Undefined once the person's key is gone. */
function sealedFor(
  keys: ReadonlyMap<string, DataKey>,
  { subjectRef, recordId }: OwnLook['people'][number],
  references: SealedReferences,
): Buffer | undefined {
  const key = keys.get(subjectRef.toString('hex'))?.key
  return key && seal(key, references, sealedPlace(recordId))
}

const add = (tx: Db, records: readonly AccessRecord[]) =>
  addRecords(
    tx,
    records.map((record) => ({ record, contentHash: recordHash(record) })),
  )
