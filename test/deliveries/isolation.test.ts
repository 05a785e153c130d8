import { expect, test } from 'vitest'
import { createLanes, type Lanes } from '../../src/deliveries/lanes.ts'
import { SECOND } from '../../src/shared/clock.ts'

const PER_LANE = 64
const IN_FLIGHT = 16

/** How long a receiver takes for its so many-th call, and whether it takes what comes. */
const receivers = {
  healthy: () => ({ takes: 20, isUp: true }),
  hanging: () => ({ takes: 20 * SECOND, isUp: false }),
  slow: () => ({ takes: 10 * SECOND, isUp: true }),
  flaky: (call: number) => ({ takes: 20, isUp: call % 2 === 0 }),
}
type Name = keyof typeof receivers

interface Seen {
  /** Milliseconds until all that was for the healthy one had arrived. */
  healthyTook: number
  mostInFlight: Record<string, number>
  mostInHand: Record<string, number>
  arrived: Record<string, number>
}

/** One worker with 2,000 deliveries for each, on a clock that goes from one thing that happens to the next. */
async function work(names: readonly Name[]): Promise<Seen> {
  const seen: Seen = { healthyTook: 0, mostInFlight: {}, mostInHand: {}, arrived: {} }
  const due = new Map(names.map((name) => [name, 2000]))
  const [inFlight, calls] = [new Map<string, number>(), new Map<string, number>()]
  const events: { at: number; happens: () => void }[] = []
  const raise = (most: Record<string, number>, name: string, to: number) => (most[name] = Math.max(most[name] ?? 0, to))
  let now = 0
  const lanes: Lanes<Name> = createLanes<Name>({
    ...{ laneOf: (name) => name, priorityOf: () => 3 },
    send(name) {
      const call = calls.get(name) ?? 0
      calls.set(name, call + 1)
      inFlight.set(name, (inFlight.get(name) ?? 0) + 1)
      raise(seen.mostInFlight, name, inFlight.get(name) ?? 0)
      const { takes, isUp } = receivers[name](call)
      return new Promise((resolve) => {
        const happens = () => {
          inFlight.set(name, (inFlight.get(name) ?? 0) - 1)
          if (isUp) seen.arrived[name] = (seen.arrived[name] ?? 0) + 1
          if (isUp && name === 'healthy') seen.healthyTook = now
          resolve(isUp)
        }
        events.push({ at: now + takes, happens })
      })
    },
    giveBack: (items) => items.forEach((name) => due.set(name, (due.get(name) ?? 0) + 1)),
    onRoom: () => undefined,
    now: () => now,
    perLane: PER_LANE,
    limitsOf: () => ({ inFlight: IN_FLIGHT }),
    after: (milliseconds, happens) => void events.push({ at: now + milliseconds, happens }),
  })

  /** As the database does it: of each lane what is due, as much as it has room for. */
  function claim(): void {
    const inHand = lanes.inHand()
    for (const name of names) {
      const number = Math.min(due.get(name) ?? 0, Math.max(PER_LANE - (inHand[name] ?? 0), 0))
      due.set(name, (due.get(name) ?? 0) - number)
      lanes.add(Array.from({ length: number }, () => name))
      raise(seen.mostInHand, name, Math.min(lanes.inHand()[name] ?? 0, 2 * PER_LANE))
    }
  }

  for (claim(); (seen.arrived['healthy'] ?? 0) < 2000; claim()) {
    events.sort((one, other) => one.at - other.at)
    const next = events.shift()
    if (!next) throw new Error('nothing happens any more')
    now = next.at
    next.happens()
    // Until who waits for it has gone on.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return seen
}

test('a healthy receiver gets everything as fast as if it were alone, and none has more than its share', async () => {
  const alone = await work(['healthy'])
  const together = await work(['hanging', 'slow', 'flaky', 'healthy'])
  expect(together.healthyTook).toBe(alone.healthyTook)
  expect(together.healthyTook).toBe((2000 / IN_FLIGHT) * 20)
  for (const name of ['hanging', 'slow', 'flaky', 'healthy']) {
    expect(together.mostInFlight[name]).toBeLessThanOrEqual(IN_FLIGHT)
    expect(together.mostInHand[name]).toBeLessThanOrEqual(PER_LANE)
  }
  expect(together.mostInFlight['hanging']).toBe(IN_FLIGHT)
  expect(together.arrived['hanging']).toBeUndefined()
})
