import type { Nation } from '../../agencies/agency.ts'
import { addDays, type CalendarDate } from '../../shared/dates.ts'
import { ukInstant, ukTime, weekdayOf } from '../../shared/uk-time.ts'
import { bankHolidays } from '../../shared/bank-holidays.ts'

const OPENS = '09:00'
const CLOSES = '17:00'
const SATURDAY = 5

const closedDays = {
  'england-and-wales': new Set(bankHolidays['england-and-wales']),
  scotland: new Set(bankHolidays.scotland),
  'northern-ireland': new Set(bankHolidays['northern-ireland']),
}

/** Whether people of a body in this nation are at work that day; of a body in all of them, some of its people. */
export function isWorkingDay(date: CalendarDate, nation: Nation): boolean {
  if (weekdayOf(date) >= SATURDAY) return false
  if (nation === 'all') return Object.values(closedDays).some((closed) => !closed.has(date))
  return !closedDays[nation].has(date)
}

/** From when to when they are. */
export const officeHours = (date: CalendarDate) => ({
  opens: ukInstant({ date, time: OPENS }),
  closes: ukInstant({ date, time: CLOSES }),
})

export function isAtWork(now: Date, nation: Nation): boolean {
  const { date, time } = ukTime(now)
  return time >= OPENS && time < CLOSES && isWorkingDay(date, nation)
}

/** When they are next back at work, from a moment at which they are not. */
export function nextOpening(now: Date, nation: Nation): Date {
  const { date, time } = ukTime(now)
  let day = time < OPENS ? date : addDays(date, 1)
  while (!isWorkingDay(day, nation)) day = addDays(day, 1)
  return officeHours(day).opens
}
