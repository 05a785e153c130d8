import { randomUUID } from 'node:crypto'
import { queueNotice } from '../notices/queue-notice.ts'
import { later } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { retryPolicy } from './after-attempt.ts'
import { agenciesWithUnopened, claimUnopened } from './inbox-store.ts'
import { settleBatch } from './settle.ts'

/** What `last_failure` says of what nobody opened. */
export const UNOPENED = 'unopened'

// A transaction that holds so many rows for as long as it takes to settle them: well under a second.
const AT_ONCE = 500

/** Gives up what nobody has opened for as long as anything is tried, like all else. With the worker's role. */
export async function giveUpUnopened(db: Db, now: Date): Promise<void> {
  const count = await db.transaction(async (tx) => {
    const claim = { lease: randomUUID(), now, since: later(now, -retryPolicy.window), limit: AT_ONCE }
    const unopened = await claimUnopened(tx, claim)
    const decision = { state: 'given-up', failure: UNOPENED } as const
    if (unopened.length > 0)
      await settleBatch(
        tx,
        unopened.map((delivery) => ({ delivery, decision, at: now })),
      )
    return unopened.length
  })
  if (count === AT_ONCE) await giveUpUnopened(db, now)
}

/** Writes to bodies that have something to read in their inbox, once a day at most. With the worker's role. */
export async function remindOfInbox(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    for (const agency of await agenciesWithUnopened(tx, now)) {
      await queueNotice(tx, { to: { agency }, kind: 'inbox-waits', key: ukToday(now) })
    }
  })
}
