import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { AccessFilter } from '../access-entry.ts'
import { conditionsOf, textOf, valuesOf } from '../access-filter-store.ts'
import { OUR_CONTROLLER } from '../access-record.ts'

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
 * Months without an entry are left out. By indexes alone, so that no row of the table is read: what this service looked at
 * itself, which is little, is counted by another one, and stands with what bodies did.
 */
export async function countsOfMonths(tx: Db, subjects: readonly Buffer[], from: CalendarDate): Promise<MonthCount[]> {
  const conditions = conditionsOf({ from })
  const { rows } = await tx.raw<{ rows: MonthCount[] }>(
    `select month, (counted.ours - coalesce(looks, 0))::int as ours, (counted.theirs + coalesce(looks, 0))::int as theirs
     from (
       select ${MONTH} as month, count(*) filter (where controller_id = ?) as ours,
         count(*) filter (where controller_id <> ?) as theirs
       from access_records where subject_ref = any(?::bytea[]) ${textOf(conditions)} group by 1
     ) counted left join (
       select ${MONTH} as month, count(*) as looks from access_records
       where subject_ref = any(?::bytea[]) and body_id = ? ${textOf(conditions)} group by 1
     ) own using (month) order by month`,
    [
      ...[OUR_CONTROLLER, OUR_CONTROLLER, [...subjects], ...valuesOf(conditions)],
      ...[[...subjects], OUR_CONTROLLER, ...valuesOf(conditions)],
    ] as string[],
  )
  return rows
}

const MONTH = `to_char(registered_at at time zone 'Europe/London', 'YYYY-MM-01')`

/** The bodies of that time, those with the most entries first. */
export async function countsOfBodies(tx: Db, subjects: readonly Buffer[], from: CalendarDate) {
  const conditions = conditionsOf({ from })
  const { rows } = await tx.raw<{ rows: { body_id: string; entries: number }[] }>(
    `select body_id, count(*)::int as entries from access_records
     where subject_ref = any(?::bytea[]) ${textOf(conditions)} group by body_id order by 2 desc, 1`,
    [[...subjects], ...valuesOf(conditions)] as string[],
  )
  return rows.map(({ body_id: bodyId, entries }) => ({ bodyId, entries }))
}
