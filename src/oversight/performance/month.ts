import type { CalendarDate } from '../../shared/dates.ts'

/** A month is named by its first day. */
export type Month = CalendarDate

export const monthOf = (day: CalendarDate): Month => `${day.slice(0, 7)}-01`

export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 10)
}

/** So many months up to this one, the earliest first. */
export const monthsUpTo = (last: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => addMonths(last, index + 1 - count))

/** `2026-10` in an address. Undefined: no such month. */
export const readMonth = (text: string): Month | undefined =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && !text.startsWith('0000') ? `${text}-01` : undefined

export const monthInAddress = (month: Month) => month.slice(0, 7)
