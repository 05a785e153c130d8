import type { Knex } from 'knex'

/**
 * A citizen's context could write to anybody that they were reported on, and a body's could cancel what others had to
 * say. Whoever takes back a report about themselves has its reporter written to, which is all that there is to write to
 * somebody else. Once somebody is at risk, what still waits to be sent to them says nothing either, and no text rings.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create or replace function may_notify(to_account uuid, to_agency text, about text) returns boolean
    language sql stable set search_path = public, pg_temp as $$
      select pg_has_role(session_user, 'tell_us_once_worker', 'usage')
        or (to_account is null and to_agency is null and about = 'case-opened')
        or coalesce(to_account = context_account(), false)
        or (context_account() is not null and about = 'report-withdrawn' and exists (
          select from reports r
          where r.account_id = to_account and r.state = 'withdrawn' and r.about_keys is not null))
        or exists (
          select from reports r join deliveries d on d.report_id = r.id
          where r.account_id = to_account and d.agency_id = context_agency()) $$;

    create or replace function cancel_notices(to_account uuid, about text, unique_key text)
    returns void language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not (pg_has_role(session_user, 'tell_us_once_worker', 'usage')
        or coalesce(to_account = context_account(), false)) then
        raise exception 'a notice to somebody else was refused' using errcode = 'insufficient_privilege';
      end if;
      update notices set state = 'cancelled', settled_at = now()
      where account_id = to_account and kind = about and key = unique_key and state = 'queued';
    end $$;

    create index notices_waiting_of_account on notices (account_id) where state = 'queued';
    create function quieten_notices() returns void
    language sql security definer set search_path = public, pg_temp as $$
      update notices set
        quiet = true,
        state = case channel when 'text' then 'cancelled' else state end,
        settled_at = case channel when 'text' then now() else settled_at end
      where account_id = context_account() and state = 'queued' $$;
    revoke all on function quieten_notices from public;
    grant execute on function quieten_notices to tell_us_once_web;
  `)
}
