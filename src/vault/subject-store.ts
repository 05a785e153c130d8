import type { Db } from '../shared/database.ts'
import { createDataKey, newDataKey, unwrapDataKey, type DataKey, type WrappedDataKey } from './data-key-store.ts'
import type { NationalIdentifier } from './national-identifier.ts'
import { subjectRef, type IdType } from './pseudonyms.ts'
import type { Vault } from './vault.ts'

/** Makes the subject with its data key unless it is there. @returns its keyed-hash reference. */
export async function ensureSubject(db: Db, vault: Vault, subject: NewSubject): Promise<Buffer> {
  const ref = subjectRef(vault, subject.idType, subject.id)
  const known = await db('subjects').where({ ref }).first<{ ref: Buffer } | undefined>('ref')
  if (known) return ref
  const dataKey = await createDataKey(db, vault, ref)
  await db('subjects')
    .insert({ ref, id_type: subject.idType, data_key_id: dataKey.id, account_id: subject.accountId ?? null })
    .onConflict('ref')
    .ignore()
  return ref
}

/**
 * Makes those subjects that are not there, or whose key was erased, without anybody's account; in the context of a body,
 * in one statement. @returns nothing: whether they were there already is nobody's business.
 */
export async function ensureSubjects(db: Db, vault: Vault, subjects: readonly { ref: Buffer; idType: IdType }[]) {
  const keys = subjects.map(() => newDataKey(vault))
  await db.raw('select ensure_subjects(?::bytea[], ?::text[], ?::uuid[], ?::bytea[], ?)', [
    subjects.map(({ ref }) => ref),
    subjects.map(({ idType }) => idType),
    keys.map(({ id }) => id),
    keys.map(({ wrapped }) => wrapped),
    vault.dataKeys.current.id,
  ] as unknown as string[])
}

/** A subject whom a body named before anybody signed in becomes the account's of the context; another's stays theirs. */
export async function linkSubjects(
  tx: Db,
  vault: Vault,
  accountId: string,
  identifiers: readonly NationalIdentifier[],
): Promise<void> {
  const refs = identifiers.map(({ idType, id }) => subjectRef(vault, idType, id))
  if (refs.length === 0) return
  await ensureSubjects(
    tx,
    vault,
    identifiers.map(({ idType }, index) => ({ idType, ref: refs[index] ?? Buffer.alloc(0) })),
  )
  await tx.raw('select link_subjects(?::bytea[], ?)', [refs, accountId] as unknown as string[])
}

export interface NewSubject {
  idType: IdType
  id: string
  accountId?: string
}

/** The data key that seals what belongs to this subject; undefined when unknown or erased. */
export async function dataKeyOfSubject(db: Db, vault: Vault, ref: Buffer): Promise<DataKey | undefined> {
  const keys = await dataKeysOfSubjects(db, vault, [ref])
  return keys.get(ref.toString('hex'))
}

/** Many at once, by the reference in hex; subjects that are unknown or erased are not in the map. */
export async function dataKeysOfSubjects(db: Db, vault: Vault, refs: readonly Buffer[]): Promise<Map<string, DataKey>> {
  const { rows } = await db
    .raw<{ rows: (WrappedDataKey & { ref: Buffer })[] }>(
      `select s.ref, k.id, k.wrapped, k.key_encryption_key
       from subjects s join data_keys k on k.id = s.data_key_id where s.ref = any(?::bytea[])`,
      [[...refs]],
    )
    // By a name each connection plans it once.
    .options({ name: 'data keys of subjects' })
  return new Map(rows.map((row) => [row.ref.toString('hex'), unwrapDataKey(vault, row)]))
}
