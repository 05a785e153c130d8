import type { Db } from '../../shared/database.ts'
import { LANES } from '../delivery-store.ts'
import type { Method } from '../../subscriptions/subscription.ts'

/** What an agency's streams of one kind wait for. */
export interface DueOfAgency {
  agencyId: string
  method: Method
  /** Of each lane, a stream's deliveries of one priority, no more than were to be counted. */
  due: number
  /** How long the oldest has been due, in seconds; 0 when nothing is. */
  oldest: number
}

/**
 * What is due by now. From lane to lane by skipping through the index, and along each until so many are counted: a million
 * deliveries that wait cost no more than a few thousand. With the worker's role.
 */
export async function whatIsDue(db: Db, now: Date, most: number): Promise<DueOfAgency[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(WHAT_IS_DUE, { now, most })
  return rows.map(({ agency_id: agencyId, method, due, oldest }) => ({ agencyId, method, due, oldest }))
}

/** Exported for whoever looks at how it is carried out. */
export const WHAT_IS_DUE = `
  with recursive ${LANES}, counted as (
    select lanes.subscription_id, lane.due, lane.oldest from lanes cross join lateral (
      select count(*) as due, min(first.next_attempt_at) as oldest from (
        select d.next_attempt_at from deliveries d
        where d.priority = lanes.priority and d.subscription_id = lanes.subscription_id and d.state = 'due'
          and d.next_attempt_at <= :now
        order by d.next_attempt_at limit :most
      ) first
    ) lane
  )
  select s.agency_id, s.method, coalesce(sum(c.due), 0)::int as due,
    coalesce(extract(epoch from cast(:now as timestamptz) - min(c.oldest)), 0)::float as oldest
  from subscriptions s left join counted c on c.subscription_id = s.id
  group by s.agency_id, s.method
  order by s.agency_id, s.method`

interface Row {
  agency_id: string
  method: Method
  due: number
  oldest: number
}
