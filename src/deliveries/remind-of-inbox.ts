import { queueNotice } from '../notices/queue-notice.ts'
import { inTransaction, type Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { agenciesWithUnopened } from './inbox-store.ts'

/** Writes to bodies that have something to read in their inbox, once a day at most. With the worker's role. */
export async function remindOfInbox(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const agency of await agenciesWithUnopened(tx, now)) {
      await queueNotice(tx, { to: { agency }, kind: 'inbox-waits', key: ukToday(now) })
    }
  })
}
