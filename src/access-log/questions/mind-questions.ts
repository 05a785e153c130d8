import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import { REMIND_BEFORE, REMIND_EVERY } from './clocks.ts'
import { noteDue, noteOverdue, type Minded } from './minded-question-store.ts'

/** Reminds bodies of what is due soon, and tells both sides of what is late. Each once. With the worker's role. */
export async function mindQuestions(db: Db, now: Date): Promise<void> {
  const today = ukToday(now)
  await inTransaction(db, async (tx) => {
    const soon = { from: today, to: addDays(today, REMIND_BEFORE), quietSince: addDays(today, -REMIND_EVERY) }
    for (const { id, agencyId, due } of await noteDue(tx, soon, now)) {
      await queueNotice(tx, { to: { agency: agencyId }, kind: 'question-due', key: `${id}:${due}` })
    }
    for (const minded of await noteOverdue(tx, today, now)) await tellOfLate(tx, minded)
  })
}

async function tellOfLate(tx: Db, { id, agencyId, accountId, due, safety }: Minded): Promise<void> {
  const key = `${id}:${due}`
  await queueNotice(tx, { to: { agency: agencyId }, kind: 'question-overdue', key })
  // Whoever is at risk reads it when they sign in: others may read their mail.
  if (!safety) await queueNotice(tx, { to: { account: accountId }, kind: 'question-late', key })
}
