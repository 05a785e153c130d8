import { parseDateParts, type CalendarDate } from '../../shared/dates.ts'
import { textField } from '../../web/form.ts'
import type { AccessFilter } from '../access-entry.ts'

type Side = 'from' | 'to'
type Part = 'day' | 'month' | 'year'

/** What was typed in the filter's form, to be shown again as it was. */
export interface TypedFilter {
  body: string
  from: Record<Part, string>
  to: Record<Part, string>
}

export type FilterProblem =
  | { field: 'body'; kind: 'unknown-body' }
  | { field: Side; kind: 'not-real' }
  | { field: Side; kind: 'partly-blank'; missing: Part[] }
  | { field: 'to'; kind: 'before-from' }

export interface ReadFilter {
  typed: TypedFilter
  filter: AccessFilter
  problems: FilterProblem[]
}

/** Reads the query of the filter's form. @param bodies those that stand in this citizen's list */
export function readFilter(query: unknown, bodies: readonly string[]): ReadFilter {
  const typed = typedFilter(query)
  const from = readDay('from', typed.from)
  const to = readDay('to', typed.to)
  const filter = { body: typed.body || undefined, from: from.date, to: to.date }
  const problems: FilterProblem[] = [...from.problems, ...to.problems]
  if (filter.body !== undefined && !bodies.includes(filter.body))
    problems.unshift({ field: 'body', kind: 'unknown-body' })
  if (from.date && to.date && to.date < from.date) problems.push({ field: 'to', kind: 'before-from' })
  return { typed, filter, problems }
}

/** The same filter as the query of a link; empty without one. */
export function filterQuery({ body, from, to }: TypedFilter): URLSearchParams {
  const fields: [string, string][] = [
    ['body', body],
    ...parts.map((part): [string, string] => [`from-${part}`, from[part]]),
    ...parts.map((part): [string, string] => [`to-${part}`, to[part]]),
  ]
  return new URLSearchParams(fields.filter(([, value]) => value !== ''))
}

const parts = ['day', 'month', 'year'] as const

// Nothing was recorded before; and PostgreSQL, unlike JavaScript, has no year 0.
const EARLIEST = '1900-01-01'

function typedFilter(query: unknown): TypedFilter {
  const part = (side: Side, name: Part) => textField(query, `${side}-${name}`).slice(0, 20)
  const side = (name: Side) => ({ day: part(name, 'day'), month: part(name, 'month'), year: part(name, 'year') })
  return { body: textField(query, 'body').slice(0, 100), from: side('from'), to: side('to') }
}

function readDay(field: Side, typed: Record<Part, string>): { date?: CalendarDate; problems: FilterProblem[] } {
  const parsed = parseDateParts(typed)
  if (parsed.kind === 'blank') return { problems: [] }
  if (parsed.kind === 'partly-blank') return { problems: [{ field, kind: 'partly-blank', missing: parsed.missing }] }
  if (parsed.kind === 'not-real' || parsed.date < EARLIEST) return { problems: [{ field, kind: 'not-real' }] }
  return { date: parsed.date, problems: [] }
}
