import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closedInAWeek, isClosed, nextClosed, weekdays, type Maintenance } from '../../src/subscriptions/maintenance.ts'
import { problemOf } from '../../src/subscriptions/sending-entry.ts'

const sundayNight: Maintenance = { day: 'sunday', from: '22:00', until: '02:00' }
const christmas: Maintenance = { from: '2026-12-24T18:00', until: '2026-12-27T08:00' }

const closedAt = (maintenance: Maintenance[], now: string) => {
  const closed = nextClosed(maintenance, new Date(now))
  return closed && [closed.from.toISOString().slice(0, 16), closed.until.toISOString().slice(0, 16)]
}

describe('the maintenance that is on or comes next', () => {
  test.each<[string, Maintenance[], string, string[] | undefined]>([
    ['none', [], '2026-11-23T12:00Z', undefined],
    ['weekly, some days ahead', [sundayNight], '2026-11-23T12:00Z', ['2026-11-29T22:00', '2026-11-30T02:00']],
    ['weekly, on since yesterday', [sundayNight], '2026-11-30T01:00Z', ['2026-11-29T22:00', '2026-11-30T02:00']],
    ['weekly, over a moment ago', [sundayNight], '2026-11-30T02:00Z', ['2026-12-06T22:00', '2026-12-07T02:00']],
    ['weekly, in summer', [sundayNight], '2026-07-01T12:00Z', ['2026-07-05T21:00', '2026-07-06T01:00']],
    ['once', [christmas], '2026-11-23T12:00Z', ['2026-12-24T18:00', '2026-12-27T08:00']],
    ['once, and over', [christmas], '2026-12-27T08:00Z', undefined],
    ['the earlier of two', [christmas, sundayNight], '2026-12-23T12:00Z', ['2026-12-24T18:00', '2026-12-27T08:00']],
    [
      'one that goes over into the next',
      [{ from: '2026-12-27T08:00', until: '2026-12-27T23:00' }, christmas, sundayNight],
      '2026-12-25T12:00Z',
      ['2026-12-24T18:00', '2026-12-28T02:00'],
    ],
    // The clocks go back at 2am: 1:30 comes twice, and both are in it.
    [
      'in the night of 25 hours',
      [{ day: 'sunday', from: '01:30', until: '01:45' }],
      '2026-10-24T12:00Z',
      ['2026-10-25T00:30', '2026-10-25T01:45'],
    ],
    // They go forward at 1am: 1:30 to 1:45 is not there.
    [
      'in the night of 23 hours',
      [{ day: 'sunday', from: '00:30', until: '01:30' }],
      '2026-03-28T12:00Z',
      ['2026-03-29T00:30', '2026-03-29T01:30'],
    ],
  ])('%s', (_which, maintenance, now, closed) => {
    expect(closedAt(maintenance, now)).toEqual(closed)
  })

  test('ends after now, and is on exactly between its ends', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((one) => String(one).padStart(2, '0')).join(':'))
    const weekly = fc.record({ day: fc.constantFrom(...weekdays), from: time, until: time })
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.array(weekly, { minLength: 1, maxLength: 4 }), moments, (maintenance, now) => {
        const closed = nextClosed(maintenance, now)
        expect(closed?.until.getTime()).toBeGreaterThan(now.getTime())
        expect(isClosed(closed, now)).toBe(closed !== undefined && closed.from <= now)
        expect(isClosed(closed, closed?.until ?? now)).toBe(false)
      }),
    )
  })
})

test('what is closed in a week is counted through midnight', () => {
  expect(closedInAWeek([sundayNight, { day: 'monday', from: '09:00', until: '12:30' }, christmas])).toBe(
    7.5 * 3_600_000,
  )
})

describe('maintenance as it is written', () => {
  test.each<[Maintenance, string | undefined]>([
    [sundayNight, undefined],
    [christmas, undefined],
    [{ day: 'monday', from: '9:00', until: '12:00' }, 'from must be a time of day like 22:00'],
    [{ day: 'monday', from: '09:00', until: '24:00' }, 'until must be a time of day like 22:00'],
    [{ day: 'monday', from: '09:00', until: '09:00' }, 'until must be another time than from'],
    [{ from: '2026-12-24', until: '2026-12-27T08:00' }, 'from must be a day and time like 2026-12-24T18:00'],
    [{ from: '2026-02-30T08:00', until: '2026-12-27T08:00' }, 'from must be a day and time like 2026-12-24T18:00'],
    [{ from: '2026-12-24T08:00', until: '2026-12-24T07:00' }, 'until must be after from'],
    [
      { from: '2026-12-24T08:00', until: '2026-12-28T08:00' },
      'until must be 3 days after from at most: to be told nothing for longer, pause the stream',
    ],
  ])('%j: %s', (written, problem) => {
    const found = problemOf({ ...written })
    expect(found && `${found.member} ${found.message}`).toBe(problem)
  })
})
