import { fewer, type AgencyRecord } from '../../agreements/directory/agency-record.ts'
import { ask, type Db } from '../../shared/database.ts'
import { addYears, ukToday } from '../../shared/dates.ts'

/**
 * How a body has done over the last year, out of the published figures of its months: so nothing is said here that is
 * not said there, and no row is counted twice. Drift is out of the use of its agreements.
 */
export async function recordOfAgency(db: Db, agencyId: string, now: Date): Promise<AgencyRecord> {
  const since = `${addYears(ukToday(now), -1).slice(0, 7)}-01`
  const [row] = await ask<Row>(db, { name: 'record of a body', text: RECORD, values: [agencyId, since] })
  const { told = 0, used = 0, drift = 0, answers = 0, onTime = 0 } = row ?? {}
  return {
    ...{ told, used, drift: fewer(drift) },
    answered: told > 0 ? Math.min(1, answers / told) : null,
    onTime: answers > 0 ? onTime / answers : null,
  }
}

interface Row {
  told: number
  used: number
  drift: number
  /** How many answers there were, and how many of them came on time. */
  answers: number
  onTime: number
}

// A share is published in percent; it weighs as much as its month had answers.
const RECORD = `
  with months as (
    select month,
      coalesce(sum(value) filter (where figure = 'deliveries' and part = 'taken'), 0) as told,
      coalesce(sum(value) filter (where figure = 'access-records'), 0) as used,
      coalesce(sum(value) filter (where figure = 'answers'), 0) as answers,
      max(value) filter (where figure = 'answers-on-time') as on_time
    from figure_snapshots
    where agency_id = $1 and month >= $2 and figure in ('deliveries', 'access-records', 'answers', 'answers-on-time')
    group by month
  )
  select coalesce(sum(told), 0)::float8 as told, coalesce(sum(used), 0)::float8 as used,
    coalesce(sum(answers) filter (where on_time is not null), 0)::float8 as answers,
    coalesce(sum(answers * on_time / 100), 0)::float8 as "onTime",
    (select coalesce(sum(u.drift), 0)::float8 from agreements a join agreement_use u on u.agreement_id = a.id
     where a.agency_id = $1 and u.month >= $2) as drift
  from months`
