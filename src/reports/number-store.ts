import { open, seal } from '../vault/sealing.ts'
import type { Owner } from './owner.ts'

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

async function readNumbers({ tx, person, dataKey }: Owner, { lock = false } = {}) {
  const { key } = await dataKey()
  const query = tx('accounts').where({ id: person.accountId })
  const row = await (lock ? query.forUpdate() : query).first<{ numbers: Buffer | null } | undefined>('numbers')
  const numbers = row?.numbers ? open<Record<string, string>>(key, row.numbers, placeOf(person.accountId)) : {}
  return { numbers, key }
}

const placeOf = (row: string) => ({ table: 'accounts', column: 'numbers', row })
