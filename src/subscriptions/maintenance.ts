import { DAY, HOUR } from '../shared/clock.ts'
import { addDays, type CalendarDate } from '../shared/dates.ts'
import { ukInstant, ukTime, weekdayOf } from '../shared/uk-time.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * When a receiver is closed, by the clocks of the United Kingdom. With a day every week, from one `HH:MM` until another,
 * which is on the next day unless it is later; without one once, from one `YYYY-MM-DDTHH:MM` until another.
 */
export interface Maintenance {
  day?: Weekday | undefined
  from: string
  until: string
}

/** A stretch of time, its end not in it. */
export interface Closed {
  from: Date
  until: Date
}

// A body that is away for longer pauses its stream: what waits then has its seven days after it.
export const LONGEST_MAINTENANCE = 3 * DAY

/** The maintenance that is on or comes next, and all that follows it without a gap; undefined when none comes. */
export function nextClosed(maintenance: readonly Maintenance[], now: Date): Closed | undefined {
  const coming = maintenance
    .flatMap((one) => occurrences(one, now))
    .filter(({ from, until }) => until > now && until > from)
    .toSorted((one, other) => one.from.getTime() - other.from.getTime())
  const [first, ...others] = coming
  return first && others.reduce(joined, first)
}

export const isClosed = (closed: Closed | undefined, now: Date) =>
  closed !== undefined && closed.from <= now && now < closed.until

/** Milliseconds that these take of a week at most, overlaps counted twice. */
export const closedInAWeek = (maintenance: readonly Maintenance[]) =>
  maintenance.flatMap((one) => (one.day === undefined ? [] : [weeklyLength(one)])).reduce((sum, one) => sum + one, 0)

export const lengthOf = (once: Pick<Maintenance, 'from' | 'until'>) =>
  atMoment(once.until, 'last').getTime() - atMoment(once.from, 'first').getTime()

function joined(closed: Closed, next: Closed): Closed {
  if (next.from > closed.until || next.until <= closed.until) return closed
  return { from: closed.from, until: next.until }
}

/** Of the days around now: what began yesterday may be on, and a week ahead holds the next of each. */
function occurrences({ day, from, until }: Maintenance, now: Date): Closed[] {
  if (day === undefined) return [{ from: atMoment(from, 'first'), until: atMoment(until, 'last') }]
  const today = ukTime(now).date
  return Array.from({ length: 10 }, (_, index) => addDays(today, index - 1))
    .filter((date) => weekdays[weekdayOf(date)] === day)
    .map((date) => weekly(date, from, until))
}

const weekly = (date: CalendarDate, from: string, until: string): Closed => ({
  from: ukInstant({ date, time: from }, 'first'),
  until: ukInstant({ date: until > from ? date : addDays(date, 1), time: until }, 'last'),
})

function atMoment(moment: string, which: 'first' | 'last'): Date {
  const [date = '', time = ''] = moment.split('T')
  return ukInstant({ date, time }, which)
}

function weeklyLength({ from, until }: Maintenance): number {
  const hours = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60
  const length = hours(until) - hours(from)
  return (length > 0 ? length : length + 24) * HOUR
}
