import { describe, expect, test } from 'vitest'
import {
  addDays,
  ageOn,
  daysBetween,
  formatDate,
  formatDateTime,
  parseDateParts,
  ukToday,
} from '../../src/shared/dates.ts'

test.each([
  ['2026-11-22T12:00:00Z', '2026-11-22'],
  // In British Summer Time the UK day begins an hour before the UTC day does.
  ['2026-06-30T23:30:00Z', '2026-07-01'],
  ['2026-12-31T23:59:59Z', '2026-12-31'],
])('at %s it is %s in the UK', (now, today) => {
  expect(ukToday(new Date(now))).toBe(today)
})

describe('three boxes', () => {
  test.each([
    [['', '', ''], { kind: 'blank' }],
    [[' ', '', ''], { kind: 'blank' }],
    [['1', '', '2026'], { kind: 'partly-blank', missing: ['month'] }],
    [['', '', '2026'], { kind: 'partly-blank', missing: ['day', 'month'] }],
    [['31', '2', '2026'], { kind: 'not-real' }],
    [['29', '2', '2025'], { kind: 'not-real' }],
    [['29', '2', '2024'], { kind: 'date', date: '2024-02-29' }],
    [['1', '13', '2026'], { kind: 'not-real' }],
    [['1', '0', '2026'], { kind: 'not-real' }],
    [['1', '1', '26'], { kind: 'not-real' }],
    [['1', '1', '20261'], { kind: 'not-real' }],
    [['one', '1', '2026'], { kind: 'not-real' }],
    [['-1', '1', '2026'], { kind: 'not-real' }],
    [['3', 'March', '2026'], { kind: 'date', date: '2026-03-03' }],
    [['3', 'mar', '2026'], { kind: 'date', date: '2026-03-03' }],
    [['3', 'Mawrth', '2026'], { kind: 'date', date: '2026-03-03' }],
    [['3', 'ma', '2026'], { kind: 'not-real' }],
    [['03', '03', '2026'], { kind: 'date', date: '2026-03-03' }],
  ])('%j', ([day = '', month = '', year = ''], expected) => {
    expect(parseDateParts({ day, month, year })).toEqual(expected)
  })
})

test.each([
  ['2010-11-22', '2026-11-22', 16],
  ['2010-11-23', '2026-11-22', 15],
  ['2008-02-29', '2026-02-28', 17],
])('someone born on %s is on %s aged %i', (born, day, age) => {
  expect(ageOn(born, day)).toBe(age)
})

test('days are counted over clock changes', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
})

test('dates and times are written as each language writes them', () => {
  expect(formatDate('2026-11-22', 'en')).toBe('22 November 2026')
  expect(formatDate('2026-11-22', 'cy')).toBe('22 Tachwedd 2026')
  expect(formatDateTime(new Date('2026-07-01T00:05:00Z'), 'en')).toBe('1 July 2026 at 1:05am')
  expect(formatDateTime(new Date('2026-01-01T17:00:00Z'), 'cy')).toBe('1 Ionawr 2026 am 5yh')
})
