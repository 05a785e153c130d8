import { ask, type Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Gap, Reporting } from './gap.ts'

/** A gap as it stands. */
export interface FoundGap extends Gap {
  foundAt: Date
  closedAt: Date | null
}

/** What every body that takes part and has ever reported has said and sent since a day. As the worker. */
export async function reportingSince(db: Db, from: CalendarDate): Promise<Reporting[]> {
  return ask<Reporting>(db, {
    name: 'reporting of bodies',
    text: `
      select h.agency_id as "agencyId", h.last_at as "lastHeard",
        coalesce(counts.all, '[]') as counts, coalesce(arrivals.all, '[]') as arrivals,
        coalesce(exchanges.all, '[]') as exchanges
      from access_heard h join agencies g on g.id = h.agency_id and g.status = 'active' and g.state = 'approved'
      left join lateral (
        select jsonb_agg(jsonb_build_object('day', day, 'records', records, 'receivedAt', received_at,
          'disclosedTo', disclosed_to, 'receivedFrom', received_from) order by day) as all
        from (select distinct on (day) * from access_counts c
              where c.agency_id = h.agency_id and c.day >= $1 order by day, received_at desc) newest
      ) counts on true
      left join lateral (
        select jsonb_agg(jsonb_build_object('day', day, 'records', records) order by day) as all
        from (select day, sum(records) as records from access_arrivals a
              where a.agency_id = h.agency_id and a.day >= $1 group by day) days
      ) arrivals on true
      left join lateral (
        select jsonb_agg(jsonb_build_object('day', day, 'accessType', access_type, 'otherId', counterparty_id,
          'records', records)) as all
        from access_arrivals a where a.agency_id = h.agency_id and a.day >= $1
          and a.access_type in ('disclose', 'receive') and a.counterparty_id <> ''
      ) exchanges on true`,
    values: [from],
  }).then((rows) => rows.map(withDates))
}

/** In JSON a time is text. */
const withDates = (row: Reporting): Reporting => ({
  ...row,
  counts: row.counts.map((count) => ({ ...count, receivedAt: new Date(count.receivedAt) })),
})

/** Brings what stands open to these gaps. @returns those that are new. */
export async function keepGaps(tx: Db, gaps: readonly Gap[], now: Date): Promise<Gap[]> {
  const columns = [
    gaps.map(({ agencyId }) => agencyId),
    gaps.map(({ kind }) => kind),
    gaps.map(({ day }) => day),
    gaps.map(({ otherId }) => otherId),
  ]
  const GIVEN = 'unnest($1::text[], $2::text[], $3::date[], $4::text[])'
  await ask(tx, {
    name: 'close gaps',
    text: `update coverage_gaps g set closed_at = $5 where closed_at is null
      and (agency_id, kind, day, other_id) not in (select * from ${GIVEN})`,
    values: [...columns, now.toISOString()],
  })
  const found = await ask<{ agency_id: string; kind: string; day: CalendarDate; other_id: string; fresh: boolean }>(
    tx,
    {
      name: 'keep gaps',
      text: `insert into coverage_gaps as g (agency_id, kind, day, other_id, expected, arrived, found_at)
      select *, $7 from unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::bigint[], $6::bigint[])
      on conflict (agency_id, kind, day, other_id) where closed_at is null
        do update set expected = excluded.expected, arrived = excluded.arrived
      returning agency_id, kind, day, other_id, xmax = 0 as fresh`,
      values: [...columns, gaps.map(({ expected }) => expected), gaps.map(({ arrived }) => arrived), now.toISOString()],
    },
  )
  const fresh = found.filter((row) => row.fresh)
  return gaps.filter((gap) =>
    fresh.some(({ agency_id, kind, day, other_id }) =>
      [agency_id === gap.agencyId, kind === gap.kind, day === gap.day, other_id === gap.otherId].every(Boolean),
    ),
  )
}

const GAP = `agency_id as "agencyId", kind, day, other_id as "otherId", expected, arrived, found_at as "foundAt",
  closed_at as "closedAt"`

/** Those that a citizen should know of: where something may be missing from their list. */
export const openGaps = (db: Db): Promise<FoundGap[]> =>
  ask(db, {
    name: 'open gaps',
    text: `select ${GAP} from coverage_gaps where closed_at is null and kind <> 'more' order by agency_id, day`,
    values: [],
  })

/** All that are open, and those that were closed lately. */
export const gapsSince = (db: Db, from: Date): Promise<FoundGap[]> =>
  ask(db, {
    name: 'gaps since',
    text: `select ${GAP} from coverage_gaps where closed_at is null or closed_at >= $1
      order by closed_at is not null, found_at desc, agency_id, day limit 500`,
    values: [from.toISOString()],
  })

/** What a body says of itself, and since when and until when it was heard. */
export interface BodyCoverage {
  agencyId: string
  firstAt: Date | null
  lastAt: Date | null
  covered: { en: string; cy?: string }[]
  missing: { en: string; cy?: string }[]
}

/** Of bodies that take part. */
export const coverageOfBodies = (db: Db): Promise<BodyCoverage[]> =>
  ask(db, {
    name: 'coverage of bodies',
    text: `select g.id as "agencyId", h.first_at as "firstAt", h.last_at as "lastAt",
        g.systems_covered as covered, g.systems_missing as missing
      from agencies g left join access_heard h on h.agency_id = g.id
      where g.status = 'active' and g.state = 'approved' order by g.cluster, g.name ->> 'en', g.id`,
    values: [],
  })
