import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import { findingsDue } from './finding-store.ts'

// Time enough to write down what was done, if it was.
const REMIND_BEFORE = 7
// A regulator that was away hears of it still, and of nothing that lies years back.
const LOOK_BACK = 30

/** Reminds a body of the day by which it has to improve, and its regulator once that is over. Each once. With the worker's role. */
export async function mindFindings(db: Db, now: Date): Promise<void> {
  const today = ukToday(now)
  await inTransaction(db, async (tx) => {
    for (const { id, agencyId } of await findingsDue(tx, today, addDays(today, REMIND_BEFORE))) {
      await queueNotice(tx, { to: { agency: agencyId }, kind: 'improvement-due', key: id })
    }
    for (const { id, foundBy } of await findingsDue(tx, addDays(today, -LOOK_BACK), addDays(today, -1))) {
      await queueNotice(tx, { to: { agency: foundBy }, kind: 'improvement-overdue', key: id })
    }
  })
}
