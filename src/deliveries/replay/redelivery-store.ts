import type { Knex } from 'knex'
import { settleDisclosures } from '../../access-log/record.ts'
import { DAY, later } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { pauseSubscriptions, toClaimed, type DeliveryRow } from '../delivery-store.ts'
import type { ClaimedRedelivery, RedeliveryDecision } from './redelivery.ts'

// A delivery as this sending sees it: what stands behind has the names of what stands before, and takes its place.
const AGAIN = `r.id as redelivery_id, r.place, r.subscription_id, r.access_record_id, r.attempts, r.lease,
  r.leased_until, r.created_at as not_before, true as claimed_before`

export interface NewRedelivery {
  id: string
  deliveryId: string
  subscriptionId: string
  agencyId: string
  accessRecordId: string
}

/** In this order; one that waits already, or was asked for by the same call, is not added again. In the body's context. */
export async function addRedeliveries(tx: Db, redeliveries: readonly NewRedelivery[], now: Date): Promise<void> {
  if (redeliveries.length === 0) return
  await tx('redeliveries')
    .insert(
      redeliveries.map(({ id, deliveryId, subscriptionId, agencyId, accessRecordId }) => ({
        ...{ id, delivery_id: deliveryId, subscription_id: subscriptionId, agency_id: agencyId },
        ...{ access_record_id: accessRecordId, created_at: now, next_attempt_at: now },
      })),
    )
    .onConflict()
    .ignore()
}

/** Of these, what may be told again as far as its report goes. In the body's context. */
export async function mayBeToldAgain(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.raw<{ rows: { delivery_id: string }[] }>(
    'select delivery_id from may_be_told_again(?::uuid[])',
    [[...ids]] as unknown as string[],
  )
  return new Set(rows.map(({ delivery_id }) => delivery_id))
}

/**
 * Those that are due already and may be known are tried at once, instead of being sent beside. In the body's context.
 */
export async function hasten(tx: Db, ids: readonly string[], now: Date): Promise<void> {
  await tx('deliveries')
    .whereIn('id', [...ids])
    .where({ state: 'due' })
    .whereNull('leased_until')
    .where('next_attempt_at', '>', now)
    .update({ next_attempt_at: now })
}

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
  return db.transaction(async (tx) => {
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
        or (s.status = 'enabled' and s.method = 'push' and s.proved_at is not null and a.status = 'active'))
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

/** Gives back what was claimed and not attempted. */
export async function releaseRedeliveries(db: Db, redeliveries: readonly ClaimedRedelivery[]): Promise<void> {
  const [first] = redeliveries
  if (!first) return
  await db('redeliveries')
    .whereIn(
      'id',
      redeliveries.map(({ id }) => id),
    )
    .where({ lease: first.delivery.lease, state: 'due' })
    .update({ leased_until: null })
}

/**
 * Not if somebody else has claimed it since. What the body took now, it took: a delivery that we had given up on is
 * acknowledged by it too.
 */
export function settleRedelivery(
  db: Db,
  { id, delivery }: ClaimedRedelivery,
  decision: RedeliveryDecision,
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    const settled = await tx('redeliveries')
      .where({ id, lease: delivery.lease, state: 'due' })
      .update({
        state: decision.state,
        attempts: delivery.attempts + (decision.state === 'not-allowed' ? 0 : 1),
        last_failure: 'failure' in decision ? decision.failure : null,
        ...(decision.state === 'due' ? { next_attempt_at: decision.nextAttemptAt } : { settled_at: now }),
        ...{ lease: null, leased_until: null },
      })
    if (settled === 0) return
    await noteWhatBecame(tx, delivery, decision, now)
  })
}

async function noteWhatBecame(
  tx: Knex.Transaction,
  delivery: ClaimedRedelivery['delivery'],
  decision: RedeliveryDecision,
  now: Date,
): Promise<void> {
  const { id, subjectRef, accessRecordId: recordId, subscriptionId } = delivery
  if (decision.state === 'acknowledged') {
    await settleDisclosures(tx, [{ subjectRef, recordId, result: 'made', at: now }])
    await tx('deliveries').where({ id, state: 'given-up' }).update({ state: 'acknowledged', settled_at: now })
  }
  if (decision.state === 'given-up') {
    await settleDisclosures(tx, [{ subjectRef, recordId, result: 'not-made', at: now }])
  }
  if (decision.state === 'due' && decision.pauseSubscription) await pauseSubscriptions(tx, [subscriptionId], now)
}

const WAITED_FOR = 7 * DAY
const KEPT = 30 * DAY
const AT_A_TIME = 1000

/**
 * What a body asked for and never came for, as long as a delivery is tried; and what is settled is forgotten after a
 * month: that it was disclosed stands in the access log.
 */
export async function giveUpRedeliveries(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const { rows } = await tx.raw<{ rows: { record_id: string; subject_ref: Buffer; was_handed: boolean }[] }>(
      `with old as materialized (
         select id, lease is not null as was_handed from redeliveries
         where created_at <= :until and state = 'due' and (leased_until is null or leased_until <= :now)
         order by created_at limit :limit for update skip locked
       )
       update redeliveries r set state = 'given-up', settled_at = :now, lease = null, leased_until = null
       from old, deliveries d where r.id = old.id and d.id = r.delivery_id
       returning r.access_record_id as record_id, d.subject_ref, old.was_handed`,
      { now, until: later(now, -WAITED_FOR), limit: AT_A_TIME },
    )
    const handed = rows.filter(({ was_handed }) => was_handed)
    const results = handed.map(({ record_id: recordId, subject_ref: subjectRef }) => ({
      ...{ recordId, subjectRef, result: 'unconfirmed' as const, at: now },
    }))
    if (results.length > 0) await settleDisclosures(tx, results)
  })
  await db.raw(
    `delete from redeliveries where ctid = any (array(
       select ctid from redeliveries where created_at <= ? and state <> 'due' order by created_at limit ?))`,
    [later(now, -KEPT), AT_A_TIME],
  )
}

interface RedeliveryRow extends DeliveryRow {
  redelivery_id: string
  place: number
}

const inOrder = (rows: readonly RedeliveryRow[]): ClaimedRedelivery[] =>
  rows
    .toSorted((one, other) => one.place - other.place)
    .map((row) => ({ id: row.redelivery_id, delivery: { ...toClaimed(row), again: true } }))
