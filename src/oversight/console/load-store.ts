import type { Db } from '../../shared/database.ts'
import type { Maintenance } from '../../subscriptions/maintenance.ts'
import type { Method, Status } from '../../subscriptions/subscription.ts'

/** One of an agency's streams, and what waits for it. */
export interface StreamLoad {
  id: string
  method: Method
  status: Status
  reason: string | null
  description: string | null
  endpointUrl: string | null
  /** Null: its own system keeps it. */
  position: number | null
  algorithm: string
  provedAt: Date | null
  conformedAt: Date | null
  maxInFlight: number | null
  maxPerSecond: number | null
  maintenance: Maintenance[] | null
  /** Since when nothing has got through to it; null: the last attempt did. */
  failingSince: Date | null
  waiting: number
  /** Since when the oldest waits; null: nothing does. */
  oldest: Date | null
}

/** In the agency's context. What is held until a later day does not wait yet. */
export async function streamLoads(tx: Db, agencyId: string, now: Date): Promise<StreamLoad[]> {
  const { rows } = await tx.raw<{ rows: StreamLoad[] }>(
    `select s.id, s.method, s.status, s.reason, s.description, s.endpoint_url as "endpointUrl", s.position, s.algorithm,
       s.proved_at as "provedAt", s.conformed_at as "conformedAt",
       s.max_in_flight as "maxInFlight", s.max_per_second as "maxPerSecond", s.maintenance,
       (select f.failing_since from stream_failures f where f.subscription_id = s.id) as "failingSince",
       count(d.id) as waiting, min(coalesce(d.not_before, d.created_at)) as oldest
     from subscriptions s
     left join deliveries d on d.subscription_id = s.id and d.agency_id = s.agency_id and d.state = 'due'
       and (d.not_before is null or d.not_before <= :now)
     where s.agency_id = :agencyId
     group by s.id order by s.position nulls last, s.id`,
    { agencyId, now },
  )
  return rows
}

export interface Counts {
  delivered: number
  due: number
  failed: number
  ended: number
}

/** What became of the deliveries that were made since then. In the agency's context. */
export async function countsSince(tx: Db, agencyId: string, since: Date): Promise<Counts> {
  const { rows } = await tx.raw<{ rows: [Counts] }>(
    `select count(*) filter (where state = 'acknowledged') as delivered, count(*) filter (where state = 'due') as due,
       count(*) filter (where state = 'given-up') as failed,
       count(*) filter (where state in ('not-allowed', 'withdrawn')) as ended
     from deliveries where agency_id = ? and created_at >= ?`,
    [agencyId, since] as unknown as string[],
  )
  return rows[0]
}

/** How many deliveries have each answer as their latest one, of those answered since then. In the agency's context. */
export async function outcomesSince(tx: Db, agencyId: string, since: Date): Promise<Map<string, number>> {
  const { rows } = await tx.raw<{ rows: { status: string; count: number }[] }>(
    `select status, count(*) from (
       select distinct on (delivery_id) status from outcomes
       where agency_id = ? and received_at >= ? order by delivery_id, id desc
     ) latest group by status`,
    [agencyId, since] as unknown as string[],
  )
  return new Map(rows.map(({ status, count }) => [status, count]))
}

/** Two who change one stream wait for each other. Undefined for another body's. In the agency's context. */
export async function lockSubscription(tx: Db, agencyId: string, id: string) {
  return tx<{ id: string; agency_id: string; method: Method; status: Status }>('subscriptions')
    .where({ id, agency_id: agencyId })
    .forUpdate()
    .first('method', 'status')
}
