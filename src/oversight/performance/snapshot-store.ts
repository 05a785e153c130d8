import type { Db } from '../../shared/database.ts'
import type { Measure, PublishedFigure } from './figure.ts'
import { ACCESS } from './measure-access-store.ts'
import { DELIVERIES } from './measure-deliveries-store.ts'
import { REQUESTS } from './measure-requests-store.ts'
import { SERVICE } from './measure-service-store.ts'
import { addMonths, type Month } from './month.ts'

const STATEMENTS = [...REQUESTS, ...DELIVERIES, ...ACCESS, ...SERVICE]

/** Everything that is measured of a month, up to now if it runs. With the worker's role. */
export async function measures(tx: Db, month: Month, now: Date): Promise<Measure[]> {
  const { from, to } = await edgesOf(tx, month, now)
  const all: Measure[] = []
  for (const statement of STATEMENTS) {
    const { rows } = await tx.raw<{ rows: Measure[] }>(
      ...boundTo(statement, { from, to, first: month, next: addMonths(month, 1) }),
    )
    all.push(...rows.map(asNumbers))
  }
  return all
}

/** Months of the past that have no figures yet, the earliest first: none before there was an agreement. */
export async function missingMonths(tx: Db, last: Month, most: number): Promise<Month[]> {
  const { rows } = await tx.raw<{ rows: { month: Month }[] }>(
    `select wanted.month::date as month
     from (select date_trunc('month', min(agreed_at) at time zone 'Europe/London') as month from agreement_versions) first
     cross join lateral generate_series(
       greatest(first.month, cast(:last as date) - make_interval(months => :most - 1)), cast(:last as date)::timestamp,
       interval '1 month') as wanted (month)
     where first.month is not null and not exists (select from figure_months m where m.month = wanted.month::date)
     order by 1`,
    { last, most },
  )
  return rows.map(({ month }) => month)
}

/** @returns false when somebody else has made or is making it: then nothing is to be added */
export async function beginMonth(tx: Db, month: Month, now: Date): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: object[] }>(
    'insert into figure_months (month, made_at) values (:month, :now) on conflict do nothing returning month',
    { month, now },
  )
  return rows.length > 0
}

export async function addSnapshots(tx: Db, month: Month, published: readonly PublishedFigure[]): Promise<void> {
  await tx.raw(
    `insert into figure_snapshots (agency_id, month, figure, part, value)
     select r."agencyId", cast(:month as date), r.figure, r.part, r.value
     from jsonb_to_recordset(cast(:rows as jsonb)) as r ("agencyId" text, figure text, part text, value float8)`,
    { month, rows: JSON.stringify(published) },
  )
}

/** What was counted of a month is published; the rows that it was counted from have had their time. */
export async function forgetBegun(tx: Db, before: Month): Promise<void> {
  await tx.raw('delete from drafts_begun where day < ?', [before])
}

export async function isCounted(db: Db, month: Month, since: Date): Promise<boolean> {
  const one = await db('running_figures')
    .where({ month })
    .where('counted_at', '>', since)
    .first<{ figure: string } | undefined>('figure')
  return one !== undefined
}

/** In place of what was said of this month, or of the one before it, an hour ago. */
export async function replaceRunning(
  tx: Db,
  month: Month,
  published: readonly PublishedFigure[],
  now: Date,
): Promise<void> {
  await tx.raw(
    `insert into running_figures (figure, part, month, value, counted_at)
     select r.figure, r.part, cast(:month as date), r.value, cast(:now as timestamptz)
     from jsonb_to_recordset(cast(:rows as jsonb)) as r (figure text, part text, value float8)
     on conflict (figure, part) do update
       set month = excluded.month, value = excluded.value, counted_at = excluded.counted_at`,
    { month, now, rows: JSON.stringify(published) },
  )
  await tx.raw('delete from running_figures where month <> ?', [month])
}

/** A month begins at midnight where our citizens are. */
async function edgesOf(tx: Db, month: Month, now: Date): Promise<{ from: Date; to: Date }> {
  const { rows } = await tx.raw<{ rows: { from: Date; to: Date }[] }>(
    `select cast(:month as timestamp) at time zone 'Europe/London' as "from",
       least((cast(:month as timestamp) + interval '1 month') at time zone 'Europe/London', cast(:now as timestamptz)) as "to"`,
    { month, now },
  )
  const [edges] = rows
  if (!edges) throw new Error('A month has edges')
  return edges
}

/** Each statement names what it needs of these. */
function boundTo(statement: string, given: Record<string, Date | string>): [string, Record<string, Date | string>] {
  return [statement, Object.fromEntries(Object.entries(given).filter(([name]) => statement.includes(`:${name}`)))]
}

const asNumbers = (row: Measure): Measure => ({ ...row, n: Number(row.n), of: row.of === null ? null : Number(row.of) })
