import type { AccessFilter } from './access-entry.ts'
import { PROTECTED } from './neutral.ts'

/** A condition of a statement over `access_records`, with the values of its question marks. */
export type Condition = [condition: string, ...values: (string | number | readonly string[])[]]

/** What a filter asks, in the words of SQL. All of it goes by one person's own stretch of an index. */
export function conditionsOf(filter: AccessFilter): Condition[] {
  const { body, purpose, basis, category, type, report, words, from, to } = filter
  return [
    ...(body === undefined ? [] : [['and body_id = ?', body] as Condition]),
    ...(purpose === undefined ? [] : [['and position(? in activity_id) > 0', `/${purpose}/versions/`] as Condition]),
    ...(basis === undefined ? [] : [['and starts_with(legal_basis, ?)', `6(1)(${basis})`] as Condition]),
    ...(category === undefined ? [] : [['and ? = any (data_categories)', category] as Condition]),
    ...(type === undefined ? [] : [[`and access_type = ? and ${NOT_HIDDEN}`, type] as Condition]),
    ...(report === undefined ? [] : [[`and report_id = ?::uuid and ${NOT_HIDDEN}`, report] as Condition]),
    ...(words ?? []).map(({ bodies, activities, categories, types }): Condition => [
      ANYWHERE,
      ...[bodies, bodies, activities, categories, types],
    ]),
    ...(from === undefined ? [] : [[`and registered_at >= ${START_OF_DAY}`, from] as Condition]),
    ...(to === undefined ? [] : [[`and registered_at < ${START_OF_NEXT_DAY}`, to] as Condition]),
  ]
}

export const textOf = (conditions: readonly Condition[]) => conditions.map(([condition]) => condition).join(' ')

export const valuesOf = (conditions: readonly Condition[]) => conditions.flatMap(([, ...values]) => values)

// What is worded neutrally is found by nothing that its words keep back.
const NOT_HIDDEN = `visibility <> '${PROTECTED}'`

const ANYWHERE = `and (body_id = any (?::text[]) or (counterparty_id = any (?::text[]) and ${NOT_HIDDEN}) or activity_id = any (?::text[])
  or data_categories && ?::text[] or (access_type = any (?::text[]) and ${NOT_HIDDEN}))`

// Days are those on which records reached the list, in UK time.
const START_OF_DAY = `(?::date)::timestamp at time zone 'Europe/London'`
const START_OF_NEXT_DAY = `(?::date + 1)::timestamp at time zone 'Europe/London'`
