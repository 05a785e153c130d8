import { queueNotice } from '../notices/queue-notice.ts'
import { inTransaction, type Db } from '../shared/database.ts'
import { ukToday, type CalendarDate } from '../shared/dates.ts'
import { takeHeld, type HeldBack } from './held-store.ts'

// A transaction that holds so many rows for as long as it takes to queue as many notices: well under a second.
const AT_ONCE = 200

/** Reminds citizens of bodies that they hold back, once for each, however many bodies of a report. With the worker's role. */
export async function remindOfHeld(db: Db, now: Date): Promise<void> {
  const taken = await inTransaction(db, async (tx) => {
    const held = await takeHeld(tx, { now, limit: AT_ONCE })
    // The same report again is the same notice.
    for (const one of held) await queueNotice(tx, reminderOf(one, ukToday(now)))
    return held.length
  })
  if (taken === AT_ONCE) await remindOfHeld(db, now)
}

const reminderOf = ({ reportId, accountId, safety }: HeldBack, today: CalendarDate) =>
  ({ to: { account: accountId }, kind: 'held-body-waits', key: `${reportId}:${today}`, quiet: safety }) as const
