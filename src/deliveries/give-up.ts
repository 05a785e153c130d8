import { settleDisclosures, type DisclosureResult } from '../access-log/record.ts'
import { later } from '../shared/clock.ts'
import { inTransaction, type Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { retryPolicy } from './after-attempt.ts'
import { promoteWaiting } from './delivery-store.ts'
import { takeUntaken, type Untaken } from './give-up-store.ts'
import { writeToGivenUp } from './write-to-given-up.ts'

/** `last_failure` of what was handed over and never acknowledged: its body may know it. */
export const NOT_ACKNOWLEDGED = 'not acknowledged'

/** `last_failure` of what waited in an inbox, where nobody opened it. */
export const UNOPENED = 'unopened'

export interface GiveUpParts {
  db: Db
  logger: Logger
  /** Milliseconds after which what nobody took is given up. */
  window?: number | undefined
}

// A transaction that holds so many rows for well under a second.
const AT_ONCE = 500

/**
 * Ends what no attempt of ours will ever end: what waits for a body to come and take it, and it does not. As with a push
 * that fails for seven days it is a dead letter then, its body is written to, and what waits behind it goes on. Idempotent;
 * any number of workers may do it. @returns how many were given up.
 */
export async function giveUpUntaken(parts: GiveUpParts, now: Date): Promise<number> {
  const { db, logger, window = retryPolicy.window } = parts
  const taken = await inTransaction(db, async (tx) => {
    const untaken = await takeUntaken(tx, { now, until: later(now, -window), limit: AT_ONCE })
    if (untaken.length === 0) return untaken
    const ids = untaken.map(({ id }) => id)
    await promoteWaiting(tx, ids, now)
    await settleDisclosures(
      tx,
      untaken.flatMap((one) => resultOf(one, now) ?? []),
    )
    await writeToGivenUp(tx, untaken, now)
    return untaken
  })
  for (const { id, agencyId, failure } of taken)
    logger.warn({ delivery: id, agency: agencyId, failure }, 'delivery given up')
  return taken.length === AT_ONCE ? AT_ONCE + (await giveUpUntaken(parts, now)) : taken.length
}

/** What was never handed over left no record, unless an earlier attempt did: that one was refused, or never got there. */
function resultOf({ subjectRef, accessRecordId, failure, recorded }: Untaken, at: Date): DisclosureResult | undefined {
  if (!recorded) return undefined
  return { subjectRef, recordId: accessRecordId, result: failure === NOT_ACKNOWLEDGED ? 'unconfirmed' : 'not-made', at }
}
