import type { Knex } from 'knex'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { widenContext } from '../../shared/database.ts'
import type { DataKey } from '../../vault/data-key-store.ts'
import type { NationalIdentifier } from '../../vault/national-identifier.ts'
import { subjectRef } from '../../vault/pseudonyms.ts'
import { dataKeysOfSubjects, ensureSubjects } from '../../vault/subject-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { namedActivities } from '../activities/named-activities.ts'
import type { RegisteredActivity } from '../activities/registered-activity.ts'
import type { KnownCorrections } from './correction.ts'
import { findSentTokens, findSubjects, type SentToken } from './intake-store.ts'
import { knownCorrections } from './known-corrections.ts'
import type { Submission } from './submission.ts'
import type { NamedSubject } from './submitted-subject.ts'

/** What must be known to judge a batch of one body. */
export interface Known {
  /** By the activity as the body names it. */
  activities: Map<string, RegisteredActivity>
  /** By `subjectName`. */
  subjects: Map<string, Subject>
  /** By `jti`. */
  tokens: Map<string, SentToken>
  corrections: KnownCorrections
}

export interface Subject {
  ref: Buffer
  dataKey: DataKey
}

export interface Read {
  submission: Submission
  subject: NamedSubject | undefined
}

export interface LookUpParts {
  vault: Vault
  baseUrl: string
  events?: Catalogue
}

export const subjectName = ({ idType, id }: NamedSubject) => `${idType}\0${id}`

/** Reads all that the batch names, each thing once, and lets the transaction write for the subjects found. */
export async function lookUp(
  parts: LookUpParts,
  tx: Knex.Transaction,
  agencyId: string,
  read: readonly Read[],
): Promise<Known> {
  const named = read.map(({ submission }) => submission)
  // Asked for at once: they go over the wire together.
  const [activities, subjects, tokens] = await Promise.all([
    namedActivities(
      tx,
      parts,
      agencyId,
      named.map(({ activity_id }) => activity_id),
    ),
    subjectsWithKeys(tx, parts.vault, agencyId, new Map(read.flatMap(nameAndSubject))),
    findSentTokens(
      tx,
      agencyId,
      named.flatMap(({ life_event_ref }) => life_event_ref ?? []),
    ),
  ])
  return { activities, subjects, tokens, corrections: await knownCorrections(tx, agencyId, corrected(read, subjects)) }
}

const corrected = (read: readonly Read[], subjects: ReadonlyMap<string, Subject>) =>
  read.flatMap(({ submission: { supersedes: id }, subject }) =>
    id === undefined ? [] : [{ id, ref: subject && subjects.get(subjectName(subject))?.ref }],
  )

const nameAndSubject = ({ subject }: Read): [string, NamedSubject][] =>
  subject ? [[subjectName(subject), subject]] : []

async function subjectsWithKeys(
  tx: Knex.Transaction,
  vault: Vault,
  agencyId: string,
  named: ReadonlyMap<string, NamedSubject>,
): Promise<Map<string, Subject>> {
  const national = [...named].flatMap(([name, subject]) =>
    subject.idType === 'pairwise' ? [] : [{ name, ...subject, ref: subjectRef(vault, subject.idType, subject.id) }],
  )
  const pairwise = [...named.values()].flatMap(({ idType, id }) => (idType === 'pairwise' ? [id] : []))
  const found = await findSubjects(tx, agencyId, pairwise)
  const refs = new Map([
    ...[...found].map(([id, ref]) => [subjectName({ idType: 'pairwise', id }), ref] as const),
    ...national.map(({ name, ref }) => [name, ref] as const),
  ])
  const distinct = [...new Map([...refs.values()].map((ref) => [ref.toString('hex'), ref])).values()]
  // In this order on the connection, without waiting in between.
  const [, keys] = await Promise.all([widenContext(tx, { subjects: distinct }), keysOf(tx, vault, distinct, national)])
  return new Map(
    [...refs].flatMap(([name, ref]): [string, Subject][] => {
      const dataKey = keys.get(ref.toString('hex'))
      return dataKey ? [[name, { ref, dataKey }]] : []
    }),
  )
}

/** A subject that a number names is made when it is new, so that no answer tells whether we know the person. */
async function keysOf(
  tx: Knex.Transaction,
  vault: Vault,
  refs: readonly Buffer[],
  national: readonly (NationalIdentifier & { ref: Buffer })[],
): Promise<Map<string, DataKey>> {
  const keys = await dataKeysOfSubjects(tx, vault, refs)
  const missing = national.filter(({ ref }) => !keys.has(ref.toString('hex')))
  if (missing.length === 0) return keys
  await ensureSubjects(tx, vault, missing)
  const made = await dataKeysOfSubjects(
    tx,
    vault,
    missing.map(({ ref }) => ref),
  )
  return new Map([...keys, ...made])
}
