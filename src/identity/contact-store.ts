import { inContext, type Db } from '../shared/database.ts'
import { subjectRef } from '../vault/pseudonyms.ts'
import { open, seal } from '../vault/sealing.ts'
import { dataKeyOfSubject } from '../vault/subject-store.ts'
import type { Vault } from '../vault/vault.ts'
import type { Identity } from './claims.ts'

export type Contact = Pick<Identity, 'email' | 'phone'>

interface Row {
  id: string
  contact: Buffer | null
  identity: Buffer | null
}

/** Kept for everybody who signs in: people who cannot prove who they are may report a death, and hear of it. */
export async function storeContact(db: Db, vault: Vault, accountId: string, contact: Contact): Promise<void> {
  const ref = subjectRef(vault, 'account', accountId)
  await inContext(db, { account: accountId, subjects: [ref] }, async (tx) => {
    const dataKey = await dataKeyOfSubject(tx, vault, ref)
    if (!dataKey) throw new Error('The data of this account has been erased')
    await tx('accounts')
      .where({ id: accountId })
      .update({ contact: seal(dataKey.key, contact, placeOf('contact', accountId)) })
  })
}

/** How somebody can be reached; undefined for an account that is gone, was erased or never had an address. */
export async function contactOf(db: Db, vault: Vault, accountId: string): Promise<Contact | undefined> {
  const ref = subjectRef(vault, 'account', accountId)
  return inContext(db, { account: accountId, subjects: [ref] }, async (tx) => {
    const row = await tx<Row>('accounts').where({ id: accountId }).first('contact', 'identity')
    const dataKey = row && (await dataKeyOfSubject(tx, vault, ref))
    if (!dataKey) return undefined
    if (row.contact) return open<Contact>(dataKey.key, row.contact, placeOf('contact', accountId))
    // Whoever last signed in before this was kept.
    return row.identity ? open<Identity>(dataKey.key, row.identity, placeOf('identity', accountId)) : undefined
  })
}

const placeOf = (column: 'contact' | 'identity', row: string) => ({ table: 'accounts', column, row })
