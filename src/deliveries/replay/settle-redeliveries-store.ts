import type { Knex } from 'knex'
import { settleDisclosures } from '../../access-log/record.ts'
import { DAY, later } from '../../shared/clock.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { stopStreams } from '../health/stop-streams.ts'
import type { ClaimedRedelivery, RedeliveryDecision } from './redelivery.ts'

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
  return inTransaction(db, async (tx) => {
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
  if (decision.state === 'due' && decision.pauseSubscription) await stopStreams(tx, [subscriptionId], now)
}

const WAITED_FOR = 7 * DAY
const KEPT = 30 * DAY
const AT_A_TIME = 1000

/**
 * What a body asked for and never came for, as long as a delivery is tried; and what is settled is forgotten after a
 * month: that it was disclosed stands in the access log.
 */
export async function giveUpRedeliveries(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
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
