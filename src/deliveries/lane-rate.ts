import { SECOND } from '../shared/clock.ts'
import type { SendingLimits } from '../subscriptions/sending-limits.ts'

/** What a body grants of its receiver. */
export interface LaneLimits {
  /** Calls on their way at once. */
  inFlight: number
  /** Calls begun in a second; undefined: as many as it takes. */
  perSecond?: number | undefined
}

// As many as a healthy receiver keeps busy with; one that hangs holds no more.
const IN_FLIGHT = 16

export const limitsOf = ({ maxInFlight, maxPerSecond }: SendingLimits): LaneLimits => ({
  inFlight: maxInFlight ?? IN_FLIGHT,
  perSecond: maxPerSecond ?? undefined,
})

// Timers are late by a few milliseconds: what was missed by that is made up for, and no more.
const MADE_UP_FOR = 50
// What waits in a lane is claimed for a minute; what a lane of a rate has in hand is gone long before.
const SECONDS_IN_HAND = 10

/**
 * How many of those wanted may begin now, evenly spaced and never in a burst, and when the next may.
 *
 * @param nextAt milliseconds since 1970, as `now`
 */
export function paced(
  wanted: number,
  { perSecond }: Pick<LaneLimits, 'perSecond'>,
  { nextAt, now }: { nextAt: number; now: number },
): { allowed: number; nextAt: number } {
  if (perSecond === undefined || wanted <= 0) return { allowed: Math.max(wanted, 0), nextAt }
  const gap = SECOND / perSecond
  const from = Math.max(nextAt, now - MADE_UP_FOR)
  const allowed = from > now ? 0 : Math.min(wanted, Math.floor((now - from) / gap) + 1)
  return { allowed, nextAt: from + allowed * gap }
}

/** How many a lane may have in hand: no more than it begins in a few seconds. */
export function roomOf({ perSecond }: Pick<LaneLimits, 'perSecond'>, perLane: number): number {
  return perSecond === undefined ? perLane : Math.min(perLane, Math.ceil(perSecond * SECONDS_IN_HAND))
}
