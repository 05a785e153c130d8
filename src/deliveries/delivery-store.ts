import type { Knex } from 'knex'
import { arrayLiteral, type ArrayElement } from '../shared/array-literal.ts'
import { ask, statement, type Db } from '../shared/database.ts'
import type { Decision } from './after-attempt.ts'
import type { ClaimedDelivery } from './delivery.ts'

/** What is lower goes first: that a report is taken back, somebody at risk, a death, the rest. As urgency() says. */
export const URGENCIES = [0, 1, 2, 3] as const

/** Named one by one, since the index begins with them. */
export const ANY_PRIORITY = `d.priority in (${URGENCIES.join(', ')})`

/**
 * Of what was held while its stream was paused, the earliest about a subject goes first (SSF 1.0, section 8.1.2.1). What
 * is taken back waits for nothing but what it withdraws.
 */
export const NONE_BEFORE = `(d.priority = 0 or not exists (
  select from deliveries earlier
  where earlier.in_order and earlier.state = 'due' and earlier.subscription_id = d.subscription_id
    and earlier.subject_ref = d.subject_ref and (earlier.created_at, earlier.id) < (d.created_at, d.id)))`

/**
 * That a delivery `d`, of which the id is known, is due still. Said so that no index of what is due fits it: a plan made
 * while nothing was due would read such an index from end to end for each batch, and be kept when a million are.
 */
export const STILL_DUE = `d.state = (select 'due')`

/** A stream `s` of an agency `a` to which is pushed now. */
export const OPEN = `s.status = 'enabled' and s.method = 'push' and s.proved_at is not null and a.status = 'active'
  and not coalesce(s.closed_from <= :now and s.closed_until > :now, false)`

/**
 * Does not wait for the disk. Before anything of it is sent the access records are on disk, and with them all that was
 * written before: lost is only what has led to nothing yet.
 */
export const LATER = `(select set_config('synchronous_commit', 'off', true)) as later`

/**
 * What is due, as lanes: the priorities of each subscription. Found by skipping through the index from one to the next,
 * those of the first priority first, however many are due in each.
 */
export const LANES = `lanes as (
  (select priority, subscription_id from deliveries where state = 'due' order by priority, subscription_id limit 1)
  union all
  select next.priority, next.subscription_id from lanes cross join lateral (
    select d.priority, d.subscription_id from deliveries d
    where d.state = 'due' and (d.priority, d.subscription_id) > (lanes.priority, lanes.subscription_id)
    order by d.priority, d.subscription_id limit 1
  ) next
)`

export interface Claim {
  lease: string
  now: Date
  leasedUntil: Date
  /** At most so many in all … */
  limit: number
  /** … and so many of each subscription, less what this worker has in hand of it already. */
  perLane: number
  /** … or so many of one that it has nothing of: as many, unless said. */
  perNewLane?: number
  inHand: Readonly<Record<string, number>>
  /** So many of what goes first, of a subscription that is full of the rest: none, unless said. */
  urgent?: Readonly<Record<string, number>>
}

/**
 * Leases what is due, a few from each subscription (lane), so that a backlog of one keeps nobody else waiting. Held
 * back: what is for a paused subscription, an endpoint that has not proved itself, a suspended body, or one that polls. Taken, to be refused: what is for a
 * subscription that is disabled or gone, unless it follows something: then it waits for another. A subscription with several
 * priorities has as many lanes, and for a moment as many times as many in hand.
 */
export async function claimDue(db: Db, claim: Claim): Promise<ClaimedDelivery[]> {
  const { perLane, perNewLane = perLane, inHand, urgent = {} } = claim
  const rooms = { perNewLane, inHand: JSON.stringify(inHand), urgent: JSON.stringify(urgent) }
  const rows = await ask<DeliveryRow>(db, claiming({ ...claim, ...rooms }))
  return rows.map(toClaimed)
}

const claiming = statement(
  'claim due deliveries',
  `with recursive ${LANES}, open_lanes as (
       select lanes.priority, lanes.subscription_id, s.id is null as gone,
         -- Each in a select of its own, and so read once: as text they would be read for each lane.
         greatest(coalesce(:perLane - ((select cast(:inHand as jsonb)) ->> lanes.subscription_id::text)::int, :perNewLane),
         case when lanes.priority = 0 then ((select cast(:urgent as jsonb)) ->> lanes.subscription_id::text)::int end) as room
       from lanes
       left join subscriptions s on s.id = lanes.subscription_id
       left join agencies a on a.id = s.agency_id
       where s.id is null or s.status = 'disabled'
         or (${OPEN})
       order by lanes.priority, random()
     ), taken as materialized (
       select next.id, next.lease from open_lanes cross join lateral (
         select id, lease from deliveries d
         where priority = open_lanes.priority and subscription_id = open_lanes.subscription_id and state = 'due'
           and next_attempt_at <= :now and (leased_until is null or leased_until <= :now) and ${NONE_BEFORE}
           and not (open_lanes.gone and after_id is not null)
         order by next_attempt_at, id limit greatest(open_lanes.room, 0) for update skip locked
       ) next limit :limit
     ), claimed as (
       -- By an array, so that it is the index that is asked whatever is guessed of how many they are.
       update deliveries d set lease = :lease, leased_until = :leasedUntil
       where d.id = any (array(select id from taken)) returning d.*
     )
     select claimed.*, taken.lease is not null as claimed_before, ${LATER} from claimed join taken using (id)`,
)

/** Gives back what was claimed and not attempted, for anybody to claim at once. */
export async function release(db: Db, deliveries: readonly ClaimedDelivery[]): Promise<void> {
  await db.raw(
    `update deliveries d set leased_until = null from unnest(?::uuid[], ?::uuid[]) as given (id, lease)
     where d.id = given.id and d.lease = given.lease and ${STILL_DUE}`,
    [deliveries.map(({ id }) => id), deliveries.map(({ lease }) => lease)] as unknown as string[],
  )
}

/** What became of a claimed delivery, and the attempt that it came of, if one was made. */
export interface Settlement {
  delivery: ClaimedDelivery
  decision: Decision | { state: 'not-allowed' }
  at: Date
  attempt?: { startedAt: Date; result: string; httpStatus: number | null; detail: string | null }
}

/**
 * Writes what became of a batch, with the attempts, in one statement. A delivery whose lease is no longer ours stays as
 * it is, and so does one that was settled already, should the answer to an earlier try have been lost. Where the batch
 * has one twice, claimed again after its first lease was over, what came of it under the later one counts.
 *
 * @returns by the id of what was settled, under which lease, and whether it went before others about the same person
 */
export async function settle(
  tx: Knex.Transaction,
  settlements: readonly Settlement[],
): Promise<Map<string, { lease: string; inOrder: boolean }>> {
  const rows = await ask<{ id: string; lease: string; in_order: boolean }>(tx, settling(columns(settlements)))
  return new Map(rows.map(({ id, lease, in_order: inOrder }) => [id, { lease, inOrder }]))
}

const settling = statement(
  'settle deliveries',
  `with given as (
       select * from unnest(cast(:ids as uuid[]), cast(:leases as uuid[]), cast(:states as text[]),
         cast(:failures as text[]), cast(:nexts as timestamptz[]), cast(:at as timestamptz[]),
         cast(:started as timestamptz[]), cast(:results as text[]), cast(:statuses as int[]), cast(:details as text[]))
       as given (id, lease, state, failure, next, at, started, result, status, detail)
     ), settled as (
       update deliveries d set
         state = given.state,
         attempts = d.attempts + case when given.started is null then 0 else 1 end,
         last_failure = coalesce(given.failure, d.last_failure),
         next_attempt_at = coalesce(given.next, d.next_attempt_at),
         settled_at = case when given.state = 'due' then null else given.at end,
         leased_until = null, lease = null
       from given where d.id = given.id and d.lease = given.lease and ${STILL_DUE}
       returning d.id, given.lease, d.in_order
     ), attempts as (
       insert into delivery_attempts (delivery_id, started_at, finished_at, result, http_status, detail)
       select id, started, at, result, status, detail from given join settled using (id, lease) where started is not null
       on conflict do nothing
     )
     select id, lease, in_order from settled`,
)

/**
 * Lets go what waited for these to settle. A statement of its own, after the one that settles: fan-out, which makes what
 * waits, holds the rows that it comes after, so that this one sees all that was made before they could be settled.
 */
export async function promoteWaiting(tx: Knex.Transaction, settledIds: readonly string[], now: Date): Promise<void> {
  await ask(tx, promoting({ now, ids: arrayLiteral(settledIds) }))
}

const promoting = statement(
  'promote waiting deliveries',
  `update deliveries set state = 'due', next_attempt_at = greatest(next_attempt_at, :now),
     not_before = greatest(not_before, :now)
   where state = (select 'waiting')
     and (after_id = any(cast(:ids as uuid[])) or behind_id = any(cast(:ids as uuid[])))`,
)

/** A receiver that says it is gone (410) is not called again until people have looked. */
export async function pauseSubscriptions(tx: Knex.Transaction, ids: readonly string[], now: Date) {
  return tx('subscriptions')
    .whereIn('id', [...ids])
    .where({ status: 'enabled' })
    .update({ status: 'paused', reason: 'Your receiver says that it is gone (410)', changed_at: now })
    .returning<{ id: string; agencyId: string }[]>(['id', 'agency_id as agencyId'])
}

function columns(settlements: readonly Settlement[]) {
  const all = (value: (settlement: Settlement) => ArrayElement) => arrayLiteral(settlements.map(value))
  return {
    ids: all(({ delivery }) => delivery.id),
    leases: all(({ delivery }) => delivery.lease),
    states: all(({ decision }) => decision.state),
    failures: all(({ decision }) => ('failure' in decision ? decision.failure : null)),
    nexts: all(({ decision }) => (decision.state === 'due' ? decision.nextAttemptAt : null)),
    at: all(({ at }) => at),
    started: all(({ attempt }) => attempt?.startedAt ?? null),
    results: all(({ attempt }) => attempt?.result ?? null),
    statuses: all(({ attempt }) => attempt?.httpStatus ?? null),
    details: all(({ attempt }) => attempt?.detail ?? null),
  }
}

export interface DeliveryRow {
  id: string
  report_id: string
  follow_up_id: string | null
  subject_ref: Buffer
  subscription_id: string
  agency_id: string
  agreement_id: string
  agreement_version: number
  event_type: string
  access_record_id: string
  attempts: number
  created_at: Date
  not_before: Date | null
  priority: number
  lease: string
  leased_until: Date
  claimed_before: boolean
}

export const toClaimed = (row: DeliveryRow): ClaimedDelivery => ({
  id: row.id,
  reportId: row.report_id,
  followUpId: row.follow_up_id,
  subjectRef: row.subject_ref,
  subscriptionId: row.subscription_id,
  agencyId: row.agency_id,
  agreementId: row.agreement_id,
  agreementVersion: row.agreement_version,
  eventType: row.event_type,
  accessRecordId: row.access_record_id,
  attempts: row.attempts,
  dueSince: row.not_before ?? row.created_at,
  priority: row.priority,
  lease: row.lease,
  leasedUntil: row.leased_until,
  claimedBefore: row.claimed_before,
})
