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

/** Months without an entry are left out. By the key alone, so that no row of the table is read. */
export async function countsOfMonths(tx: Db, subjects: readonly Buffer[], from: CalendarDate): Promise<MonthCount[]> {
  const conditions = conditionsOf({ from })
  const { rows } = await tx.raw<{ rows: MonthCount[] }>(
    `select to_char(registered_at at time zone 'Europe/London', 'YYYY-MM-01') as month,
       (count(*) filter (where controller_id = ?))::int as ours,
       (count(*) filter (where controller_id <> ?))::int as theirs
     from access_records where subject_ref = any(?::bytea[]) ${textOf(conditions)} group by 1 order by 1`,
    [OUR_CONTROLLER, OUR_CONTROLLER, [...subjects], ...valuesOf(conditions)] as string[],
  )
  return rows
}

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
