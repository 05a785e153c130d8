import type { Knex } from 'knex'
import type { Bilingual } from '../../shared/language.ts'

export type Unit = 'hour' | 'day'

/** An hour or a day of UK time. Ages are in minutes. */
export interface Stretch {
  from: Date
  due: number
  oldest: number
  inFlight: number
  taken: number
  failed: number
  withinSecond: number
  withinTenSeconds: number
  withinMinute: number
  later: number
}

/** Every stretch of a period up to now, those in which nothing happened too. In an operator's context, as all here. */
export async function stretches(
  tx: Knex.Transaction,
  { now, count, unit, agencyId }: { now: Date; count: number; unit: Unit; agencyId: string | undefined },
): Promise<Stretch[]> {
  const { rows } = await tx.raw<{ rows: Stretch[] }>(
    `with stretch as (
       select at from (select date_trunc(:unit, cast(:now as timestamptz) at time zone 'Europe/London') as last) now,
         generate_series(now.last - cast(:reach as interval), now.last, cast(:step as interval)) as at
     ), moment as (
       select date_trunc(:unit, s.at at time zone 'Europe/London') as at, sum(s.due) as due,
         max(s.oldest_due) as oldest, sum(s.in_flight) as in_flight, sum(s.failed) as failed,
         sum(s.within_second) as within_second, sum(s.within_ten_seconds) as within_ten_seconds,
         sum(s.within_minute) as within_minute, sum(s.later) as later
       from delivery_samples s
       where s.at >= cast(:now as timestamptz) - cast(:reach as interval) - interval '1 day'
         and (cast(:agency as text) is null or s.agency_id = :agency)
       group by s.at
     )
     select stretch.at at time zone 'Europe/London' as "from", coalesce(max(m.due), 0)::int as due,
       coalesce(ceil(max(m.oldest) / 60.0), 0)::int as oldest, coalesce(max(m.in_flight), 0)::int as "inFlight",
       coalesce(sum(m.within_second + m.within_ten_seconds + m.within_minute + m.later), 0)::int as taken,
       coalesce(sum(m.failed), 0)::int as failed, coalesce(sum(m.within_second), 0)::int as "withinSecond",
       coalesce(sum(m.within_ten_seconds), 0)::int as "withinTenSeconds",
       coalesce(sum(m.within_minute), 0)::int as "withinMinute", coalesce(sum(m.later), 0)::int as later
     from stretch left join moment m on m.at = stretch.at
     group by stretch.at order by stretch.at`,
    { now, unit, agency: agencyId ?? null, reach: `${count - 1} ${unit}s`, step: `1 ${unit}` },
  )
  return rows
}

export interface AgencyFigures {
  id: string
  name: Bilingual
  taken: number
  failed: number
  due: number
  /** In minutes. */
  oldest: number
}

/** What each body's deliveries did since then, those with the most trouble first. */
export async function figuresByAgency(tx: Knex.Transaction, since: Date): Promise<AgencyFigures[]> {
  const { rows } = await tx.raw<{ rows: AgencyFigures[] }>(
    `select a.id, a.name, sum(s.within_second + s.within_ten_seconds + s.within_minute + s.later)::int as taken,
       sum(s.failed)::int as failed, max(s.due)::int as due, ceil(max(s.oldest_due) / 60.0)::int as oldest
     from delivery_samples s join agencies a on a.id = s.agency_id
     where s.at >= :since group by a.id, a.name
     order by max(s.oldest_due) desc, sum(s.failed) desc, a.name ->> 'en'`,
    { since },
  )
  return rows
}

export interface TimerHealth {
  timer: string
  lastDone: Date | null
  failing: boolean
}

export async function timerHealth(tx: Knex.Transaction): Promise<TimerHealth[]> {
  const { rows } = await tx.raw<{ rows: TimerHealth[] }>(
    'select timer, last_done as "lastDone", failed or retries > 0 as failing from timer_health() order by 3 desc, 1',
  )
  return rows
}
