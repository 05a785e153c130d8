import type { Knex } from 'knex'
import type { Person } from '../identity/person.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { dataKeyOfSubject } from '../vault/subject-store.ts'
import type { Vault } from '../vault/vault.ts'

/** A citizen in a transaction of their own context: row-level security keeps to what is theirs. */
export interface Owner {
  tx: Knex.Transaction
  vault: Vault
  person: Pick<Person, 'accountId' | 'subjects' | 'proved'>
  now: Date
  /** Seals their drafts and numbers. Opened once for all that a request reads. @throws when it has been erased. */
  dataKey: () => Promise<DataKey>
}

export function ownerIn(tx: Knex.Transaction, parts: Pick<Owner, 'vault' | 'person' | 'now'>): Owner {
  let opened: Promise<DataKey> | undefined
  return { tx, ...parts, dataKey: () => (opened ??= openKey(tx, parts)) }
}

async function openKey(tx: Knex.Transaction, { vault, person }: Pick<Owner, 'vault' | 'person'>): Promise<DataKey> {
  const [subject] = person.subjects
  const key = subject && (await dataKeyOfSubject(tx, vault, subject))
  if (!key) throw new Error('The data of this account has been erased')
  return key
}
