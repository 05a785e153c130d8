import { beforeEach, expect, test } from 'vitest'
import { createLanes, type Lanes } from '../../src/deliveries/lanes.ts'
import { createHold } from '../../src/deliveries/sated.ts'

interface Parcel {
  lane: string
  priority?: number
  arrive: (isUp: boolean) => Promise<void>
}

let now: number
let onTheWay: Parcel[]
let givenBack: Parcel[]
let room: string[]
let timers: { at: number; work: () => void }[]
let lanes: Lanes<Parcel>

beforeEach(() => {
  now = 0
  onTheWay = []
  givenBack = []
  room = []
  timers = []
  lanes = createLanes<Parcel>({
    laneOf: ({ lane }) => lane,
    priorityOf: ({ priority = 3 }) => priority,
    send: (parcel) => {
      onTheWay.push(parcel)
      const { promise, resolve } = Promise.withResolvers<boolean>()
      parcel.arrive = async (isUp) => {
        onTheWay.splice(onTheWay.indexOf(parcel), 1)
        resolve(isUp)
        await promise.then(() => undefined)
      }
      return promise
    },
    giveBack: (parcels) => givenBack.push(...parcels),
    onRoom: (lane) => room.push(lane),
    now: () => now,
    perLane: 8,
    limitsOf: ({ lane }) => ({ inFlight: 2, ...(lane === 'slow' && { perSecond: 1 }) }),
    after: (milliseconds, work) => timers.push({ at: now + milliseconds, work }),
  })
})

const parcels = (lane: string, number: number): Parcel[] =>
  Array.from({ length: number }, () => ({ lane, arrive: () => Promise.resolve() }))

/** The next so many, one after the other. */
async function arrive(number: number, isUp: boolean): Promise<void> {
  for (let count = 0; count < number; count += 1) await onTheWay[0]?.arrive(isUp)
  await Promise.resolve()
}

test('each lane has a few on their way, whatever waits in the others', async () => {
  lanes.add([...parcels('one', 5), ...parcels('two', 1)])
  expect(onTheWay.map(({ lane }) => lane)).toEqual(['one', 'one', 'two'])
  expect(lanes.inHand()).toEqual({ one: 5, two: 1 })
  await arrive(3, true)
  expect(onTheWay.map(({ lane }) => lane)).toEqual(['one', 'one'])
  expect(lanes.size).toBe(3)
})

test('a lane says that it has room when half of it is free', async () => {
  lanes.add(parcels('one', 6))
  await arrive(1, true)
  expect(room).toEqual([])
  await arrive(1, true)
  expect(room).toEqual(['one'])
})

test('a lane that failed five times in a row gives back what waits, rests, and is then tried by one', async () => {
  lanes.add(parcels('down', 8))
  await arrive(5, false)
  expect(givenBack).toHaveLength(2)
  await arrive(1, false)
  expect(lanes.size).toBe(0)
  expect(lanes.inHand()).toEqual({ down: 8 })
  now = 999
  expect(lanes.inHand()).toEqual({ down: 8 })
  now = 1000
  expect(lanes.inHand()).toEqual({ down: 7 })
  lanes.add(parcels('down', 1))
  expect(lanes.inHand()).toEqual({ down: 8 })
  await arrive(1, false)
  now += 1999
  expect(lanes.inHand()).toEqual({ down: 8 })
  now += 1
  lanes.add(parcels('down', 1))
  await arrive(1, true)
  expect(lanes.inHand()).toEqual({})
})

test('what is drained gives back what waits and ends with what is on its way', async () => {
  lanes.add(parcels('one', 5))
  let ended = false
  const drained = lanes.drain().then(() => (ended = true))
  expect(givenBack).toHaveLength(3)
  await arrive(1, true)
  expect(ended).toBe(false)
  await arrive(1, true)
  await drained
  expect(onTheWay).toEqual([])
})

test('a lane that goes down with many on their way rests for a second, not for each of them', async () => {
  lanes.add(parcels('down', 6))
  await arrive(4, false)
  expect(lanes.inHand()).toEqual({ down: 2 })
  await arrive(2, false)
  now = 1000
  expect(lanes.inHand()).toEqual({ down: 7 })
})

/** Lets so many milliseconds go by, with all that was to happen meanwhile. */
async function pass(milliseconds: number): Promise<void> {
  const until = now + milliseconds
  for (;;) {
    const [next] = timers.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)
    if (!next) break
    timers.splice(timers.indexOf(next), 1)
    now = next.at
    next.work()
    await Promise.resolve()
  }
  now = until
}

test('a receiver that grants one call a second gets one a second, and the others as fast as they take them', async () => {
  lanes.add([...parcels('slow', 4), ...parcels('one', 2)])
  expect(onTheWay.map(({ lane }) => lane)).toEqual(['slow', 'one', 'one'])
  await arrive(1, true)
  await pass(999)
  expect(onTheWay.map(({ lane }) => lane)).toEqual(['one', 'one'])
  await pass(1)
  expect(onTheWay.map(({ lane }) => lane)).toEqual(['one', 'one', 'slow'])
  await pass(1000)
  expect(onTheWay.filter(({ lane }) => lane === 'slow')).toHaveLength(2)
  // Two on their way is what it grants.
  await pass(5000)
  expect(onTheWay.filter(({ lane }) => lane === 'slow')).toHaveLength(2)
})

test('a lane with a rate has in hand what it sends in ten seconds, and gives back what is more', () => {
  lanes.add(parcels('slow', 14))
  expect(givenBack).toHaveLength(4)
  expect(lanes.size).toBe(10)
  expect(lanes.inHand()['slow']).toBeGreaterThanOrEqual(8)
})

test('a rate holds from one batch to the next', async () => {
  lanes.add(parcels('slow', 1))
  await arrive(1, true)
  lanes.add(parcels('slow', 1))
  expect(onTheWay).toHaveLength(0)
  await pass(1000)
  expect(onTheWay).toHaveLength(1)
})

const beside = (preparing: [string, number][] = [], ...left: string[]) => ({
  preparing: new Map(preparing),
  left: new Set(left),
})

test('enough is in hand while lanes that empty fast are half full, and never for the sake of others', () => {
  expect(lanes.isSated(beside())).toBe(false)
  // What is being made ready for a lane that nobody knows counts as well.
  expect(lanes.isSated(beside([['one', 33]]))).toBe(true)
  lanes.add(parcels('one', 5))
  expect(lanes.isSated(beside())).toBe(true)
  // A new one is not waited for long, a paced one never.
  now += 100
  expect(lanes.isSated(beside())).toBe(false)
  lanes.add(parcels('slow', 5))
  expect(lanes.isSated(beside())).toBe(false)
})

test('what has shown itself fast is waited for, but not when another such has nothing to do', async () => {
  const fast = createLanes<string>({
    ...{ laneOf: (lane) => lane, priorityOf: () => 3 },
    send: () => Promise.resolve(true),
    ...{ giveBack: () => undefined, onRoom: () => undefined, now: () => now, perLane: 512 },
    ...{ limitsOf: () => ({ inFlight: 1 }), after: () => undefined },
  })
  const fill = (lane: string, number: number) => fast.add(Array.from({ length: number }, () => lane))
  fill('one', 64)
  fill('two', 64)
  while (fast.size > 0) await Promise.resolve()
  fill('one', 65)
  // The other has nothing to do, unless something is on its way to it or lies in the database.
  expect(fast.isSated(beside())).toBe(false)
  expect(fast.isSated(beside([['two', 65]]))).toBe(true)
  expect(fast.isSated(beside([], 'two'))).toBe(true)
  // One that nothing has come for lately is not hungry, and one that does not empty any more is not fast.
  now += 999
  expect(fast.isSated(beside([], 'two'))).toBe(true)
  now += 1
  expect(fast.isSated(beside([], 'two'))).toBe(false)
  expect(fast.isSated(beside())).toBe(false)
})

test('a lane that is filled again and again while it empties is waited for, however long that goes on', async () => {
  const arrivals: (() => void)[] = []
  const steady = createLanes<string>({
    ...{ laneOf: (lane) => lane, priorityOf: () => 3 },
    send: () => new Promise((resolve) => arrivals.push(() => resolve(true))),
    ...{ giveBack: () => undefined, onRoom: () => undefined, now: () => now, perLane: 512 },
    ...{ limitsOf: () => ({ inFlight: 512 }), after: () => undefined },
  })
  const fill = (number: number) => steady.add(Array.from({ length: number }, () => 'one'))
  const send = async (number: number) => {
    for (const arrive of arrivals.splice(0, number)) arrive()
    await new Promise(setImmediate)
  }
  fill(64)
  await send(64)
  fill(128)
  for (let second = 0; second < 5; second += 1) {
    now += 999
    await send(32)
    fill(32)
    expect(steady.isSated(beside())).toBe(true)
    expect(steady.moving).toBe(128)
  }
  // Until it does not move any more.
  now += 999
  await send(31)
  now += 1
  expect(steady.isSated(beside())).toBe(false)
  expect(steady.moving).toBe(0)
})

test('however long there is enough in hand, one batch comes through each second', () => {
  const holds = createHold(1000)
  expect([0, 400, 999].map((at) => holds(true, at))).toEqual([true, true, true])
  expect([1000, 1001, 2000, 2001].map((at) => holds(true, at))).toEqual([false, true, true, false])
  // Counted anew once there was room.
  expect([holds(true, 3000), holds(false, 3500), holds(true, 4000), holds(true, 4999)]).toEqual([
    true,
    false,
    true,
    true,
  ])
})

test('what is more urgent goes before what waits already, and behind what is as urgent', () => {
  const urgent = (priority: number, number: number) => parcels('one', number).map((parcel) => ({ ...parcel, priority }))
  lanes.add([...urgent(3, 4), ...urgent(0, 1), ...urgent(1, 1), ...urgent(0, 1)])
  expect(onTheWay.map(({ priority }) => priority)).toEqual([0, 0])
  expect(lanes.inHand()).toEqual({ one: 7 })
})

test('a lane has room for what goes first however full it is, unless it is down or paced', async () => {
  lanes.add([...parcels('one', 8), ...parcels('two', 2).map((parcel) => ({ ...parcel, priority: 0 }))])
  lanes.add([...parcels('three', 5), ...parcels('slow', 2)])
  expect(lanes.urgentRoom()).toEqual({ one: 16, two: 16, three: 16, slow: 0 })
  lanes.add(parcels('one', 3).map((parcel) => ({ ...parcel, priority: 0 })))
  expect(lanes.urgentRoom()['one']).toBe(13)
  while (onTheWay.some(({ lane }) => lane === 'three'))
    await onTheWay.find(({ lane }) => lane === 'three')?.arrive(false)
  expect(lanes.urgentRoom()['three'] ?? 0).toBe(0)
})
