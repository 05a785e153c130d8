import { later, SECOND } from '../../shared/clock.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import type { Logger } from '../../shared/log.ts'
import { isolating } from '../isolating.ts'
import type { PrepareParts } from '../prepare.ts'
import { send, type SendParts } from '../send.ts'
import { afterRedelivery, redeliveryPolicy, type ClaimedRedelivery } from './redelivery.ts'
import { prepareAgain, type Resend } from './resend.ts'
import { releaseRedeliveries, settleRedelivery } from './settle-redeliveries-store.ts'

export interface RedeliveryParts extends Omit<SendParts, 'policy'>, Omit<PrepareParts, 'db' | 'vault' | 'baseUrl'> {
  db: Db
  logger: Logger
  /** Milliseconds that a claim holds. */
  lease: number
  /** Some have arrived or failed: there may be more to claim. */
  onSent: () => void
}

/** One stream's, one after the other: the first that does not get through ends it, and those behind it wait. */
export async function sendInOrder(
  parts: RedeliveryParts,
  claimed: readonly ClaimedRedelivery[],
  state: { stopped: boolean },
): Promise<void> {
  const ready = await makeReady(parts, claimed)
  for (const [index, redelivery] of claimed.entries()) {
    if (state.stopped) return releaseRedeliveries(parts.db, claimed.slice(index))
    if (!(await sendOne(parts, redelivery, ready[index] ?? { kind: 'hold' }))) {
      return releaseRedeliveries(parts.db, claimed.slice(index + 1))
    }
  }
}

/** What cannot be read never will be: it is done with, so that what comes after it can go. */
async function makeReady(parts: RedeliveryParts, claimed: readonly ClaimedRedelivery[]): Promise<Resend[]> {
  const now = parts.clock()
  return isolating(
    claimed,
    (batch) =>
      inTransaction(parts.db, async (tx) => {
        const ready = await prepareAgain({ ...parts, db: tx }, tx, batch, now)
        return batch.map(({ id }): Resend => ready.get(id) ?? { kind: 'refuse' })
      }),
    ({ delivery }, error): Resend => {
      parts.logger.error({ err: error, delivery: delivery.id }, 'what was asked for again cannot be made ready')
      return { kind: 'refuse' }
    },
  )
}

/** @returns whether the next may go. */
async function sendOne(parts: RedeliveryParts, redelivery: ClaimedRedelivery, ready: Resend): Promise<boolean> {
  const { leasedUntil } = redelivery.delivery
  if (ready.kind === 'refuse') {
    await settleRedelivery(parts.db, redelivery, { state: 'not-allowed' }, parts.clock())
    return true
  }
  // A push that ended after its lease could overtake what somebody else has claimed since.
  if (ready.kind === 'hold' || parts.clock() > later(leasedUntil, -parts.timeout - SECOND)) {
    await releaseRedeliveries(parts.db, [redelivery])
    return false
  }
  const { settlement } = await send({ ...parts, policy: redeliveryPolicy }, ready.sendable)
  const decision = afterRedelivery(settlement)
  await settleRedelivery(parts.db, redelivery, decision, settlement.at)
  return decision.state !== 'due'
}
