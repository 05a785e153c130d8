import { MINUTE, SECOND } from '../shared/clock.ts'
import { paced, roomOf, type LaneLimits } from './lane-rate.ts'
import { FAILURES_UNTIL_DOWN, inHandOf, isDown, noteMove, PER_NEW_LANE, type Lane } from './lane.ts'
import { isSated, movingIn, type Beside } from './sated.ts'

export interface LaneRules<Item> {
  laneOf: (item: Item) => string
  /** What is lower goes first of what waits. */
  priorityOf: (item: Item) => number
  /** True when the receiver is up, whatever it answered. Must not throw. */
  send: (item: Item) => Promise<boolean>
  /** Those that will not be sent after all. */
  giveBack: (items: Item[]) => void
  /** Half of what a lane may have, or less, is in hand. */
  onRoom: (lane: string) => void
  /** Milliseconds since 1970. */
  now: () => number
  /** Items in hand, on their way or waiting, of a lane that empties fast. */
  perLane: number
  /** What its receiver grants, as the item that was added last knows it. */
  limitsOf: (item: Item) => LaneLimits
  /** Does something in so many milliseconds. */
  after: (milliseconds: number, work: () => void) => void
}

export interface Lanes<Item> {
  add(items: readonly Item[]): void
  /** How many of each lane are in hand. A lane that is down counts as full, but for one when it has rested. */
  inHand(): Record<string, number>
  /** How many of what goes first there is room for beyond that in each lane. */
  urgentRoom(): Record<string, number>
  readonly size: number
  /** Those that empty fast have enough to do: what is made for them now would only lie. */
  isSated(beside: Beside): boolean
  /** How many are in hand of those that are being sent just now. */
  readonly moving: number
  /** Gives back what waits, and resolves when what is on its way has arrived or failed. */
  drain(): Promise<void>
}

// Of one that is down, which begins with a second.
const LONGEST_REST = MINUTE

// Of what goes first, in a lane that is full of the rest: as many as go at once, so that they are next.
const MOST_URGENT = 16
// A lane that sends half of what it has in that time gets twice as much, and one that needs so long half.
const FAST = SECOND / 2
const SLOW = 5 * SECOND

/** A queue for each subscription, so that a slow or dead receiver keeps nobody else waiting. */
export function createLanes<Item>(rules: LaneRules<Item>): Lanes<Item> {
  const all: All<Item> = { rules, lanes: new Map(), size: 0 }
  return {
    add: (items) => add(all, items),
    inHand: () => Object.fromEntries([...all.lanes].map(([id, lane]) => [id, countsAs(lane, rules)])),
    urgentRoom: () => Object.fromEntries([...all.lanes].map(([id, lane]) => [id, urgentRoomOf(lane, rules)])),
    get size() {
      return all.size
    },
    isSated: (beside) => isSated(all.lanes, beside, rules.now()),
    get moving() {
      return movingIn(all.lanes, rules.now())
    },
    async drain() {
      for (const lane of all.lanes.values()) abandon(all, lane)
      if (all.size > 0) await new Promise<void>((resolve) => (all.whenEmpty = resolve))
    },
  }
}

interface All<Item> {
  rules: LaneRules<Item>
  lanes: Map<string, Lane<Item>>
  size: number
  whenEmpty?: () => void
}

function countsAs(lane: Lane<unknown>, { perLane, now }: Pick<LaneRules<unknown>, 'perLane' | 'now'>): number {
  if (!isDown(lane)) return inHandOf(lane) + perLane - roomOf(lane.limits, lane.most)
  return now() < lane.restsUntil ? perLane : inHandOf(lane) + perLane - 1
}

/** None of one that is down or paced: that has a few seconds' worth in hand, and what goes first is not far behind. */
function urgentRoomOf<Item>(lane: Lane<Item>, { priorityOf }: LaneRules<Item>): number {
  if (isDown(lane) || lane.limits.perSecond !== undefined) return 0
  // What goes first stands in front of what waits.
  const others = lane.waiting.findIndex((item) => priorityOf(item) > 0)
  return Math.max(MOST_URGENT - (others < 0 ? lane.waiting.length : others), 0)
}

function add<Item>(all: All<Item>, items: readonly Item[]): void {
  all.size += items.length
  for (const item of items) {
    const lane = laneFor(all, item)
    lane.limits = all.rules.limitsOf(item)
    queue(lane.waiting, item, all.rules)
  }
  for (const lane of all.lanes.values()) {
    // A lane that was new had more claimed for it than its rate lets go before the claim is over.
    abandon(all, lane, roomOf(lane.limits, Infinity) - lane.inFlight)
    if (inHandOf(lane) >= lane.most / 2) lane.filledAt ??= all.rules.now()
    pump(all, lane)
  }
}

/** Behind all that are as urgent. */
function queue<Item>(waiting: Item[], item: Item, { priorityOf }: LaneRules<Item>): void {
  const priority = priorityOf(item)
  const place = waiting.findLastIndex((other) => priorityOf(other) <= priority)
  waiting.splice(place + 1, 0, item)
}

function laneFor<Item>({ lanes, rules }: All<Item>, item: Item): Lane<Item> {
  const id = rules.laneOf(item)
  const known = lanes.get(id)
  if (known) return known
  const limits = rules.limitsOf(item)
  const lane: Lane<Item> = {
    ...{ id, waiting: [], inFlight: 0, failures: 0, restsUntil: 0, limits, nextAt: 0, isPaced: false },
    ...{ most: Math.min(PER_NEW_LANE, rules.perLane), filledAt: undefined, emptiedAt: -Infinity },
    ...{ ended: 0, countedFrom: -Infinity, movedAt: -Infinity },
  }
  lanes.set(id, lane)
  return lane
}

function pump<Item>(all: All<Item>, lane: Lane<Item>): void {
  const most = (isDown(lane) ? 1 : lane.limits.inFlight) - lane.inFlight
  const wanted = Math.min(most, lane.waiting.length)
  const now = all.rules.now()
  const { allowed, nextAt } = paced(wanted, lane.limits, { nextAt: lane.nextAt, now })
  lane.nextAt = nextAt
  for (const item of lane.waiting.splice(0, allowed)) {
    lane.inFlight += 1
    void all.rules.send(item).then((isUp) => finish(all, lane, isUp))
  }
  if (allowed < wanted) goOnAt(all, lane, nextAt - now)
}

function goOnAt<Item>(all: All<Item>, lane: Lane<Item>, wait: number): void {
  if (lane.isPaced) return
  lane.isPaced = true
  all.rules.after(Math.max(Math.ceil(wait), 1), () => {
    lane.isPaced = false
    pump(all, lane)
  })
}

function finish<Item>(all: All<Item>, lane: Lane<Item>, isUp: boolean): void {
  lane.inFlight -= 1
  leave(all, 1)
  noteMove(lane, all.rules.now())
  if (isUp) lane.failures = 0
  else fail(all, lane)
  pump(all, lane)
  // One with a rate is remembered: the next of it must not go at once.
  const isForgotten = lane.failures === 0 && lane.limits.perSecond === undefined && lane.most <= PER_NEW_LANE
  if (inHandOf(lane) === 0 && isForgotten) all.lanes.delete(lane.id)
  if (inHandOf(lane) > roomOf(lane.limits, lane.most) / 2) return
  adapt(lane, all.rules)
  lane.emptiedAt = all.rules.now()
  all.rules.onRoom(lane.id)
}

/** By how long it took to send what it had. */
function adapt<Item>(lane: Lane<Item>, { now, perLane }: LaneRules<Item>): void {
  if (lane.filledAt === undefined) return
  const took = now() - lane.filledAt
  lane.filledAt = undefined
  if (took < FAST) lane.most = Math.min(lane.most * 2, perLane)
  else if (took > SLOW) lane.most = Math.min(Math.max(lane.most / 2, PER_NEW_LANE), perLane)
}

function fail<Item>(all: All<Item>, lane: Lane<Item>): void {
  // What was on its way already when it went down says nothing new: only one that was sent after a rest doubles it.
  if (isDown(lane) && all.rules.now() < lane.restsUntil) return
  lane.failures += 1
  lane.most = Math.min(PER_NEW_LANE, all.rules.perLane)
  if (isDown(lane)) rest(all, lane)
}

function rest<Item>(all: All<Item>, lane: Lane<Item>): void {
  lane.restsUntil = all.rules.now() + Math.min(SECOND * 2 ** (lane.failures - FAILURES_UNTIL_DOWN), LONGEST_REST)
  abandon(all, lane)
}

/** Gives back what waits beyond so many. */
function abandon<Item>(all: All<Item>, lane: Lane<Item>, kept = 0): void {
  const items = lane.waiting.splice(Math.min(Math.max(kept, 0), lane.waiting.length))
  if (items.length === 0) return
  leave(all, items.length)
  all.rules.giveBack(items)
}

function leave<Item>(all: All<Item>, number: number): void {
  all.size -= number
  if (all.size === 0) all.whenEmpty?.()
}
