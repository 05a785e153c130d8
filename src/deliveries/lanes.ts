import { MINUTE, SECOND } from '../shared/clock.ts'

/** What waits for, or is on its way to, one subscription's receiver. */
interface Lane<Item> {
  id: string
  waiting: Item[]
  inFlight: number
  /** Failed attempts in a row. */
  failures: number
  /** Down until then, in milliseconds since 1970: not to be tried before. */
  restsUntil: number
}

export interface LaneRules<Item> {
  laneOf: (item: Item) => string
  /** True when the receiver is up, whatever it answered. Must not throw. */
  send: (item: Item) => Promise<boolean>
  /** Those that will not be sent after all. */
  giveBack: (items: Item[]) => void
  /** Half of a lane or less is in hand. */
  onRoom: (lane: string) => void
  /** Milliseconds since 1970. */
  now: () => number
  /** Items of a lane in hand, on their way or waiting. */
  perLane: number
  /** Items of a lane on their way at once. */
  inFlightPerLane: number
}

export interface Lanes<Item> {
  add(items: readonly Item[]): void
  /** How many of each lane are in hand. A lane that is down counts as full, but for one when it has rested. */
  inHand(): Record<string, number>
  readonly size: number
  /** Gives back what waits, and resolves when what is on its way has arrived or failed. */
  drain(): Promise<void>
}

// A receiver that failed five times in a row is down: one attempt at a time, after a rest of one second, two, four and
// so on to a minute, until one succeeds. So it holds nothing of what others could use.
const FAILURES_UNTIL_DOWN = 5
const LONGEST_REST = MINUTE

/** A queue for each subscription, so that a slow or dead receiver keeps nobody else waiting. */
export function createLanes<Item>(rules: LaneRules<Item>): Lanes<Item> {
  const all: All<Item> = { rules, lanes: new Map(), size: 0 }
  return {
    add: (items) => add(all, items),
    inHand: () => Object.fromEntries([...all.lanes].map(([id, lane]) => [id, countsAs(lane, rules)])),
    get size() {
      return all.size
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

const isDown = (lane: Lane<unknown>) => lane.failures >= FAILURES_UNTIL_DOWN
const inHandOf = (lane: Lane<unknown>) => lane.waiting.length + lane.inFlight

function countsAs(lane: Lane<unknown>, { perLane, now }: Pick<LaneRules<unknown>, 'perLane' | 'now'>): number {
  if (!isDown(lane)) return inHandOf(lane)
  return now() < lane.restsUntil ? perLane : inHandOf(lane) + perLane - 1
}

function add<Item>(all: All<Item>, items: readonly Item[]): void {
  all.size += items.length
  for (const item of items) laneFor(all, all.rules.laneOf(item)).waiting.push(item)
  for (const lane of all.lanes.values()) pump(all, lane)
}

function laneFor<Item>({ lanes }: All<Item>, id: string): Lane<Item> {
  const lane = lanes.get(id) ?? { id, waiting: [], inFlight: 0, failures: 0, restsUntil: 0 }
  lanes.set(id, lane)
  return lane
}

function pump<Item>(all: All<Item>, lane: Lane<Item>): void {
  const most = isDown(lane) ? 1 : all.rules.inFlightPerLane
  for (const item of lane.waiting.splice(0, most - lane.inFlight)) {
    lane.inFlight += 1
    void all.rules.send(item).then((isUp) => finish(all, lane, isUp))
  }
}

function finish<Item>(all: All<Item>, lane: Lane<Item>, isUp: boolean): void {
  lane.inFlight -= 1
  leave(all, 1)
  if (isUp) lane.failures = 0
  else fail(all, lane)
  pump(all, lane)
  if (inHandOf(lane) === 0 && lane.failures === 0) all.lanes.delete(lane.id)
  if (inHandOf(lane) <= all.rules.perLane / 2) all.rules.onRoom(lane.id)
}

function fail<Item>(all: All<Item>, lane: Lane<Item>): void {
  // What was on its way already when it went down says nothing new: only one that was sent after a rest doubles it.
  if (isDown(lane) && all.rules.now() < lane.restsUntil) return
  lane.failures += 1
  if (isDown(lane)) rest(all, lane)
}

function rest<Item>(all: All<Item>, lane: Lane<Item>): void {
  lane.restsUntil = all.rules.now() + Math.min(SECOND * 2 ** (lane.failures - FAILURES_UNTIL_DOWN), LONGEST_REST)
  abandon(all, lane)
}

function abandon<Item>(all: All<Item>, lane: Lane<Item>): void {
  const items = lane.waiting.splice(0)
  if (items.length === 0) return
  leave(all, items.length)
  all.rules.giveBack(items)
}

function leave<Item>(all: All<Item>, number: number): void {
  all.size -= number
  if (all.size === 0) all.whenEmpty?.()
}
