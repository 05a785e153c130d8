import { inTransaction, type Db } from '../shared/database.ts'
import { passedMaintenance, setClosed } from './maintenance-store.ts'

/** Works out for streams whose maintenance is over which one comes next. Every minute, with the worker's role. */
export async function renewMaintenance(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const { id, maintenance } of await passedMaintenance(tx, now)) await setClosed(tx, id, maintenance, now)
  })
}
