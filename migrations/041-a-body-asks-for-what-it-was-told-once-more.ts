import type { Knex } from 'knex'

/**
 * What a body asks for once more is sent over its own stream, in a queue of its own: in the order in which it asked, at
 * the stream's pace, and without a change to what became of the delivery first. Each is a disclosure beside the first.
 *
 * And a stream can be told to throw away what it has and to fetch it again from the feed.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table redeliveries (
      id uuid primary key,
      place bigint generated always as identity,
      delivery_id uuid not null,
      subscription_id uuid not null references subscriptions (id) on delete cascade,
      agency_id text not null,
      access_record_id uuid not null unique,
      state text not null default 'due' check (state in ('due', 'acknowledged', 'given-up', 'not-allowed')),
      attempts integer not null default 0,
      last_failure text,
      created_at timestamptz not null,
      next_attempt_at timestamptz not null,
      leased_until timestamptz,
      lease uuid,
      settled_at timestamptz
    );
    comment on column redeliveries.id is 'made of the body''s Idempotency-Key where it gave one, so that one call counts once';
    comment on column redeliveries.place is 'in the order in which it was asked for, which is that of the feed';
    create unique index redeliveries_once_at_a_time on redeliveries (delivery_id) where state = 'due';
    create index redeliveries_due on redeliveries (subscription_id, place) where state = 'due';
    create index redeliveries_by_age on redeliveries (created_at);
    call protect('redeliveries');
    create policy web_by_agency on redeliveries to tell_us_once_web
      using (agency_id = (select context_agency()))
      with check (agency_id = (select context_agency())
        and exists (select from deliveries d where d.id = delivery_id and d.agency_id = redeliveries.agency_id)
        and exists (select from subscriptions s where s.id = subscription_id and s.agency_id = redeliveries.agency_id));
    grant select, insert on redeliveries to tell_us_once_web;
    grant update (state, attempts, last_failure, next_attempt_at, leased_until, lease, settled_at) on redeliveries
      to tell_us_once_web;
    grant select, insert, update, delete on redeliveries to tell_us_once_worker;
    create trigger call_stream after insert on redeliveries for each row execute function call_stream();

    -- What a stream that polls is handed at this moment.
    create function reports_sent_again() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(d.report_id), '{}')
      from deliveries d
      join redeliveries r on r.delivery_id = d.id and r.state = 'due'
      join subscriptions s on s.id = r.subscription_id
      where d.id = any (context_deliveries()) and d.agency_id = context_agency() and r.leased_until is not null
        and s.method = 'poll' and s.status = 'enabled' $$;
    revoke all on function reports_sent_again from public;
    grant execute on function reports_sent_again to tell_us_once_web;

    create function keys_sent_again() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(r.data_key_id), '{}') from reports r where r.id = any (reports_sent_again()) $$;
    revoke all on function keys_sent_again from public;
    grant execute on function keys_sent_again to tell_us_once_web;

    create policy web_sends_again on reports for select to tell_us_once_web
      using (id = any ((select reports_sent_again())::uuid[]));
    create policy web_sends_again on follow_ups for select to tell_us_once_web
      using (report_id = any ((select reports_sent_again())::uuid[]));
    create policy web_sends_again on data_keys for select to tell_us_once_web
      using (id = any ((select keys_sent_again())::uuid[]));

    create policy web_records_sending_again on access_records for insert to tell_us_once_web
      with check (controller_id = 'tell-us-once' and access_type = 'disclose' and exists (
        select from redeliveries r join deliveries d on d.id = r.delivery_id
        where r.access_record_id = access_records.record_id and d.agency_id = (select context_agency())
          and d.subject_ref = access_records.subject_ref and d.agency_id = access_records.counterparty_id));
    create policy web_records_sending_again on access_record_ledger to tell_us_once_web
      using (controller_id = 'tell-us-once' and exists (
        select from redeliveries r
        where r.access_record_id = access_record_ledger.record_id and r.agency_id = (select context_agency())));
    create policy web_settles_sending_again on disclosure_results to tell_us_once_web
      using (exists (
        select from redeliveries r join deliveries d on d.id = r.delivery_id
        where r.access_record_id = disclosure_results.record_id and d.agency_id = (select context_agency())
          and d.subject_ref = disclosure_results.subject_ref));

    -- Of a body's own: what stands, or says that something does not, and is not erased. Says nothing else of a report.
    create function may_be_told_again(wanted uuid[]) returns table (delivery_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
      select d.id from deliveries d
      join reports r on r.id = d.report_id
      left join follow_ups f on f.id = d.follow_up_id
      where d.id = any (wanted) and d.agency_id = context_agency()
        and (f.kind = 'withdrawal'
          or (r.state = 'reported' and exists (select from data_keys k where k.id = r.data_key_id))) $$;
    revoke all on function may_be_told_again from public;
    grant execute on function may_be_told_again to tell_us_once_web;

    alter table stream_events
      drop constraint stream_events_kind_check,
      add constraint stream_events_kind_check check (kind in ('verification', 'stream-updated', 'resync'));
    create unique index stream_events_one_resync on stream_events (subscription_id)
      where kind = 'resync' and state = 'due';
  `)
}
