import { ask, type Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Reporting } from './gap.ts'

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
