import { inTransaction, type Db } from '../../shared/database.ts'
import { toClaimed, type DeliveryRow } from '../delivery-store.ts'
import type { ClaimedRedelivery } from './redelivery.ts'

// A delivery as this sending sees it: what stands behind has the names of what stands before, and takes its place.
const AGAIN = `r.id as redelivery_id, r.place, r.subscription_id, r.access_record_id, r.attempts, r.lease,
  r.leased_until, r.created_at as not_before, true as claimed_before`

export interface RedeliveryClaim {
  lease: string
  now: Date
  leasedUntil: Date
  limit: number
}

/**
 * Leases what streams that are pushed to asked for, the first few of each, and of none that has some on their way: so
 * each gets what it asked for in order. Of a disabled stream too, to be refused. One worker claims at a time: two at
 * once would take from one stream what comes after each other.
 */
export function claimPushedRedeliveries(db: Db, claim: RedeliveryClaim & { perStream: number }) {
  return inTransaction(db, async (tx) => {
    const { rows: turn } = await tx.raw<{ rows: { mine: boolean }[] }>(
      `select pg_try_advisory_xact_lock(hashtextextended('redeliveries', 0)) as mine`,
    )
    if (!turn[0]?.mine) return []
    const { rows } = await tx.raw<{ rows: RedeliveryRow[] }>(CLAIM_PUSHED, { ...claim })
    return inOrder(rows)
  })
}

const CLAIM_PUSHED = `
  with recursive streams as (
    (select subscription_id from redeliveries where state = 'due' order by subscription_id limit 1)
    union all
    select next.subscription_id from streams cross join lateral (
      select r.subscription_id from redeliveries r
      where r.state = 'due' and r.subscription_id > streams.subscription_id order by r.subscription_id limit 1
    ) next
  ), open_streams as (
    select s.id from streams
    join subscriptions s on s.id = streams.subscription_id
    join agencies a on a.id = s.agency_id
    cross join lateral (
      select r.next_attempt_at, r.leased_until from redeliveries r
      where r.subscription_id = s.id and r.state = 'due' order by r.place limit 1
    ) first
    where (s.status = 'disabled'
        or (s.status = 'enabled' and s.method = 'push' and s.proved_at is not null and a.status = 'active'
          and not coalesce(s.closed_from <= :now and s.closed_until > :now, false)))
      and first.next_attempt_at <= :now and (first.leased_until is null or first.leased_until <= :now)
  ), taken as materialized (
    select next.id from open_streams cross join lateral (
      select r.id from redeliveries r where r.subscription_id = open_streams.id and r.state = 'due'
      order by r.place limit :perStream for update skip locked
    ) next limit :limit
  ), leased as (
    update redeliveries r set lease = :lease, leased_until = :leasedUntil from taken where r.id = taken.id returning r.*
  )
  select d.*, ${AGAIN} from leased r join deliveries d on d.id = r.delivery_id`

/** Leases what one stream that polls asked for, in order. In its body's context. */
export async function claimPolledRedeliveries(
  tx: Db,
  stream: string,
  claim: RedeliveryClaim,
): Promise<ClaimedRedelivery[]> {
  const { rows } = await tx.raw<{ rows: RedeliveryRow[] }>(CLAIM_POLLED, { ...claim, stream })
  return inOrder(rows)
}

const DUE = `r.subscription_id = :stream and r.state = 'due' and r.next_attempt_at <= :now
  and (r.leased_until is null or r.leased_until <= :now)
  and exists (select from subscriptions s where s.id = :stream and s.method = 'poll' and s.status = 'enabled')`

const CLAIM_POLLED = `
  with taken as materialized (
    select r.id from redeliveries r where ${DUE} order by r.place limit :limit for update skip locked
  ), leased as (
    update redeliveries r set lease = :lease, leased_until = :leasedUntil from taken where r.id = taken.id returning r.*
  )
  select d.*, ${AGAIN} from leased r join deliveries d on d.id = r.delivery_id`

/** Whether another poll would get something of what the stream asked for. In its body's context. */
export async function hasMoreRedeliveries(tx: Db, stream: string, now: Date): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { more: boolean }[] }>(
    `select exists (select from redeliveries r where ${DUE}) as more`,
    { stream, now },
  )
  return rows[0]?.more ?? false
}

/** Of those among these jtis that this stream was handed again and has not answered to. In its body's context. */
export async function handedOverAgain(tx: Db, stream: string, ids: readonly string[]): Promise<ClaimedRedelivery[]> {
  const { rows } = await tx.raw<{ rows: RedeliveryRow[] }>(
    `select d.*, ${AGAIN} from redeliveries r join deliveries d on d.id = r.delivery_id
      where r.delivery_id = any(:ids::uuid[]) and r.subscription_id = :stream and r.state = 'due' and r.lease is not null
      for update of r`,
    { ids: [...ids], stream } as never,
  )
  return inOrder(rows)
}

interface RedeliveryRow extends DeliveryRow {
  redelivery_id: string
  place: number
}

const inOrder = (rows: readonly RedeliveryRow[]): ClaimedRedelivery[] =>
  rows
    .toSorted((one, other) => one.place - other.place)
    .map((row) => ({ id: row.redelivery_id, delivery: { ...toClaimed(row), again: true } }))
