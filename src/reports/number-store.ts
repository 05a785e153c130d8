import { open, seal } from '../vault/sealing.ts'
import { dataKeyOfSubject } from '../vault/subject-store.ts'
import type { DraftOwner } from './draft-store.ts'

type Owner = Pick<DraftOwner, 'tx' | 'vault' | 'person'>

/** Matching numbers that the person gave in earlier reports, by the name they are kept under. */
export async function keptNumbers(owner: Owner): Promise<Record<string, string>> {
  return (await readNumbers(owner)).numbers
}

/** Adds to them; a number given anew takes the place of the earlier one. */
export async function keepNumbers(owner: Owner, given: Readonly<Record<string, string>>): Promise<void> {
  if (Object.keys(given).length === 0) return
  const { tx, person } = owner
  const { numbers, key } = await readNumbers(owner, { lock: true })
  const sealed = seal(key, { ...numbers, ...given }, placeOf(person.accountId))
  await tx('accounts').where({ id: person.accountId }).update({ numbers: sealed })
}

async function readNumbers({ tx, vault, person }: Owner, { lock = false } = {}) {
  const [subject] = person.subjects
  const dataKey = subject && (await dataKeyOfSubject(tx, vault, subject))
  if (!dataKey) throw new Error('The data of this account has been erased')
  const query = tx('accounts').where({ id: person.accountId })
  const row = await (lock ? query.forUpdate() : query).first<{ numbers: Buffer | null } | undefined>('numbers')
  const numbers = row?.numbers ? open<Record<string, string>>(dataKey.key, row.numbers, placeOf(person.accountId)) : {}
  return { numbers, key: dataKey.key }
}

const placeOf = (row: string) => ({ table: 'accounts', column: 'numbers', row })
