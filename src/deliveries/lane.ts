import { SECOND } from '../shared/clock.ts'
import type { LaneLimits } from './lane-rate.ts'

/** What waits for, or is on its way to, one subscription's receiver. */
export interface Lane<Item> {
  id: string
  waiting: Item[]
  inFlight: number
  /** Failed attempts in a row. */
  failures: number
  /** Down until then, in milliseconds since 1970: not to be tried before. */
  restsUntil: number
  limits: LaneLimits
  /** When the rate lets the next one go, in milliseconds since 1970. */
  nextAt: number
  /** It goes on by itself when the rate lets it. */
  isPaced: boolean
  /** How many it may have in hand, and since when it has as many. */
  most: number
  filledAt: number | undefined
  /** When it last had room again. */
  emptiedAt: number
  /** How many have ended since when, and when they last were enough to say that it moves. */
  ended: number
  countedFrom: number
  movedAt: number
}

// A receiver that failed five times in a row is down: one attempt at a time, after a rest of one second, two, four and
// so on to a minute, until one succeeds. So it holds nothing of what others could use.
export const FAILURES_UNTIL_DOWN = 5

/** Items in hand of a lane that is new: what a slow receiver takes within their lease. */
export const PER_NEW_LANE = 64
// One that sends so many within a second is waited for.
const A_MOVE = PER_NEW_LANE / 2

export const isDown = (lane: Lane<unknown>) => lane.failures >= FAILURES_UNTIL_DOWN

export const inHandOf = (lane: Lane<unknown>) => lane.waiting.length + lane.inFlight

/** Its receiver has shown that it is fast. */
export const isGrown = ({ most }: Lane<unknown>) => most > PER_NEW_LANE

/** One of it has ended. @param now milliseconds since 1970 */
export function noteMove(lane: Lane<unknown>, now: number): void {
  if (now - lane.countedFrom > SECOND) Object.assign(lane, { ended: 0, countedFrom: now })
  lane.ended += 1
  if (lane.ended >= A_MOVE) Object.assign(lane, { ended: 0, countedFrom: now, movedAt: now })
}
