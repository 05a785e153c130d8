import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { takeEndingDrafts, type EndingDraft } from './draft-warning-store.ts'

// A transaction that locks so many rows for as long as it takes to queue as many notices: well under a second.
const AT_ONCE = 200

/** Tells citizens whose draft ends within three days, once for each 28 days that it is kept. With the worker's role. */
export async function warnOfEndingDrafts(db: Db, now: Date): Promise<void> {
  const taken = await inTransaction(db, async (tx) => {
    const drafts = await takeEndingDrafts(tx, now, AT_ONCE)
    for (const draft of drafts) await queueNotice(tx, warningOf(draft))
    return drafts.length
  })
  if (taken === AT_ONCE) await warnOfEndingDrafts(db, now)
}

const warningOf = ({ id, accountId, expiresAt, safety }: EndingDraft) =>
  ({
    to: { account: accountId },
    kind: 'draft-ending',
    key: `${id}:${expiresAt.getTime()}`,
    // Who may be at risk is sealed with the answers: unless it is known that nobody is, nothing is given away.
    quiet: safety ?? true,
  }) as const
