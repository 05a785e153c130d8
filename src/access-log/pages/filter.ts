import type { LawfulBasis } from '../../agreements/legal-basis.ts'
import { isDataCategory } from '../../catalogue/data-category.ts'
import { textField } from '../../web/form.ts'
import type { AccessFilter } from '../access-entry.ts'
import { accessTypes, type AccessType } from '../access-record.ts'
import { readDay, type DayProblem, type Part, type Side } from './filter-day.ts'

/** What is chosen from a list, in the order of the form. Public facts all: they may stand in an address. */
export const choiceFields = ['body', 'purpose', 'basis', 'category', 'type'] as const
export type ChoiceField = (typeof choiceFields)[number]

/** The paragraphs of UK GDPR, Article 6(1), that public bodies may rely on. */
export const basisLetters = ['a', 'b', 'c', 'd', 'e'] as const satisfies LawfulBasis[]

/** What was chosen and typed in the filter's form, to be shown again as it was. */
export interface TypedFilter extends Record<ChoiceField, string> {
  from: Record<Part, string>
  to: Record<Part, string>
}

export type FilterProblem = { field: ChoiceField; kind: 'unknown' } | DayProblem | { field: 'to'; kind: 'before-from' }

export interface ReadFilter {
  typed: TypedFilter
  filter: AccessFilter
  problems: FilterProblem[]
}

/** What this citizen can choose from. */
export interface Choosable {
  bodies: readonly string[]
  /** Their paths. */
  purposes: readonly string[]
}

/** Reads the query of the filter's form. */
export function readFilter(query: unknown, choosable: Choosable): ReadFilter {
  const typed = typedFilter(query)
  const from = readDay('from', typed.from)
  const to = readDay('to', typed.to)
  const problems: FilterProblem[] = [
    ...choiceFields.flatMap((field) => (isKnown(field, typed[field], choosable) ? [] : [unknown(field)])),
    ...from.problems,
    ...to.problems,
  ]
  if (from.date && to.date && to.date < from.date) problems.push({ field: 'to', kind: 'before-from' })
  return { typed, filter: { ...chosen(typed), from: from.date, to: to.date }, problems }
}

/** The same filter as the query of a link; empty without one. */
export function filterQuery(typed: TypedFilter): URLSearchParams {
  const fields: [string, string][] = [
    ...choiceFields.map((field): [string, string] => [field, typed[field]]),
    ...parts.map((part): [string, string] => [`from-${part}`, typed.from[part]]),
    ...parts.map((part): [string, string] => [`to-${part}`, typed.to[part]]),
  ]
  return new URLSearchParams(fields.filter(([, value]) => value !== ''))
}

const parts = ['day', 'month', 'year'] as const

const unknown = (field: ChoiceField): FilterProblem => ({ field, kind: 'unknown' })

function typedFilter(query: unknown): TypedFilter {
  const part = (side: Side, name: Part) => textField(query, `${side}-${name}`).slice(0, 20)
  const side = (name: Side) => ({ day: part(name, 'day'), month: part(name, 'month'), year: part(name, 'year') })
  const choice = (name: ChoiceField) => textField(query, name).slice(0, 200)
  return {
    ...{ body: choice('body'), purpose: choice('purpose'), basis: choice('basis') },
    ...{ category: choice('category'), type: choice('type'), from: side('from'), to: side('to') },
  }
}

function isKnown(field: ChoiceField, value: string, { bodies, purposes }: Choosable): boolean {
  if (value === '') return true
  if (field === 'category') return isDataCategory(value)
  const known: Record<string, readonly string[]> = { body: bodies, purpose: purposes, basis: basisLetters }
  return (known[field] ?? accessTypes).includes(value)
}

/** Only what was found to be one of its list is ever asked for. */
const chosen = ({ body, purpose, basis, category, type }: TypedFilter): AccessFilter => ({
  ...{ body: body || undefined, purpose: purpose || undefined },
  basis: (basis || undefined) as LawfulBasis | undefined,
  category: isDataCategory(category) ? category : undefined,
  type: (type || undefined) as AccessType | undefined,
})
