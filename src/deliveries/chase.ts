import type { Notice } from '../notices/notice.ts'
import { queueNotice } from '../notices/queue-notice.ts'
import { inTransaction, type Db } from '../shared/database.ts'
import { ukToday, type CalendarDate } from '../shared/dates.ts'
import { takeOverdue, type Overdue } from './chase-store.ts'

// A transaction that holds so many rows for as long as it takes to queue as many notices: well under a second.
const AT_ONCE = 200

/**
 * Writes to bodies that are late with their answer, one e-mail a day to each however much is late, and tells the citizens
 * who wait. Each delivery is chased once. With the worker's role.
 */
export async function chaseOverdue(db: Db, now: Date): Promise<void> {
  const today = ukToday(now)
  const count = await inTransaction(db, async (tx) => {
    const { taken, overdue } = await takeOverdue(tx, { now, today, limit: AT_ONCE })
    for (const notice of noticesOf(overdue, today)) await queueNotice(tx, notice)
    return taken
  })
  if (count === AT_ONCE) await chaseOverdue(db, now)
}

function noticesOf(overdue: readonly Overdue[], today: CalendarDate): Notice[] {
  const agencies = new Set(overdue.map(({ agencyId }) => agencyId))
  const reports = new Map(overdue.map((one) => [one.reportId, one]))
  return [
    ...[...agencies].map((agency): Notice => ({ to: { agency }, kind: 'outcome-overdue', key: today })),
    ...[...reports.values()].map(({ accountId, reportId, safety }): Notice => {
      return { to: { account: accountId }, kind: 'overdue', key: `${reportId}:${today}`, quiet: safety }
    }),
  ]
}
