import { parseDateParts, type CalendarDate } from '../../shared/dates.ts'

export type Side = 'from' | 'to'
export type Part = 'day' | 'month' | 'year'

export type DayProblem = { field: Side; kind: 'not-real' } | { field: Side; kind: 'partly-blank'; missing: Part[] }

// Nothing was recorded before; and PostgreSQL, unlike JavaScript, has no year 0.
const EARLIEST = '1900-01-01'

export function readDay(field: Side, typed: Record<Part, string>): { date?: CalendarDate; problems: DayProblem[] } {
  const parsed = parseDateParts(typed)
  if (parsed.kind === 'blank') return { problems: [] }
  if (parsed.kind === 'partly-blank') return { problems: [{ field, kind: 'partly-blank', missing: parsed.missing }] }
  if (parsed.kind === 'not-real' || parsed.date < EARLIEST) return { problems: [{ field, kind: 'not-real' }] }
  return { date: parsed.date, problems: [] }
}
