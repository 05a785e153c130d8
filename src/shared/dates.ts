import { HOUR, MINUTE } from './clock.ts'
import type { Language } from './language.ts'
import { remembered } from './remembered.ts'

/** A day without a clock or a zone: `YYYY-MM-DD`. */
export type CalendarDate = string

const LOCALES = { en: 'en-GB', cy: 'cy-GB' } as const
const LONDON = 'Europe/London'

// Made once: making a formatter takes a hundred times as long as using it.
const inLocales = (options: Intl.DateTimeFormatOptions) => ({
  en: new Intl.DateTimeFormat(LOCALES.en, options),
  cy: new Intl.DateTimeFormat(LOCALES.cy, options),
})
const ukDay = new Intl.DateTimeFormat('en-CA', { timeZone: LONDON, dateStyle: 'short' })
const ukTime = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: LONDON,
})
const longDate = inLocales({ dateStyle: 'long', timeZone: 'UTC' })
const monthAndYear = inLocales({ month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Today where our citizens are. In UTC it is still yesterday for an hour after midnight in British Summer Time. */
export const ukToday = (now: Date): CalendarDate => dayInHour(Math.floor(now.getTime() / HOUR))

// A page of many dates formats the same few again and again. Clocks at home change on the hour, and so does the day.
const dayInHour = remembered((hour: number) => ukDay.format(hour * HOUR))

export type DatePart = 'day' | 'month' | 'year'

/** Three boxes as typed, told apart: nothing, part of a date, no such day, or a day. */
export type ParsedDate =
  | { kind: 'date'; date: CalendarDate }
  | { kind: 'blank' }
  | { kind: 'partly-blank'; missing: DatePart[] }
  | { kind: 'not-real' }

export function parseDateParts(parts: { day: string; month: string; year: string }): ParsedDate {
  const missing = (['day', 'month', 'year'] as const).filter((part) => parts[part].trim() === '')
  if (missing.length === 3) return { kind: 'blank' }
  if (missing.length > 0) return { kind: 'partly-blank', missing }
  const month = monthNumber(parts.month.trim())
  if (!/^\d{1,2}$/.test(parts.day.trim()) || !/^\d{4}$/.test(parts.year.trim()) || !month) return { kind: 'not-real' }
  const date = `${parts.year.trim()}-${pad(month)}-${pad(Number(parts.day))}`
  return isRealDate(date) ? { kind: 'date', date } : { kind: 'not-real' }
}

/**
 * As three boxes of which the day, or the day and the month, may be blank: `1952`, `1952-03` or `1952-03-14`. A day
 * without its month says nothing.
 */
export function parsePartialDateParts(parts: { day: string; month: string; year: string }): ParsedDate {
  const [day, month, year] = [parts.day.trim(), parts.month.trim(), parts.year.trim()]
  if (day && month && year) return parseDateParts(parts)
  if (!day && !month && !year) return { kind: 'blank' }
  const missing = [...(day && !month ? (['month'] as const) : []), ...(year ? [] : (['year'] as const))]
  if (missing.length > 0) return { kind: 'partly-blank', missing }
  const number = month && monthNumber(month)
  if (!/^(?!0000)\d{4}$/.test(year) || number === undefined) return { kind: 'not-real' }
  return { kind: 'date', date: number ? `${year}-${pad(number)}` : year }
}

export function isRealDate(date: string): date is CalendarDate {
  // PostgreSQL has no year 0.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date.startsWith('0000')) return false
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day in another year; 29 February becomes 1 March where there is none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const [year, month, day] = date.split('-').map(Number)
  return new Date(Date.UTC((year ?? 0) + years, (month ?? 1) - 1, day)).toISOString().slice(0, 10)
}

/** Age in whole years on a day. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** `22 November 2026`, `22 Tachwedd 2026`. */
export const formatDate = (date: CalendarDate, language: Language): string => inWords[language](date)

/** `1952`, `March 1952` or `14 March 1952`, as much as is known. */
export function formatPartialDate(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  if (day !== undefined) return formatDate(date, language)
  return monthAndYear[language].format(new Date(`${date}-15T12:00:00Z`))
}

/** `22 November 2026 at 5:51pm`, in UK time. */
export function formatDateTime(time: Date, language: Language): string {
  return `${formatDate(ukToday(time), language)} ${language === 'cy' ? 'am' : 'at'} ${formatTime(time, language)}`
}

/** GOV.UK style: `5:51pm`, `midday` is left to the writer. Welsh: `5:51yh`. */
export function formatTime(time: Date, language: Language): string {
  const [hour, minute] = timeInMinute(Math.floor(time.getTime() / MINUTE)).split(':')
  const hours = Number(hour)
  const half = language === 'cy' ? (hours < 12 ? 'yb' : 'yh') : hours < 12 ? 'am' : 'pm'
  return `${hours % 12 === 0 ? 12 : hours % 12}${minute === '00' ? '' : `:${minute}`}${half}`
}

const dateIn = (language: Language) =>
  remembered((date: CalendarDate) => longDate[language].format(new Date(`${date}T12:00:00Z`)))
const inWords = { en: dateIn('en'), cy: dateIn('cy') }

const timeInMinute = remembered((minute: number) => ukTime.format(minute * MINUTE))

const pad = (number: number) => String(number).padStart(2, '0')

/** People type `3`, `03`, `mar`, `March` or `Mawrth`. */
function monthNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined
  const wanted = text.toLowerCase()
  const index = MONTHS.findIndex((names) => names.some((name) => wanted.length >= 3 && name.startsWith(wanted)))
  return index < 0 ? undefined : index + 1
}

const monthNames = (locale: string) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
      .format(new Date(Date.UTC(2026, month, 1)))
      .toLowerCase(),
  )

const WELSH_MONTHS = monthNames('cy-GB')
const MONTHS = monthNames('en-GB').map((name, month) => [name, WELSH_MONTHS[month] ?? name])
