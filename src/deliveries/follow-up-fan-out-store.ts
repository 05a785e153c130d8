import type { Knex } from 'knex'
import { ask, statement } from '../shared/database.ts'
import { uuidV7 } from './uuid-v7.ts'

/**
 * Takes what citizens did after sending, the earliest of each report, and makes a delivery of it for each stream that
 * was told: one statement, whatever their number. It comes after the last one of its row of deliveries and waits until
 * that is settled; those are held meanwhile, so that none is settled unseen.
 *
 * A correction goes to whoever was told, read it in the feed, or is being told; what has not been sent takes the
 * correction's words itself. A withdrawal goes to whoever may have been told, also where we gave up on an answer: it may
 * have arrived. An answer or a decision goes where it was asked for.
 *
 * @returns how many were taken. Reports with more of them may be waiting.
 */
export async function fanOutFollowUps(
  tx: Knex.Transaction,
  { now, limit }: { now: Date; limit: number },
): Promise<{ followUps: number; deliveries: number }> {
  const [done] = await ask<{ taken: number; made: number }>(tx, takingAndDelivering({ now, limit }))
  return { followUps: done?.taken ?? 0, deliveries: done?.made ?? 0 }
}

const takingAndDelivering = statement(
  'fan out follow-ups',
  `
  with taken as (
    select f.id, f.report_id, f.kind, f.delivery_id, f.created_at,
      case when f.kind = 'withdrawal' then 0 else urgency(r.safety, r.event_type) end as priority
    from follow_ups f join reports r on r.id = f.report_id
    where f.fanned_out_at is null and r.fanned_out_at is not null and not exists (
      select from follow_ups earlier
      where earlier.report_id = f.report_id and earlier.fanned_out_at is null
        and (earlier.created_at, earlier.id) < (f.created_at, f.id))
    order by f.priority, f.created_at, f.id limit :limit for update of f skip locked
  ), in_turn as (
    select *, row_number() over (order by created_at, id) as place from taken
  ), locked as materialized (
    select d.*, taken.id as taken_id, is_unsent(d) as unsent, carries_facts(d) as with_facts
    from taken join deliveries d on d.report_id = taken.report_id
    order by d.id for update of d
  ), rows as (
    select taken_id, subscription_id, agreement_id,
      bool_or(state = 'acknowledged' or (state = 'due' and not unsent)
        or (state = 'given-up' and (read_at is not null
          or exists (select from outcomes o where o.delivery_id = locked.id)))) as told,
      bool_or(state = 'acknowledged' or attempts > 0 or leased_until is not null or read_at is not null) as may_know,
      bool_or(unsent and with_facts) as to_be_told,
      array_agg(id) as ids
    from locked group by taken_id, subscription_id, agreement_id
  ), last as (
    select locked.*, rows.told, rows.may_know, rows.to_be_told, rows.ids
    from locked join rows using (taken_id, subscription_id, agreement_id)
    where locked.state <> 'withdrawn' and not exists (
      select from locked next
      where next.taken_id = locked.taken_id and next.after_id = locked.id and next.state <> 'withdrawn')
  ), corrected as (
    update deliveries d set follow_up_id = taken.id
    from locked join taken on taken.id = locked.taken_id
    where d.id = locked.id and taken.kind = 'correction' and locked.unsent and locked.with_facts
  ), made as (
    insert into deliveries (id, report_id, account_id, subject_ref, subscription_id, agency_id, agreement_id,
      agreement_version, event_type, access_record_id, created_at, state, next_attempt_at, not_before,
      follow_up_id, after_id, priority, awaits_answer)
    select ${uuidV7('taken.place')}, last.report_id, last.account_id, last.subject_ref, last.subscription_id, last.agency_id,
      last.agreement_id, last.agreement_version, last.event_type, ${uuidV7()}, :now,
      case when last.state in ('due', 'held', 'waiting') then 'waiting' else 'due' end, :now, :now,
      taken.id, last.id, taken.priority, taken.kind in ('correction', 'answer')
    from last join in_turn taken on taken.id = last.taken_id
    where case taken.kind
      when 'correction' then last.told and not last.to_be_told
      when 'withdrawal' then last.may_know
      else taken.delivery_id = any (last.ids) end
    on conflict (report_id, subscription_id, agreement_id, follow_up_id) do nothing
    returning id
  ), marked as (
    update follow_ups set fanned_out_at = :now from taken where follow_ups.id = taken.id
  )
  select (select count(*) from taken) as taken, (select count(*) from made) as made`,
)
