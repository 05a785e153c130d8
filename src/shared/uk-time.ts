import type { CalendarDate } from './dates.ts'
import { HOUR } from './clock.ts'

/** What the clocks of our citizens show: a day, and a time of it as `HH:MM`. */
export interface UkTime {
  date: CalendarDate
  time: string
}

const clockFace = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
})

export function ukTime(instant: Date): UkTime {
  const [date = '', time = ''] = clockFace.format(instant).split(' ')
  return { date, time }
}

/**
 * When the clocks show that. In the hour that comes twice, when the clocks go back, the first or the last of the two; a
 * time that the clocks jump over is the moment an hour later.
 */
export function ukInstant({ date, time }: UkTime, which: 'first' | 'last' = 'first'): Date {
  const inWinter = Date.parse(`${date}T${time}:00Z`)
  const moments = [inWinter - HOUR, inWinter].map((at) => new Date(at)).filter((at) => shows(at, date, time))
  return (which === 'first' ? moments.at(0) : moments.at(-1)) ?? new Date(inWinter)
}

function shows(instant: Date, date: CalendarDate, time: string): boolean {
  const shown = ukTime(instant)
  return shown.date === date && shown.time === time
}

/** Monday is 0. */
export const weekdayOf = (date: CalendarDate) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
