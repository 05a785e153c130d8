import { ask, statement, type Db } from '../shared/database.ts'
import { STREAMS_CHANNEL } from '../subscriptions/stream-store.ts'
import { ANY_PRIORITY, NONE_BEFORE, STILL_DUE, toClaimed, type Claim, type DeliveryRow } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'

/**
 * Leases what is due for one stream, what was wrong before everything else, and in the order in which it came. Another
 * poll of the same stream gets none of it until the lease is over. In its body's context.
 */
export async function claimForPoll(
  tx: Db,
  stream: string,
  claim: Pick<Claim, 'lease' | 'now' | 'leasedUntil' | 'limit'>,
): Promise<ClaimedDelivery[]> {
  const { rows } = await tx.raw<{ rows: (DeliveryRow & { rank: number })[] }>(
    `with taken as materialized (
       select d.id, d.lease from deliveries d
       where ${DUE} and ${NONE_BEFORE}
       order by d.priority, d.next_attempt_at, d.id limit :limit for update skip locked
     ), ranked as (
       select taken.id, taken.lease, row_number() over (order by d.priority, d.next_attempt_at, d.id) as rank
       from taken join deliveries d on d.id = taken.id
     )
     update deliveries d set lease = :lease, leased_until = :leasedUntil from ranked where d.id = ranked.id
     returning d.*, ranked.lease is not null as claimed_before, ranked.rank`,
    { ...claim, stream },
  )
  return rows.toSorted((one, other) => one.rank - other.rank).map(toClaimed)
}

/** Whether another poll would get something. In its body's context. */
export async function hasMore(tx: Db, stream: string, now: Date): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { more: boolean }[] }>(
    `select exists (select from deliveries d where ${DUE} and ${NONE_BEFORE}) as more`,
    { stream, now },
  )
  return rows[0]?.more ?? false
}

/**
 * Of those among these ids that this stream was given and has not answered to yet, as they are leased now; what its body
 * read in the feed was given to it as well. In its body's context.
 */
export async function handedOver(tx: Db, stream: string, ids: readonly string[]): Promise<ClaimedDelivery[]> {
  await tx.raw(
    `update deliveries d set lease = gen_random_uuid()
     where d.id = any(?::uuid[]) and d.subscription_id = ? and ${STILL_DUE} and d.lease is null and d.read_at is not null`,
    [[...ids], stream] as unknown as string[],
  )
  const { rows } = await tx.raw<{ rows: DeliveryRow[] }>(
    `select d.*, true as claimed_before from deliveries d
     where d.id = any(?::uuid[]) and d.subscription_id = ? and ${STILL_DUE} and d.lease is not null for update`,
    [[...ids], stream] as unknown as string[],
  )
  return rows.map(toClaimed)
}

/** Ends the waiting of whoever polls a stream that there is something for. */
export async function callPollers(tx: Db, now: Date): Promise<void> {
  await ask(tx, callingPollers({ channel: STREAMS_CHANNEL, now }))
}

const callingPollers = statement(
  'call pollers',
  // Not EXISTS, which is planned as a join that begins with all that is due.
  `select pg_notify(:channel, s.id::text) from subscriptions s
   where s.method = 'poll' and s.status = 'enabled' and (
     select true from deliveries d
     where d.subscription_id = s.id and d.state = 'due' and ${ANY_PRIORITY} and d.leased_until is null
       and d.next_attempt_at <= :now limit 1)`,
)

const DUE = `d.subscription_id = :stream and ${ANY_PRIORITY} and d.state = 'due' and d.next_attempt_at <= :now
  and (d.leased_until is null or d.leased_until <= :now)
  and exists (select from subscriptions s where s.id = :stream and s.method = 'poll' and s.status = 'enabled')`
