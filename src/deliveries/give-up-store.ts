import type { Knex } from 'knex'

/** A delivery that its body has not taken in all its time. */
export interface Untaken {
  id: string
  agencyId: string
  subjectRef: Buffer
  accessRecordId: string
  /** As `last_failure` keeps it. */
  failure: string
  /** Its disclosure is on record. */
  recorded: boolean
}

/**
 * Gives up what has been open to its body for all its time: on a stream that is polled or read, or pushed to an endpoint
 * that has not proved itself, and what follows something over a stream that is gone, while its body has no other. What is held back (a paused stream, a suspended body) has not been open, nor is what
 * somebody has in hand at this moment. What was handed over counts as an attempt: it may have arrived, so whatever
 * withdraws it follows.
 */
export async function takeUntaken(
  tx: Knex.Transaction,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<Untaken[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>(GIVE_UP, { now, until, limit })
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    subjectRef: row.subject_ref,
    accessRecordId: row.access_record_id,
    failure: row.last_failure,
    recorded: row.recorded,
  }))
}

const GIVE_UP = `with untaken as materialized (
     select d.id, d.lease is not null as claimed, d.leased_until, s.method, l.record_id is not null as recorded
     from deliveries d
     left join subscriptions s on s.id = d.subscription_id
     join agencies a on a.id = d.agency_id and a.status = 'active'
     left join access_record_ledger l on l.controller_id = 'tell-us-once' and l.record_id = d.access_record_id
     where d.state = 'due'
       and case when s.id is null then d.after_id is not null
         else s.status = 'enabled' and (s.method in ('poll', 'inbox') or s.proved_at is null) end
       and coalesce(d.not_before, d.created_at) <= :until
       and (s.delivers_since is null or s.delivers_since <= :until)
       and (d.leased_until is null or d.leased_until <= :now)
     order by coalesce(d.not_before, d.created_at), d.id limit :limit for update of d skip locked
   ), given_up as (
     update deliveries d set state = 'given-up', settled_at = :now, lease = null, leased_until = null,
       attempts = d.attempts + case when u.claimed and u.recorded then 1 else 0 end,
       last_failure = case when u.claimed and u.recorded then 'not acknowledged'
         when d.attempts > 0 then d.last_failure
         else case u.method when 'poll' then 'unfetched' when 'inbox' then 'unopened' when 'push' then 'unproved' else 'streamless' end end
     from untaken u where d.id = u.id
     returning d.id, d.agency_id, d.subject_ref, d.access_record_id, d.last_failure, u.recorded, u.leased_until
   ), attempts as (
     insert into delivery_attempts (delivery_id, started_at, finished_at, result)
     select id, least(coalesce(leased_until, :now), :now), :now, 'unacknowledged' from given_up
     where last_failure = 'not acknowledged'
     on conflict do nothing
   )
   select * from given_up`

interface Row {
  id: string
  agency_id: string
  subject_ref: Buffer
  access_record_id: string
  last_failure: string
  recorded: boolean
}
