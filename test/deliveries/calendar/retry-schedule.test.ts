import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nations, type Nation } from '../../../src/agencies/agency.ts'
import { afterAttempt, retryPolicy, type Receiver } from '../../../src/deliveries/after-attempt.ts'
import { isAtWork, isWorkingDay, nextOpening, officeHours } from '../../../src/deliveries/calendar/working-time.ts'
import type { AttemptResult } from '../../../src/deliveries/delivery.ts'
import { DAY, HOUR, later } from '../../../src/shared/clock.ts'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { ukInstant, ukTime } from '../../../src/shared/uk-time.ts'

const away: AttemptResult = { kind: 'unreachable', code: 'ECONNREFUSED' }
const refused: AttemptResult = { kind: 'refused', status: 400, code: 'invalid_key' }
const wrongPlace: AttemptResult = { kind: 'failed', status: 404 }
const busy: AttemptResult = { kind: 'busy', status: 503 }

const starts = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2028-12-20T00:00:00Z'),
  noInvalidDate: true,
})
// Clocks change on the last Sundays of March and October.
const nearAChange = fc
  .tuple(
    fc.constantFrom(
      '2025-03-30',
      '2025-10-26',
      '2026-03-29',
      '2026-10-25',
      '2027-03-28',
      '2027-10-31',
      '2028-03-26',
      '2028-10-29',
    ),
    fc.integer({ min: -7 * 24 * 60, max: 24 * 60 }),
  )
  .map(([date, minutes]) => later(new Date(`${date}T00:00:00Z`), minutes * 60_000))
const ids = fc.uuid({ version: 7 })
const results = fc.constantFrom(away, refused, wrongPlace, busy)

/** When it is tried until it is given up, if nothing ever works. */
function attemptsOf(
  id: string,
  dueSince: Date,
  receiver: Receiver,
  resultAt: (attempt: number) => AttemptResult,
): Date[] {
  const times: Date[] = []
  for (let now = dueSince; ;) {
    const decision = afterAttempt(
      { id, attempts: times.length, dueSince },
      resultAt(times.length),
      now,
      retryPolicy,
      receiver,
    )
    times.push(now)
    if (decision.state !== 'due') return times
    now = decision.nextAttemptAt
  }
}

/** Working days that lie in the seven days from beginning to end. */
function workingDaysWithin(from: Date, nation: Nation) {
  const until = later(from, retryPolicy.window)
  return Array.from({ length: 9 }, (_, day) => addDays(ukToday(from), day))
    .filter((date) => isWorkingDay(date, nation))
    .map(officeHours)
    .filter(({ opens, closes }) => opens >= from && closes <= until)
}

describe('over seven days of failure', () => {
  test('at least two attempts lie in every working day of the body', () => {
    fc.assert(
      fc.property(
        ids,
        fc.oneof(starts, nearAChange),
        fc.constantFrom(...nations),
        results,
        (id, from, nation, result) => {
          const times = attemptsOf(id, from, { nation, openSince: null }, () => result)
          for (const { opens, closes } of workingDaysWithin(from, nation)) {
            expect(times.filter((time) => time >= opens && time <= closes).length).toBeGreaterThanOrEqual(2)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the last attempt is made when they are over, and it is never tried without a pause', () => {
    fc.assert(
      fc.property(ids, starts, fc.constantFrom(...nations), results, (id, from, nation, result) => {
        const times = attemptsOf(id, from, { nation, openSince: null }, () => result)
        expect(times.at(-1)).toEqual(later(from, retryPolicy.window))
        expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? time))).toBe(true)
        expect(times.length).toBeLessThan(70)
      }),
    )
  })

  // Who asks for a day is not called twice in it: then one attempt a day is what the body wanted.
  test('a body that asks for absurd time is given a day at most, and still ends a day late at most', () => {
    fc.assert(
      fc.property(ids, starts, fc.integer({ min: 86_400, max: 1e9 }), fc.nat(5), (id, from, seconds, before) => {
        const absurd: AttemptResult = { kind: 'busy', status: 429, retryAfter: String(seconds) }
        const times = attemptsOf(id, from, { nation: 'all', openSince: null }, (attempt) =>
          attempt < before ? away : absurd,
        )
        const gaps = times.map((time, index) => time.getTime() - (times[index - 1] ?? time).getTime())
        expect(Math.max(...gaps)).toBeLessThanOrEqual(DAY)
        expect(times.at(-1)?.getTime()).toBeLessThanOrEqual(later(from, 8 * DAY).getTime())
      }),
    )
  })

  test('days in which its stream was paused do not count', () => {
    const from = new Date('2026-11-02T10:00:00Z')
    const openSince = new Date('2026-11-20T10:00:00Z')
    const delivery = { id: '019aa000-0000-7000-8000-000080000000', attempts: 9, dueSince: from }
    const after = (now: Date) => afterAttempt(delivery, away, now, retryPolicy, { nation: 'all', openSince })
    expect(after(openSince)).toMatchObject({ state: 'due' })
    expect(after(later(openSince, 7 * DAY))).toMatchObject({ state: 'given-up' })
  })
})

describe('a body that fails for hours', () => {
  const tried = { id: '019aa000-0000-7000-8000-000080000000', attempts: 20 }
  const waitFrom = (now: string, nation: Nation) => {
    const at = new Date(now)
    const decision = afterAttempt({ ...tried, dueSince: at }, away, at, retryPolicy, { nation, openSince: null })
    if (decision.state !== 'due') throw new Error(decision.state)
    return (decision.nextAttemptAt.getTime() - at.getTime()) / HOUR
  }

  test.each<[string, string, Nation, number, number]>([
    ['on a working day', '2026-11-23T10:00:00Z', 'scotland', 2.4, 3.6],
    ['in the evening', '2026-11-23T20:00:00Z', 'scotland', 4.8, 7.2],
    ['on a Saturday', '2026-11-21T10:00:00Z', 'scotland', 4.8, 7.2],
    ['on St Andrew’s Day in Scotland', '2026-11-30T10:00:00Z', 'scotland', 4.8, 7.2],
    ['on St Andrew’s Day elsewhere', '2026-11-30T10:00:00Z', 'england-and-wales', 2.4, 3.6],
    ['on St Andrew’s Day where it is everywhere', '2026-11-30T10:00:00Z', 'all', 2.4, 3.6],
    ['on Christmas Day', '2026-12-25T10:00:00Z', 'all', 4.8, 7.2],
    ['an hour before it opens', '2026-11-23T08:00:00Z', 'scotland', 1, 3],
  ])('is tried again, %s, after the time that fits', (_when, now, nation, least, most) => {
    expect(waitFrom(now, nation)).toBeGreaterThanOrEqual(least)
    expect(waitFrom(now, nation)).toBeLessThanOrEqual(most)
  })
})

describe('working time', () => {
  test.each([
    ['2026-06-01T07:59:59Z', false],
    ['2026-06-01T08:00:00Z', true],
    ['2026-06-01T15:59:59Z', true],
    ['2026-06-01T16:00:00Z', false],
    ['2026-12-01T08:30:00Z', false],
    ['2026-12-01T16:30:00Z', true],
  ])('goes by the clocks of the United Kingdom: %s', (at, atWork) => {
    expect(isAtWork(new Date(at), 'england-and-wales')).toBe(atWork)
  })

  test.each<[string, Nation, string]>([
    ['2026-12-24T18:00:00Z', 'england-and-wales', '2026-12-29T09:00:00.000Z'],
    ['2026-12-31T18:00:00Z', 'scotland', '2027-01-05T09:00:00.000Z'],
    ['2026-12-31T18:00:00Z', 'all', '2027-01-04T09:00:00.000Z'],
    ['2026-03-27T18:00:00Z', 'northern-ireland', '2026-03-30T08:00:00.000Z'],
  ])('after %s in %s begins again at %s', (at, nation, opens) => {
    expect(nextOpening(new Date(at), nation).toISOString()).toBe(opens)
  })
})

describe('the clocks of the United Kingdom', () => {
  test.each([
    ['2026-07-01', '12:00', '2026-07-01T11:00:00.000Z', '2026-07-01T11:00:00.000Z'],
    ['2026-01-01', '12:00', '2026-01-01T12:00:00.000Z', '2026-01-01T12:00:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z', '2026-03-29T01:30:00.000Z'],
  ])('show %s %s first at %s and last at %s', (date, time, first, last) => {
    expect(ukInstant({ date, time }).toISOString()).toBe(first)
    expect(ukInstant({ date, time }, 'last').toISOString()).toBe(last)
  })

  test('are read as they are set', () => {
    fc.assert(
      fc.property(starts, (at) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
        const shown = ukTime(minute)
        expect([ukInstant(shown).getTime(), ukInstant(shown, 'last').getTime()]).toContain(minute.getTime())
      }),
    )
  })
})
