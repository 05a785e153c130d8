import { SECOND } from '../shared/clock.ts'
import { inHandOf, isDown, isGrown, PER_NEW_LANE, type Lane } from './lane.ts'

/** What is not in hand yet, by lane. */
export interface Beside {
  /** How many are being made ready. */
  preparing: ReadonlyMap<string, number>
  /** Lanes of which more lies in the database. */
  left: ReadonlySet<string>
}

// A lane that has not emptied in that time, nor moved on, is not waited for: what others would be sent must not wait for it.
const PATIENCE = SECOND
const PATIENCE_WITH_NEW = SECOND / 10

/**
 * Whether those that empty fast have enough to do. Never for the sake of those that are slow, down or paced: they have
 * what they have, and nobody else waits for them.
 *
 * @param now milliseconds since 1970
 */
export function isSated(lanes: ReadonlyMap<string, Lane<unknown>>, { preparing, left }: Beside, now: number): boolean {
  const fast = fastOf(lanes)
  const coming = ({ id }: Lane<unknown>) => preparing.get(id) ?? 0
  const has = (lane: Lane<unknown>) => inHandOf(lane) + coming(lane)
  const isFull = (lane: Lane<unknown>) => has(lane) > lane.most / 2 || left.has(lane.id)
  // One that has less than the next batch of reports brings it. Not one of which more lies there: that is claimed.
  const isHungry = (lane: Lane<unknown>) =>
    isGrown(lane) && has(lane) < PER_NEW_LANE && !left.has(lane.id) && now - lane.emptiedAt < PATIENCE
  if (fast.some(isHungry)) return false
  const isNewlyFull = (lane: Lane<unknown>) => {
    const filledAt = lane.filledAt ?? (coming(lane) > 0 ? now : lane.emptiedAt)
    // One that is filled again and again while it empties is not slow: how fast it empties is for the machine to say.
    const since = Math.max(filledAt, lane.movedAt)
    return isFull(lane) && now - since < (isGrown(lane) ? PATIENCE : PATIENCE_WITH_NEW)
  }
  return [...preparing].some(([id, number]) => number > PER_NEW_LANE / 2 && !lanes.has(id)) || fast.some(isNewlyFull)
}

/** How many are in hand of those that are being sent just now. */
export const movingIn = (lanes: ReadonlyMap<string, Lane<unknown>>, now: number) =>
  fastOf(lanes).reduce((sum, lane) => sum + (now - lane.movedAt < PATIENCE ? inHandOf(lane) : 0), 0)

const fastOf = (lanes: ReadonlyMap<string, Lane<unknown>>) =>
  [...lanes.values()].filter((lane) => !isDown(lane) && lane.limits.perSecond === undefined)

/** Whether what is wanted to wait does. @param now milliseconds of a clock that never jumps */
export type Hold = (wanted: boolean, now: number) => boolean

/**
 * Lets one through when others have waited so many milliseconds, however much is wanted to wait: what is next may be
 * urgent, or for somebody else than those who have a large backlog.
 */
export function createHold(longest: number): Hold {
  let since: number | undefined
  return (wanted, now) => {
    since ??= now
    const holds = wanted && now - since < longest
    if (!holds) since = undefined
    return holds
  }
}
