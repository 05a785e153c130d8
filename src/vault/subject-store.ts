import type { Db } from '../shared/database.ts'
import { createDataKey, openDataKey, openDataKeys, type DataKey } from './data-key-store.ts'
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

export interface NewSubject {
  idType: IdType
  id: string
  accountId?: string
}

/** The data key that seals what belongs to this subject; undefined when unknown or erased. */
export async function dataKeyOfSubject(db: Db, vault: Vault, ref: Buffer): Promise<DataKey | undefined> {
  const row = await db('subjects').where({ ref }).first<{ data_key_id: string } | undefined>('data_key_id')
  return row && openDataKey(db, vault, row.data_key_id)
}

/** Many at once, by the reference in hex; subjects that are unknown or erased are not in the map. */
export async function dataKeysOfSubjects(db: Db, vault: Vault, refs: readonly Buffer[]): Promise<Map<string, DataKey>> {
  const rows = await db<{ ref: Buffer; data_key_id: string }>('subjects')
    .whereRaw('ref = any(?::bytea[])', [[...refs]])
    .select('ref', 'data_key_id')
  const ids = rows.map((row) => row.data_key_id)
  const keys = await openDataKeys(db, vault, ids)
  const pairs = rows.map((row) => [row.ref.toString('hex'), keys.get(row.data_key_id)] as const)
  return new Map(pairs.filter((pair): pair is [string, DataKey] => pair[1] !== undefined))
}
