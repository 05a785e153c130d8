import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { releaseDue } from './release-store.ts'

/** Opens every record whose time has come, and tells the people that there is something to see. With the worker's role. */
export async function releaseSealed(db: Db, now: Date): Promise<void> {
  const opened = await inTransaction(db, async (tx) => {
    const released = await releaseDue(tx, now)
    for (const account of released.accounts) {
      await queueNotice(tx, { to: { account }, kind: 'record-opened', key: ukToday(now) })
    }
    return released.opened
  })
  if (opened > 0) await releaseSealed(db, now)
}
