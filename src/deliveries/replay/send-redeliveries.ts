import { randomUUID } from 'node:crypto'
import { later } from '../../shared/clock.ts'
import { claimPushedRedeliveries } from './claim-redeliveries-store.ts'
import { sendInOrder, type RedeliveryParts } from './send-in-order.ts'

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
