import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { AccessFilter } from '../access-entry.ts'
import { conditionsOf, textOf, valuesOf } from '../access-filter-store.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { findBodies } from './body-store.ts'

/** How many entries each body has on a day of the list, of those that a filter lets through. */
export async function countsOfDay(tx: Db, subjects: readonly Buffer[], filter: AccessFilter, day: CalendarDate) {
  const conditions = [...conditionsOf(filter), ...conditionsOf({ from: day, to: day })]
  const { rows } = await tx.raw<{ rows: { body_id: string; entries: number }[] }>(
    `select body_id, count(*)::int as entries from access_records
     where subject_ref = any(?::bytea[]) ${textOf(conditions)} group by body_id`,
    [[...subjects], ...valuesOf(conditions)] as string[],
  )
  return new Map(rows.map(({ body_id, entries }) => [body_id, entries]))
}

/** A month of the list: what we told bodies, and what they did themselves. */
export interface MonthCount {
  /** Its first day. */
  month: CalendarDate
  ours: number
  theirs: number
}

/**
 * Of the twelve months from the first of one on; those without an entry are left out. Each month by its own stretch of an
 * index alone, so that no row of the table is read and nothing is sorted: what this service looked at itself, which is
 * little, is counted by another one, and stands with what bodies did.
 */
export async function countsOfMonths(tx: Db, subjects: readonly Buffer[], from: CalendarDate): Promise<MonthCount[]> {
  const { rows } = await tx.raw<{ rows: MonthCount[] }>(
    `select to_char(begins at time zone 'Europe/London', 'YYYY-MM-DD') as month,
       (counted.ours - looks)::int as ours, (counted.theirs + looks)::int as theirs
     from generate_series(0, 11) as month cross join lateral (
       select ${startOfMonth('month')} as begins, ${startOfMonth('month + 1')} as ends
     ) as bounds cross join lateral (
       select count(*) filter (where controller_id = :our) as ours, count(*) filter (where controller_id <> :our) as theirs
       from access_records where ${IN_MONTH}
     ) as counted cross join lateral (
       select count(*) as looks from access_records where ${IN_MONTH} and body_id = :our
     ) as own
     where counted.ours + counted.theirs > 0 order by begins`,
    { from, our: OUR_CONTROLLER, subjects: [...subjects] },
  )
  return rows
}

const startOfMonth = (after: string) =>
  `((:from::date + (${after}) * interval '1 month')::timestamp at time zone 'Europe/London')`
// The beginning of the year besides: by it, months before it are not even planned for.
const IN_MONTH = `subject_ref = any(:subjects::bytea[]) and registered_at >= ${startOfMonth('0')}
  and registered_at >= begins and registered_at < ends`

/** The bodies of that time, those with the most entries first: of each its own stretch of an index is counted. */
export async function countsOfBodies(tx: Db, subjects: readonly Buffer[], from: CalendarDate) {
  const conditions = conditionsOf({ from })
  const { rows } = await tx.raw<{ rows: { body_id: string; entries: number }[] }>(
    `select body_id, entries from unnest(?::text[]) as mine (id) cross join lateral (
       select body_id, count(*)::int as entries from access_records
       where subject_ref = any(?::bytea[]) and body_id = mine.id ${textOf(conditions)} group by body_id
     ) as counted order by entries desc, body_id`,
    [await findBodies(tx, subjects), [...subjects], ...valuesOf(conditions)] as string[],
  )
  return rows.map(({ body_id: bodyId, entries }) => ({ bodyId, entries }))
}
