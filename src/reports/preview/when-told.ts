import type { Agreement } from '../../agreements/agreement.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { HOUR, later } from '../../shared/clock.ts'
import { addDays, ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { ChosenTiming } from './body-choices.ts'

/** When a body is told, were the report sent now. */
export type WhenTold =
  | { kind: 'now' }
  /** What it does cannot be undone, so it waits by itself. */
  | { kind: 'cooling-off'; until: Date }
  | { kind: 'date'; date: CalendarDate; from: Date }
  | { kind: 'held' }
  /** Held, but it has to be told: then it is told on this day at the latest. */
  | { kind: 'held-until'; date: CalendarDate; from: Date }

export interface Sending {
  now: Date
  coolingOffHours: number
}

/** Days that a body which has to be told can be made to wait: time to make a phone call or to get a form back by post. */
export const LONGEST_FOR_A_DUTY = 28
/** About three months. Who wants to wait for longer than that reports when the time has come. */
export const LONGEST = 90

/** The first and the last day on which this body can be told, besides at once. */
export function daysToChooseFrom({ choice }: Pick<Agreement, 'choice'>, now: Date) {
  const today = ukToday(now)
  return { first: addDays(today, 1), last: addDays(today, choice === 'required' ? LONGEST_FOR_A_DUTY : LONGEST) }
}

/** A day that has come since it was chosen is now, and one that is too far off is the last that can be. */
export function whenTold(
  agreement: Pick<Agreement, 'choice' | 'irreversible'>,
  chosen: ChosenTiming | undefined,
  { event, now, coolingOffHours }: Sending & { event: Pick<LifeEvent, 'coolingOff'> },
): WhenTold {
  const until = later(now, event.coolingOff && agreement.irreversible ? coolingOffHours * HOUR : 0)
  const soonest: WhenTold = until > now ? { kind: 'cooling-off', until } : { kind: 'now' }
  const { last } = daysToChooseFrom(agreement, now)
  if (chosen === 'held') {
    return agreement.choice === 'required'
      ? { kind: 'held-until', date: last, from: startOfUkDay(last) }
      : { kind: 'held' }
  }
  const date = chosen !== undefined && chosen > last ? last : chosen
  const from = date === undefined ? now : startOfUkDay(date)
  return date === undefined || from <= until ? soonest : { kind: 'date', date, from }
}

/** As the report's row has it: an ISO time, or `held`; undefined for a body that is told at once. */
export function storedTiming(when: WhenTold): string | undefined {
  if (when.kind === 'now') return undefined
  if (when.kind === 'held') return 'held'
  return (when.kind === 'cooling-off' ? when.until : when.from).toISOString()
}

/** Midnight in the United Kingdom, which is an hour earlier in UTC in summer. */
function startOfUkDay(date: CalendarDate): Date {
  const midnight = new Date(`${date}T00:00:00Z`)
  const anHourBefore = later(midnight, -HOUR)
  return ukToday(anHourBefore) === date ? anHourBefore : midnight
}
