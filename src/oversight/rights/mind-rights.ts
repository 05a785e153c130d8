import { REMIND_BEFORE, REMIND_EVERY } from '../../access-log/questions/clocks.ts'
import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import { noteDue, noteOverdue } from './minded-request-store.ts'

/** Reminds bodies of what is due soon, and tells both sides of what is late. Each once. With the worker's role. */
export async function mindRights(db: Db, now: Date): Promise<void> {
  const today = ukToday(now)
  const soon = { from: today, to: addDays(today, REMIND_BEFORE), quietSince: addDays(today, -REMIND_EVERY) }
  await inTransaction(db, async (tx) => {
    for (const { id, agencyId, due } of await noteDue(tx, soon, now)) {
      await queueNotice(tx, { to: { agency: agencyId }, kind: 'rights-due', key: `${id}:${due}` })
    }
    for (const { id, agencyId, accountId, due, safety } of await noteOverdue(tx, today, now)) {
      const key = `${id}:${due}`
      await queueNotice(tx, { to: { agency: agencyId }, kind: 'rights-overdue', key })
      // Whoever is at risk reads it when they sign in: others may read their mail.
      if (!safety) await queueNotice(tx, { to: { account: accountId }, kind: 'rights-late', key })
    }
  })
}
