import { randomUUID } from 'node:crypto'
import { later, SECOND } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Logger } from '../../shared/log.ts'
import { isolating } from '../isolating.ts'
import type { PrepareParts } from '../prepare.ts'
import { send, type SendParts } from '../send.ts'
import { afterRedelivery, redeliveryPolicy, type ClaimedRedelivery } from './redelivery.ts'
import { claimPushedRedeliveries, releaseRedeliveries, settleRedelivery } from './redelivery-store.ts'
import { prepareAgain, type Resend } from './resend.ts'

export interface RedeliveryParts extends Omit<SendParts, 'policy'>, Omit<PrepareParts, 'db' | 'vault' | 'baseUrl'> {
  db: Db
  logger: Logger
  /** Milliseconds that a claim holds. */
  lease: number
  /** Some have arrived or failed: there may be more to claim. */
  onSent: () => void
}

export interface RedeliverySender {
  /** Claims what is due and sets it on its way. @returns how many were claimed. */
  send(): Promise<number>
  /** Resolves when what was claimed has arrived or failed. */
  drain(): Promise<void>
  /** Sends nothing more. Resolves when what is on its way has arrived or failed. */
  stop(): Promise<void>
}

// One after the other, so that a stream gets them in order; what is new to it passes them by, in lanes of its own.
const PER_STREAM = 20
const MOST_IN_FLIGHT = 200

/** What bodies that are pushed to asked for once more: each stream's in order, none waiting for another's receiver. */
export function createRedeliverySender(parts: RedeliveryParts): RedeliverySender {
  const inFlight = new Set<Promise<void>>()
  const state = { inHand: 0, stopped: false }
  return {
    async send() {
      const limit = MOST_IN_FLIGHT - state.inHand
      if (limit <= 0 || state.stopped) return 0
      const now = parts.clock()
      const claim = { lease: randomUUID(), now, leasedUntil: later(now, parts.lease), limit, perStream: PER_STREAM }
      const claimed = await claimPushedRedeliveries(parts.db, claim)
      for (const ofStream of Map.groupBy(claimed, ({ delivery }) => delivery.subscriptionId).values()) {
        state.inHand += ofStream.length
        const sending = sendInOrder(parts, ofStream, state).catch((error: unknown) => {
          // Free again when their leases have run out.
          parts.logger.error({ err: error }, 'what was asked for again could not be sent')
        })
        inFlight.add(sending)
        void sending.finally(() => {
          state.inHand -= ofStream.length
          inFlight.delete(sending)
          parts.onSent()
        })
      }
      return claimed.length
    },
    async drain() {
      await Promise.all(inFlight)
    },
    async stop() {
      state.stopped = true
      await Promise.all(inFlight)
    },
  }
}

async function sendInOrder(
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
      parts.db.transaction(async (tx) => {
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
