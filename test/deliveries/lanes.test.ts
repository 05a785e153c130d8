import { beforeEach, expect, test } from 'vitest'
import { createLanes, type Lanes } from '../../src/deliveries/lanes.ts'

interface Parcel {
  lane: string
  arrive: (isUp: boolean) => Promise<void>
}

let now: number
let onTheWay: Parcel[]
let givenBack: Parcel[]
let room: string[]
let lanes: Lanes<Parcel>

beforeEach(() => {
  now = 0
  onTheWay = []
  givenBack = []
  room = []
  lanes = createLanes<Parcel>({
    laneOf: ({ lane }) => lane,
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
    inFlightPerLane: 2,
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
