import type { ClaimedDelivery } from './delivery.ts'

/** What is claimed and being made ready to be sent. */
export interface Preparing {
  /** By subscription. */
  readonly byLane: ReadonlyMap<string, number>
  readonly size: number
  /** Counts these while the work goes on. */
  during(claimed: readonly ClaimedDelivery[], work: () => Promise<void>): Promise<void>
}

export function createPreparing(): Preparing {
  const byLane = new Map<string, number>()
  let size = 0
  function count(claimed: readonly ClaimedDelivery[], sign: 1 | -1): void {
    size += sign * claimed.length
    for (const [lane, { length }] of Map.groupBy(claimed, ({ subscriptionId }) => subscriptionId)) {
      const number = (byLane.get(lane) ?? 0) + sign * length
      if (number > 0) byLane.set(lane, number)
      else byLane.delete(lane)
    }
  }
  return {
    byLane,
    get size() {
      return size
    },
    async during(claimed, work) {
      count(claimed, 1)
      try {
        await work()
      } finally {
        count(claimed, -1)
      }
    },
  }
}
