import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/** A number that anybody may read: of a body, or of one activity of it, in the three months from a day on. */
export interface PublishedCount {
  agencyId: string
  /** Its address, without a version; empty for a number of the body. */
  activityId: string
  quarter: CalendarDate
  /** Undefined: fewer than five, or none. */
  count?: number | undefined
}

/** The newest first. */
export async function publishedCounts(tx: Db, what: 'questions' | 'sealed'): Promise<PublishedCount[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `select agency_id, activity_id, quarter, count from published_counts
     where what = ? order by quarter desc, agency_id, activity_id limit 400`,
    [what],
  )
  return rows.map(({ agency_id: agencyId, activity_id: activityId, quarter, count }) => ({
    ...{ agencyId, activityId, quarter, count: count ?? undefined },
  }))
}

/**
 * Counts anew and publishes: what people asked, by activity and quarter; and of each body that may seal, how many records
 * it sealed in each quarter that is over. A quarter that runs would show by its changes when one was sealed.
 */
export async function publishCounts(tx: Db, now: Date): Promise<void> {
  await tx.raw(
    `insert into published_counts (what, agency_id, activity_id, quarter, count, counted_at)
     select 'questions', agency_id, ${ACTIVITY}, ${quarterOf('asked_at')}, ${SUPPRESSED}, :now::timestamptz
     from questions where asked_at >= :now::timestamptz - interval '3 years' group by 2, 3, 4
     union all
     select 'sealed', may.agency_id, '', quarters.quarter, ${SUPPRESSED.replaceAll('count(*)', 'count(s.record_id)')}, :now::timestamptz
     from (
       select agency_id, min(registered_at) as since from activity_versions where confidentiality = 'sealed'
       group by agency_id) may
     cross join lateral (
       select quarter::date from generate_series(
         greatest(${quarterOf('may.since')}, ${quarterOf(`(:now::timestamptz - interval '3 years')`)})::timestamp,
         (${quarterOf(':now::timestamptz')} - 1)::timestamp, interval '3 months') as quarter) quarters
     left join sealed_access_records s on s.controller_id = may.agency_id and s.visibility = 'sealed'
       and s.registered_at >= quarters.quarter::timestamp at time zone 'Europe/London'
       and s.registered_at < (quarters.quarter + interval '3 months')::timestamp at time zone 'Europe/London'
     group by may.agency_id, quarters.quarter
     on conflict (what, agency_id, activity_id, quarter) do update
       set count = excluded.count, counted_at = excluded.counted_at`,
    { now },
  )
}

const SUPPRESSED = 'case when count(*) >= 5 then count(*) end'

/** Its address without the version: what is asked again and again shows, also when the words have changed since. */
const ACTIVITY = `regexp_replace(activity_id, '/versions/[0-9]+$', '')`

const quarterOf = (time: string) => `date_trunc('quarter', ${time} at time zone 'Europe/London')::date`

interface Row {
  agency_id: string
  activity_id: string
  quarter: CalendarDate
  count: number | null
}
