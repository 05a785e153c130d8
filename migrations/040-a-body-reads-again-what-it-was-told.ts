import type { Knex } from 'knex'

/**
 * A body may read again what it was told, and what it is about to be told, without anybody's sending it: the feed. A
 * delivery gets its place in its body's feed when that body reads on, one reader at a time, and only from what is
 * committed by then: so places come in the order in which they can be seen, and a transaction that commits late gets a
 * later place instead of being passed over. A body that never reads costs nothing.
 *
 * Each time a delivery is opened for its body, that stands in `delivery_readings` before. In that transaction, and in no
 * other, the web process reads what the delivery carries and puts the disclosure on record.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table deliveries
      add column feed_seq bigint,
      add column read_at timestamptz;
    comment on column deliveries.feed_seq is 'its place in its body''s feed; null: the body has not read so far';
    comment on column deliveries.read_at is
      'when its body first read it without its being sent: from then on the body knows, whatever becomes of sending';
    create unique index deliveries_of_feed on deliveries (agency_id, feed_seq) where feed_seq is not null;
    create index deliveries_of_feed_by_time on deliveries (agency_id, (coalesce(not_before, created_at)), id)
      where feed_seq is not null;
    create index deliveries_not_in_feed on deliveries (agency_id, (coalesce(not_before, created_at)), id)
      where feed_seq is null and state in ('due', 'waiting', 'acknowledged', 'given-up');
    grant update (feed_seq, read_at) on deliveries to tell_us_once_web;

    create or replace function is_unsent(d deliveries) returns boolean language sql immutable parallel safe as $$
      select d.state in ('due', 'held', 'waiting') and d.attempts = 0 and d.leased_until is null and d.read_at is null $$;

    create table delivery_readings (
      record_id uuid primary key,
      delivery_id uuid not null,
      agency_id text not null,
      way text not null check (way in ('feed', 'state')),
      at timestamptz not null,
      made_in xid8 not null default pg_current_xact_id()
    );
    comment on table delivery_readings is 'each time a delivery was opened for its body, beside being sent';
    comment on column delivery_readings.record_id is
      'of the access record; there is none where nothing could be told any more';
    comment on column delivery_readings.made_in is 'what was opened can be read in this transaction alone';
    create index delivery_readings_by_transaction on delivery_readings (made_in);
    call append_only('delivery_readings');
    call protect('delivery_readings');
    create policy web_reads_by_agency on delivery_readings for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_adds_for_agency on delivery_readings for insert to tell_us_once_web
      with check (agency_id = (select context_agency()) and exists (
        select from deliveries d where d.id = delivery_id and d.agency_id = (select context_agency())));
    grant select on delivery_readings to tell_us_once_web, tell_us_once_worker;
    -- Not of made_in, which nobody says but the database.
    grant insert (record_id, delivery_id, agency_id, way, at) on delivery_readings to tell_us_once_web;

    create function reports_read_now() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(d.report_id), '{}')
      from delivery_readings r join deliveries d on d.id = r.delivery_id
      where r.made_in = pg_current_xact_id_if_assigned() and d.agency_id = context_agency() $$;
    revoke all on function reports_read_now from public;
    grant execute on function reports_read_now to tell_us_once_web;

    create function keys_read_now() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(r.data_key_id), '{}') from reports r where r.id = any (reports_read_now()) $$;
    revoke all on function keys_read_now from public;
    grant execute on function keys_read_now to tell_us_once_web;

    create policy web_reads_again on reports for select to tell_us_once_web
      using (id = any ((select reports_read_now())::uuid[]));
    create policy web_reads_again on follow_ups for select to tell_us_once_web
      using (report_id = any ((select reports_read_now())::uuid[]));
    create policy web_reads_again on data_keys for select to tell_us_once_web
      using (id = any ((select keys_read_now())::uuid[]));

    create policy web_records_reading on access_records for insert to tell_us_once_web
      with check (controller_id = 'tell-us-once' and access_type = 'disclose' and exists (
        select from delivery_readings r join deliveries d on d.id = r.delivery_id
        where r.record_id = access_records.record_id and d.agency_id = (select context_agency())
          and d.subject_ref = access_records.subject_ref and d.agency_id = access_records.counterparty_id));
    create policy web_records_reading on access_record_ledger to tell_us_once_web
      using (controller_id = 'tell-us-once' and exists (
        select from delivery_readings r
        where r.record_id = access_record_ledger.record_id and r.agency_id = (select context_agency())));
    create policy web_settles_reading on disclosure_results to tell_us_once_web
      using (exists (
        select from delivery_readings r join deliveries d on d.id = r.delivery_id
        where r.record_id = disclosure_results.record_id and d.agency_id = (select context_agency())
          and d.subject_ref = disclosure_results.subject_ref));
  `)
}
