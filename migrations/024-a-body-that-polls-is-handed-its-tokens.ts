import type { Knex } from 'knex'

/**
 * Where a body polls, the web process hands its tokens over. For that moment, and in that body's context, it reads what
 * those deliveries carry, puts their disclosures on record and settles them: the deliveries that the transaction names,
 * if they are the body's, are claimed, and go to a stream that polls. The arrays are worked out once a query, so that
 * citizens' own queries keep their indexes.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function context_deliveries() returns uuid[] language sql stable parallel safe as $$
      select coalesce(array_agg(id::uuid), '{}')
      from unnest(string_to_array(nullif(current_setting('app.deliveries', true), ''), ',')) as id $$;

    create function handed_over_reports() returns uuid[]
    language sql stable security definer set search_path = public as $$
      select coalesce(array_agg(d.report_id), '{}')
      from deliveries d join subscriptions s on s.id = d.subscription_id
      where d.id = any (context_deliveries()) and d.agency_id = context_agency()
        and d.state = 'due' and d.lease is not null and d.leased_until is not null
        and s.method = 'poll' and s.status = 'enabled' $$;
    revoke all on function handed_over_reports from public;
    grant execute on function handed_over_reports to tell_us_once_web;

    create function handed_over_keys() returns uuid[]
    language sql stable security definer set search_path = public as $$
      select coalesce(array_agg(r.data_key_id), '{}') from reports r where r.id = any (handed_over_reports()) $$;
    revoke all on function handed_over_keys from public;
    grant execute on function handed_over_keys to tell_us_once_web;

    create policy web_hands_over on reports for select to tell_us_once_web
      using (id = any ((select handed_over_reports())::uuid[]));
    create policy web_hands_over on follow_ups for select to tell_us_once_web
      using (report_id = any ((select handed_over_reports())::uuid[]));
    create policy web_hands_over on data_keys for select to tell_us_once_web
      using (id = any ((select handed_over_keys())::uuid[]));

    create policy web_hands_over on deliveries for update to tell_us_once_web
      using (agency_id = (select context_agency())) with check (agency_id = (select context_agency()));
    grant update (state, attempts, last_failure, next_attempt_at, not_before, settled_at, leased_until, lease)
      on deliveries to tell_us_once_web;
    create policy web_adds_for_agency on delivery_attempts for insert to tell_us_once_web
      with check (exists (
        select from deliveries d where d.id = delivery_id and d.agency_id = (select context_agency())));
    grant insert on delivery_attempts to tell_us_once_web;

    create policy web_records_hand_over on access_records for insert to tell_us_once_web
      with check (controller_id = 'tell-us-once' and access_type = 'disclose' and exists (
        select from deliveries d
        where d.id = any ((select context_deliveries())::uuid[]) and d.agency_id = (select context_agency())
          and d.access_record_id = access_records.record_id and d.subject_ref = access_records.subject_ref
          and d.agency_id = access_records.counterparty_id));
    create policy web_records_hand_over on access_record_ledger to tell_us_once_web
      using (controller_id = 'tell-us-once' and exists (
        select from deliveries d
        where d.id = any ((select context_deliveries())::uuid[]) and d.agency_id = (select context_agency())
          and d.access_record_id = access_record_ledger.record_id));
    create policy web_settles_hand_over on disclosure_results to tell_us_once_web
      using (exists (
        select from deliveries d
        where d.id = any ((select context_deliveries())::uuid[]) and d.agency_id = (select context_agency())
          and d.access_record_id = disclosure_results.record_id and d.subject_ref = disclosure_results.subject_ref));
    grant insert on disclosure_results to tell_us_once_web;
  `)
}
