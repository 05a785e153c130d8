import type { Clock } from '../shared/clock.ts'

/** What a process took from a shared count and has not used yet, by key, until the count begins anew. */
export function portions(clock: Clock) {
  const inHand = new Map<string, { left: number; until: Date }>()
  return {
    takeOne(key: string): boolean {
      const portion = inHand.get(key)
      if (!portion || portion.left === 0 || portion.until <= clock()) return false
      portion.left -= 1
      return true
    },
    /** Adds to what is there: requests that came at the same time have each taken their own. */
    put(key: string, left: number, until: Date): void {
      const portion = inHand.get(key)
      const before = portion && portion.until > clock() ? portion.left : 0
      if (left > 0) inHand.set(key, { left: before + left, until })
      if (inHand.size > MOST_IN_HAND) forgetOld(inHand, clock())
    },
  }
}

// Some megabytes. Beyond it, those whose time is over are looked for and let go.
const MOST_IN_HAND = 20_000

function forgetOld(inHand: Map<string, { until: Date }>, now: Date): void {
  for (const [key, { until }] of inHand) if (until <= now) inHand.delete(key)
  if (inHand.size > MOST_IN_HAND) inHand.clear()
}
