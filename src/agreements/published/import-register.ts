import { inTransaction, type Db } from '../../shared/database.ts'
import { keepRegister, type Imported } from './keep-register-store.ts'
import type { ReadRegister } from './read-register.ts'

/** Takes in the published register as it stands now. Doing so twice changes nothing; no event is granted to anybody. */
export function importRegister(db: Db, { agreements, untidy }: ReadRegister, now: Date): Promise<Imported> {
  const cells = Map.groupBy(untidy, ({ number }) => number)
  const rows = agreements.map((agreement) => ({
    ...agreement,
    untidy: (cells.get(agreement.number) ?? []).map(({ column, problem }) => ({ column, problem })),
  }))
  return inTransaction(db, (tx) => keepRegister(tx, rows, now))
}
