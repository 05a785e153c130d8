import { bankHolidays } from '../../shared/bank-holidays.ts'
import { addDays, isRealDate, ukToday, type CalendarDate } from '../../shared/dates.ts'
import { weekdayOf } from '../../shared/uk-time.ts'
import type { QuestionKind } from './question.ts'

/**
 * By when the law wants the body's next step. A request for access is answered within a month of the day it is received
 * (UK GDPR, article 12(3)). That a complaint was received is acknowledged within 30 days beginning with that day; then
 * the body acts and tells what came of it without undue delay (Data Protection Act 2018, section 164A).
 */
export function dueFor(kind: QuestionKind, received: Date): CalendarDate {
  const day = ukToday(received)
  return kind === 'complaint' ? addDays(day, DAYS_TO_ACKNOWLEDGE - 1) : monthAfter(day)
}

const DAYS_TO_ACKNOWLEDGE = 30

/**
 * The same day of the next month, or its last day where it has none; what ends on a day when nobody works, ends on the
 * next one that somebody does (the ICO's guidance on time limits; holidays are those of England and Wales).
 */
export const monthAfter = (day: CalendarDate): CalendarDate => monthsAfter(day, 1)

/** The same of several months: a body may take two more where it says why (UK GDPR, article 12(3)). */
export function monthsAfter(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const since = month - 1 + months
  const first = `${year + Math.floor(since / 12)}-${pad((since % 12) + 1)}`
  const last = [date, 30, 29, 28].filter((one) => one <= date).find((one) => isRealDate(`${first}-${pad(one)}`)) ?? 28
  return nextWorkingDay(`${first}-${pad(last)}`)
}

const nextWorkingDay = (day: CalendarDate): CalendarDate =>
  weekdayOf(day) >= SATURDAY || closed.has(day) ? nextWorkingDay(addDays(day, 1)) : day

const SATURDAY = 5
const closed = new Set(bankHolidays['england-and-wales'])
const pad = (number: number) => String(number).padStart(2, '0')

/** So long before the law's day a body is reminded, in days. */
export const REMIND_BEFORE = 7

/** A complaint that was acknowledged is brought to mind as often as this, until there is an answer: our rule, in days. */
export const REMIND_EVERY = 30
