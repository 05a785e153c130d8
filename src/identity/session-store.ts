import type { Db } from '../shared/database.ts'

/** Ends every session of an account, on every device. @returns how many. */
export async function endAllSessions(db: Db, accountId: string): Promise<number> {
  return db('sessions').whereRaw(`sess ->> 'accountId' = ?`, [accountId]).delete()
}
