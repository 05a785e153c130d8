import { bankHolidays } from './bank-holidays.ts'
import { addDays, type CalendarDate } from './dates.ts'
import { weekdayOf } from './uk-time.ts'

const SATURDAY = 5
const closed = new Set(bankHolidays['england-and-wales'])

/** The day that is so many working days after another one: those of England and Wales, where this service is run. */
export function addWorkingDays(date: CalendarDate, days: number): CalendarDate {
  let day = date
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (weekdayOf(day) < SATURDAY && !closed.has(day)) left -= 1
  }
  return day
}
