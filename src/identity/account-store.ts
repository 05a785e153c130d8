import { v7 as uuidv7 } from 'uuid'
import { inContext, readInContext, type Db } from '../shared/database.ts'
import type { DataKey } from '../vault/data-key-store.ts'
import { subjectRef } from '../vault/pseudonyms.ts'
import { open, seal } from '../vault/sealing.ts'
import { dataKeyOfSubject, ensureSubject, linkSubjects } from '../vault/subject-store.ts'
import type { Vault } from '../vault/vault.ts'
import type { Identity } from './claims.ts'
import { foundBy } from './found-by.ts'
import { identifiersOf } from './identifiers.ts'
import type { Person } from './person.ts'

/** How One Login knows somebody. Never used as a key: an account is ours, found by a keyed hash. */
export interface Login {
  issuer: string
  sub: string
}

interface SubjectRow {
  ref: Buffer
  account_id: string
  data_key_id: string
}

interface AccountRow {
  id: string
  identity: Buffer | null
}

type Owner = Pick<Person, 'accountId' | 'subjects'>

/** The account of a log-in, if it has signed in before. */
export async function findAccount(db: Db, vault: Vault, login: Login): Promise<string | undefined> {
  return accountForLogin(db, vault, login)
}

/** The account of a log-in; its first sign-in creates it, with a subject and a data key of its own. */
export async function findOrCreateAccount(db: Db, vault: Vault, login: Login): Promise<string> {
  const known = await findAccount(db, vault, login)
  if (known) return known
  const accountId = uuidv7()
  const ref = accountSubject(vault, accountId)
  return inContext(db, { account: accountId, subjects: [ref] }, async (tx) => {
    // Two first sign-ins at once meet here: the later one finds the account of the earlier.
    const winner = await accountForLogin(tx, vault, login, accountId)
    if (winner && winner !== accountId) return winner
    await tx('accounts').insert({ id: accountId, subject_ref: ref })
    await ensureSubject(tx, vault, { idType: 'account', id: accountId, accountId })
    return accountId
  })
}

/** References of every subject of an account, its own first; undefined when the account is gone. */
export async function subjectsOf(db: Db, vault: Vault, accountId: string): Promise<Buffer[] | undefined> {
  const text = 'select ref from subjects where account_id = context_account()'
  const statement = { name: 'subjects of account', text, values: [] }
  const rows = await readInContext<Pick<SubjectRow, 'ref'>>(db, { account: accountId }, statement)
  return ownFirst(
    vault,
    accountId,
    rows.map(({ ref }) => ref),
  )
}

/** The account's own subject before the others; undefined when it is not among them, because the account is gone. */
function ownFirst(vault: Vault, accountId: string, refs: readonly Buffer[]): Buffer[] | undefined {
  const own = accountSubject(vault, accountId)
  return refs.some((ref) => ref.equals(own)) ? [own, ...refs.filter((ref) => !ref.equals(own))] : undefined
}

/** With keyed hashes of it, so that this person hears of what somebody else reports about them. */
export async function storeIdentity(
  db: Db,
  vault: Vault,
  accountId: string,
  proved: { identity: Identity; at: Date },
): Promise<void> {
  const owner = { accountId, subjects: [accountSubject(vault, accountId)] }
  await inContext(db, contextOf(owner), async (tx) => {
    const { key } = await dataKeyOf(tx, vault, owner)
    const identity = seal(key, proved.identity, placeOf(accountId))
    const found = foundBy(vault, proved.identity)
    await tx('accounts')
      .where({ id: accountId })
      .update({ identity, identity_proved_at: proved.at, found_keys: found.keys, found_proofs: found.proofs })
    // What bodies recorded under these numbers is theirs to see, also from before they ever came here.
    await linkSubjects(tx, vault, accountId, identifiersOf(proved.identity))
  })
}

/** Who this person is, as One Login last proved it. @throws when it was never proved or has been erased. */
export async function identityOf(db: Db, vault: Vault, person: Owner): Promise<Identity> {
  return inContext(db, contextOf(person), (tx) => identityIn(tx, person, () => dataKeyOf(tx, vault, person)))
}

/** The same in a transaction of the person's own context, which opens the data key of their own subject. */
export async function identityIn(
  tx: Db,
  { accountId }: Pick<Owner, 'accountId'>,
  dataKey: () => Promise<DataKey>,
): Promise<Identity> {
  const asked = tx
    .raw<{ rows: AccountRow[] }>('select identity from accounts where id = ?', [accountId])
    // By a name each connection plans it once.
    .options({ name: 'identity' })
  const [{ rows }, { key }] = await Promise.all([asked, dataKey()])
  return openIdentity({ key }, accountId, rows[0])
}

/** From a row that was read with others. @throws when it was never proved. */
export function openIdentity(
  { key }: Pick<DataKey, 'key'>,
  accountId: string,
  row: Pick<AccountRow, 'identity'> | undefined,
): Identity {
  if (!row?.identity) throw new Error('This account has no proved identity')
  return open<Identity>(key, row.identity, placeOf(accountId))
}

const accountSubject = (vault: Vault, accountId: string) => subjectRef(vault, 'account', accountId)

const contextOf = ({ accountId, subjects }: Owner) => ({ account: accountId, subjects })

async function accountForLogin(db: Db, vault: Vault, { issuer, sub }: Login, newAccount: string | null = null) {
  const { rows } = await db.raw<{ rows: { account: string | null }[] }>(
    'select account_for_login(?, ?, ?) as account',
    [issuer, subjectRef(vault, 'one-login-sub', sub), newAccount],
  )
  return rows[0]?.account ?? undefined
}

async function dataKeyOf(tx: Db, vault: Vault, { accountId }: Owner): Promise<DataKey> {
  const dataKey = await dataKeyOfSubject(tx, vault, accountSubject(vault, accountId))
  if (!dataKey) throw new Error('The data of this account has been erased')
  return dataKey
}

const placeOf = (row: string) => ({ table: 'accounts', column: 'identity', row })
