import { v7 as uuidv7 } from 'uuid'
import { newReference } from '../../src/shared/references.ts'
import { createDataKey } from '../../src/vault/data-key-store.ts'
import { seal } from '../../src/vault/sealing.ts'
import type { Vault } from '../../src/vault/vault.ts'
import type { Citizen } from '../support/access-log.ts'
import type { TestDatabase } from '../support/database.ts'
import { LEEDS, MOVE } from '../support/reports.ts'

export const FAR_AWAY = new Date('2100-01-01T00:00:00Z')

interface Wanted {
  whose: (report: number) => Citizen
  number: number
  notBefore: Date
}

const A_STATEMENT = 1000

/** So many reports as `aReport` makes them, each under a key of its own, in few statements; nobody is woken. @returns their ids. */
export async function manyReports({ owner }: TestDatabase, vault: Vault, { whose, number, notBefore }: Wanted) {
  const ids: string[] = []
  while (ids.length < number) {
    const keys: object[] = []
    // What makes a key puts its row where it is told to: here beside the others.
    const gather = (() => ({ insert: (row: object) => Promise.resolve(keys.push(row)) })) as never
    const rows: object[] = []
    for (let row = 0; row < Math.min(A_STATEMENT, number - ids.length); row += 1) {
      const citizen = whose(ids.length + row)
      const { id, key } = await createDataKey(gather, vault, citizen.subject)
      rows.push(aRow(citizen, { id, key, notBefore }))
    }
    await owner('data_keys').insert(keys)
    ids.push(...(await owner('reports').insert(rows).returning<{ id: string }[]>('id')).map((row) => row.id))
  }
  return ids
}

function aRow(
  { accountId, subject }: Citizen,
  { id: dataKeyId, key, notBefore }: Awaited<ReturnType<typeof createDataKey>> & Pick<Wanted, 'notBefore'>,
) {
  const id = uuidv7()
  return {
    ...{ id, reference: newReference(), account_id: accountId, subject_ref: subject, event_type: 'change-of-address' },
    ...{ draft_id: uuidv7(), data_key_id: dataKeyId, areas: [LEEDS], listed_as: [], told: null, state: 'reported' },
    facts: seal(key, MOVE, { table: 'reports', column: 'facts', row: id }),
    ...{ withheld: {}, timing: {}, redacted: {}, submitted_at: new Date(), not_before: notBefore },
  }
}
