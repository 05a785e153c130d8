import type { AccessFilter } from './access-entry.ts'

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
    ...(type === undefined ? [] : [['and access_type = ?', type] as Condition]),
    ...(report === undefined ? [] : [['and report_id = ?::uuid', report] as Condition]),
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

const ANYWHERE = `and (body_id = any (?::text[]) or counterparty_id = any (?::text[]) or activity_id = any (?::text[])
  or data_categories && ?::text[] or access_type = any (?::text[]))`

// Days are those on which records reached the list, in UK time.
const START_OF_DAY = `(?::date)::timestamp at time zone 'Europe/London'`
const START_OF_NEXT_DAY = `(?::date + 1)::timestamp at time zone 'Europe/London'`
