import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitsOf, paced, roomOf } from '../../src/deliveries/lane-rate.ts'

test('what a body does not say is left to us', () => {
  expect(limitsOf({ maxInFlight: null, maxPerSecond: null })).toEqual({ inFlight: 16, perSecond: undefined })
  expect(limitsOf({ maxInFlight: 2, maxPerSecond: 5 })).toEqual({ inFlight: 2, perSecond: 5 })
})

test.each([
  [undefined, 64],
  [1000, 64],
  [5, 50],
  [0.1, 1],
])('with %s a second a lane has room for %i', (perSecond, room) => {
  expect(roomOf({ perSecond }, 64)).toBe(room)
})

test('without a rate all go at once', () => {
  expect(paced(9, {}, { nextAt: 0, now: 5 })).toMatchObject({ allowed: 9 })
})

test('however it is asked, no second has more than the rate and what late timers are made up for', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 1000, noNaN: true }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 70 })), { maxLength: 60 }),
      (perSecond, calls) => {
        const begun: number[] = []
        let [now, nextAt] = [1e6, 0]
        for (const [later, wanted] of calls) {
          now += later
          const one = paced(wanted, { perSecond }, { nextAt, now })
          nextAt = one.nextAt
          begun.push(...Array.from({ length: one.allowed }, () => now))
        }
        for (const from of begun) {
          const inASecond = begun.filter((at) => at >= from && at < from + 1000).length
          expect(inASecond).toBeLessThanOrEqual(Math.ceil(perSecond * 1.05) + 1)
        }
      },
    ),
  )
})
