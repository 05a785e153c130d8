import { ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { AccessEntry } from '../access-entry.ts'

/** One body's entries of one day of the list, as far as they stand on the page. */
export interface Group {
  bodyId: string
  entries: AccessEntry[]
}

export interface Day {
  day: CalendarDate
  groups: Group[]
}

/** By day in the United Kingdom, and within it by body: whoever came last comes first. */
export function grouped(entries: readonly AccessEntry[]): Day[] {
  const byDay = Map.groupBy(entries, ({ registeredAt }) => ukToday(registeredAt))
  return [...byDay].map(([day, ofDay]) => ({
    day,
    groups: [...Map.groupBy(ofDay, ({ bodyId }) => bodyId)].map(([bodyId, of]) => ({ bodyId, entries: of })),
  }))
}

/**
 * The days of a page that may go on beyond it, where a page ends in the middle of one: only of these must anything be
 * counted.
 */
export function daysCutOff(days: readonly Day[], beyond: { newer?: unknown; older?: unknown }): CalendarDate[] {
  const [first, last] = [days.at(0), days.at(-1)]
  const cut = [...(first && beyond.newer ? [first.day] : []), ...(last && beyond.older ? [last.day] : [])]
  return [...new Set(cut)]
}
