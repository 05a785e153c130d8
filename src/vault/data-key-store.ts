import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { ask, type Db } from '../shared/database.ts'
import { KeyMissing, openBytes, sealBytes } from './sealing.ts'
import type { Vault } from './vault.ts'

/** An opened data key. It lives in memory only; its wrapped form is the row. */
export interface DataKey {
  id: string
  key: KeyObject
}

/** A data key as the database has it. */
export interface WrappedDataKey {
  id: string
  wrapped: Buffer
  key_encryption_key: string
}

/** A new random data key for a subject or for one report of theirs: the unit of erasure. */
export async function createDataKey(db: Db, vault: Vault, subjectRef: Buffer): Promise<DataKey> {
  const { id, wrapped, key } = newDataKey(vault)
  await db('data_keys').insert({ id, subject_ref: subjectRef, wrapped, key_encryption_key: vault.dataKeys.current.id })
  return { id, key }
}

/** One that nobody has yet, wrapped by the current key. */
export function newDataKey(vault: Vault): DataKey & { wrapped: Buffer } {
  const id = uuidv7()
  const bytes = randomBytes(32)
  return { id, wrapped: sealBytes(vault.dataKeys.current.key, bytes, placeOf(id)), key: createSecretKey(bytes) }
}

/** Undefined when the key has been deleted: what it sealed is erased. */
export async function openDataKey(db: Db, vault: Vault, id: string): Promise<DataKey | undefined> {
  const keys = await openDataKeys(db, vault, [id])
  return keys.get(id)
}

/** Many at once, for batches; those that are gone are not in the map. */
export async function openDataKeys(db: Db, vault: Vault, ids: readonly string[]): Promise<Map<string, DataKey>> {
  const rows = await ask<WrappedDataKey>(db, {
    name: 'data keys',
    text: 'select id, wrapped, key_encryption_key from data_keys where id = any($1::uuid[])',
    values: [[...new Set(ids)]],
  })
  return new Map(rows.map((row) => [row.id, unwrapDataKey(vault, row)]))
}

/** Erases everything that the key sealed, for good. */
export async function eraseDataKey(db: Db, id: string): Promise<void> {
  await db('data_keys').where({ id }).delete()
}

/** Wraps every data key that an older key-encryption key wraps with the current one. @returns how many. */
export async function rewrapDataKeys(db: Db, vault: Vault, batch = 500): Promise<number> {
  const { current } = vault.dataKeys
  const rows = await db<WrappedDataKey>('data_keys')
    .whereNot({ key_encryption_key: current.id })
    .orderBy('id')
    .limit(batch)
    .select('id', 'wrapped', 'key_encryption_key')
  for (const row of rows) {
    const wrapped = sealBytes(current.key, unwrapDataKey(vault, row).key.export(), placeOf(row.id))
    await db('data_keys').where({ id: row.id }).update({ wrapped, key_encryption_key: current.id })
  }
  return rows.length < batch ? rows.length : rows.length + (await rewrapDataKeys(db, vault, batch))
}

/** @throws KeyMissing when the key that wraps it is not in the keyring. */
export function unwrapDataKey(vault: Vault, row: WrappedDataKey): DataKey {
  const wrapping = vault.dataKeys.byId.get(row.key_encryption_key)
  if (!wrapping) throw new KeyMissing(row.key_encryption_key)
  return { id: row.id, key: createSecretKey(openBytes(wrapping.key, row.wrapped, placeOf(row.id))) }
}

const placeOf = (row: string) => ({ table: 'data_keys', column: 'wrapped', row })
