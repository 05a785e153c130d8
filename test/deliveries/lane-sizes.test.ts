import { expect, test } from 'vitest'
import { PER_NEW_LANE } from '../../src/deliveries/lane.ts'
import { createLanes, type Lanes } from '../../src/deliveries/lanes.ts'
import { SECOND } from '../../src/shared/clock.ts'

const PER_LANE = 512
const FAST = SECOND / 2 - 1
const USUAL = SECOND
const SLOW = 5 * SECOND + 1

/** So many at once, how long they take, and how many are left on their way. */
interface Burst {
  number: number
  takes: number
  left?: number
  isUp?: boolean
}
const full = (number: number, takes: number): Burst => ({ number, takes })
const down: Burst = { number: 1, takes: 0, isUp: false }

const doubled = [full(64, FAST)]
const largest = [full(64, FAST), full(128, FAST), full(256, FAST)]

test.each<[string, Burst[], number]>([
  ['nothing has gone yet', [], 64],
  ['what it had went fast', doubled, 128],
  ['half of what it may have went fast', [full(32, FAST)], 128],
  ['it never had half of what it may have', [full(31, FAST)], 64],
  ['what it had went neither fast nor slowly', [full(64, USUAL)], 64],
  ['it goes fast again and again', largest, 512],
  ['it went fast though it had as many as a lane can', [...largest, full(512, FAST)], 512],
  ['it went fast, then took its time', [...doubled, full(128, USUAL)], 128],
  ['it became slow', [...largest, full(512, SLOW)], 256],
  ['it became slow and stays so', [...largest, full(512, SLOW), full(256, SLOW), full(128, SLOW)], 64],
  ['it is slow from the start', [full(64, SLOW)], 64],
  ['it is slow and has 20 of 64 still on their way', [{ ...full(64, SLOW), left: 20 }], 44],
  ['one failed', [...largest, down], 64],
])('a lane may have as many in hand as its receiver takes in time: %s', async (_what, bursts, room) => {
  const lane = aLane()
  for (const burst of bursts) await lane.go(burst)
  expect(lane.room()).toBe(room)
})

test.each([
  [1, 10],
  [5, 50],
  [20, 64],
])(
  'of a receiver that grants %i a second a lane has in hand what goes in ten seconds, or less: %i',
  async (rate, room) => {
    const lane = aLane({ perSecond: rate })
    await lane.go(full(1, FAST))
    expect(lane.room()).toBe(room)
  },
)

function aLane(rate: { perSecond?: number } = {}) {
  let now = 0
  const onTheWay: ((isUp: boolean) => void)[] = []
  const lanes: Lanes<string> = createLanes<string>({
    ...{ laneOf: (lane) => lane, priorityOf: () => 3 },
    send: () => new Promise((resolve) => onTheWay.push(resolve)),
    giveBack: () => undefined,
    onRoom: () => undefined,
    now: () => now,
    perLane: PER_LANE,
    limitsOf: () => ({ inFlight: PER_LANE, ...rate }),
    after: () => undefined,
  })
  return {
    async go({ number, takes, left = 0, isUp = true }: Burst) {
      lanes.add(Array.from({ length: number }, () => 'one'))
      now += takes
      for (const arrive of onTheWay.splice(left)) arrive(isUp)
      await new Promise(setImmediate)
    },
    /** As whoever claims works it out. */
    room: () => PER_LANE - (lanes.inHand()['one'] ?? PER_LANE - PER_NEW_LANE),
  }
}
