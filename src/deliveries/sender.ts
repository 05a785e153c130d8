import { randomUUID } from 'node:crypto'
import { later, type Clock } from '../shared/clock.ts'

/** Sends what stands in a queue, each without waiting for another. */
export interface Sender {
  /** Claims what is due and sets it on its way. @returns how many were claimed. */
  send(): Promise<number>
  /** Resolves when what is on its way has arrived or failed. */
  drain(): Promise<void>
}

export interface Sending<Claimed> {
  clock: Clock
  /** Milliseconds that a claim holds. */
  lease: number
  /** How many are on their way at once, at most. */
  most: number
  claim: (claim: { lease: string; now: Date; leasedUntil: Date; limit: number }) => Promise<Claimed[]>
  sendOne: (claimed: Claimed) => Promise<void>
  /** Told of what could not even be tried: it is free again when its lease has run out. */
  failed: (claimed: Claimed, error: unknown) => void
}

export function createSender<Claimed>({ clock, lease, most, ...queue }: Sending<Claimed>): Sender {
  const inFlight = new Set<Promise<void>>()
  return {
    async send() {
      const limit = most - inFlight.size
      if (limit <= 0) return 0
      const now = clock()
      const claimed = await queue.claim({ lease: randomUUID(), now, leasedUntil: later(now, lease), limit })
      for (const one of claimed) {
        const sending = queue.sendOne(one).catch((error: unknown) => queue.failed(one, error))
        inFlight.add(sending)
        void sending.finally(() => inFlight.delete(sending))
      }
      return claimed.length
    },
    async drain() {
      await Promise.all(inFlight)
    },
  }
}
