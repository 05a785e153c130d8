import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../../src/shared/bank-holidays.ts'
import { addDays, type CalendarDate } from '../../src/shared/dates.ts'
import { weekdayOf } from '../../src/shared/uk-time.ts'

const YEARS = [2025, 2026, 2027, 2028]
/** Sundays. */
const EASTER: Record<number, CalendarDate> = {
  2025: '2025-04-20',
  2026: '2026-04-05',
  2027: '2027-03-28',
  2028: '2028-04-16',
}

// Banking and Financial Dealings Act 1971, schedule 1, and the days that are proclaimed every year.
describe('bank holidays are those that the law and each year’s proclamation name', () => {
  test('in England and Wales', () => {
    expect(bankHolidays['england-and-wales']).toEqual(
      YEARS.flatMap((year) => [
        ...newYear(year),
        ...easter(year, [-2, 1]),
        ...spring(year),
        lastMonday(year, 8),
        ...christmas(year),
      ]),
    )
  })

  test('in Scotland: two days of New Year, no Easter Monday, an early summer holiday, St Andrew’s Day', () => {
    const regular = YEARS.flatMap((year) => [
      ...inTurn(`${year}-01-01`, `${year}-01-02`),
      ...easter(year, [-2]),
      ...spring(year),
      firstMonday(year, 8),
      ...inTurn(`${year}-11-30`),
      ...christmas(year),
    ])
    expect(bankHolidays.scotland).toEqual([...regular, '2026-06-15'].toSorted())
  })

  test('in Northern Ireland: St Patrick’s Day and the twelfth of July too', () => {
    expect(bankHolidays['northern-ireland']).toEqual(
      YEARS.flatMap((year) =>
        [
          ...newYear(year),
          ...inTurn(`${year}-03-17`),
          ...easter(year, [-2, 1]),
          ...spring(year),
          ...inTurn(`${year}-07-12`),
          lastMonday(year, 8),
          ...christmas(year),
        ].toSorted(),
      ),
    )
  })
})

const newYear = (year: number) => inTurn(`${year}-01-01`)
const christmas = (year: number) => inTurn(`${year}-12-25`, `${year}-12-26`)
const spring = (year: number) => [firstMonday(year, 5), lastMonday(year, 5)]
const easter = (year: number, days: number[]) => days.map((day) => addDays(EASTER[year] ?? '', day))

/** Each on its day, or where that is a weekend on the next working day that is not another's. */
function inTurn(...days: CalendarDate[]): CalendarDate[] {
  const fixed = days.filter((day) => weekdayOf(day) < 5)
  const moved: CalendarDate[] = []
  for (const day of days.filter((one) => !fixed.includes(one))) {
    let free = day
    while (weekdayOf(free) >= 5 || [...fixed, ...moved].includes(free)) free = addDays(free, 1)
    moved.push(free)
  }
  return [...fixed, ...moved].toSorted()
}

const mondays = (year: number, month: number) =>
  Array.from(
    { length: 31 },
    (_, day) => `${year}-${String(month).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
  ).filter((date) => weekdayOf(date) === 0)
const firstMonday = (year: number, month: number) => mondays(year, month)[0] ?? ''
const lastMonday = (year: number, month: number) => mondays(year, month).at(-1) ?? ''
