import type { Knex } from 'knex'

/**
 * A body that fetches what it is told may never come. After seven days we give up on it as we do on one that never
 * answers: counted from the day on which it was to be told, or on which its stream last began to be open to it, so that
 * a body is not given up on for the days in which it was held back. What was handed over and never acknowledged may have
 * been read: the log says so. And a body may be written to about what became of what was for it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table subscriptions add column delivers_since timestamptz;
    comment on column subscriptions.delivers_since is
      'when it last began to be open: enabled, told another way, or its body active again; null: from the start';

    create function note_delivers_since() returns trigger language plpgsql as $$
    begin
      new.delivers_since := greatest(new.changed_at, now());
      return new;
    end $$;
    create trigger note_delivers_since_status before update of status on subscriptions
      for each row when (old.status <> 'enabled' and new.status = 'enabled') execute function note_delivers_since();
    create trigger note_delivers_since_method before update of method on subscriptions
      for each row when (old.method <> new.method) execute function note_delivers_since();

    create function note_body_active() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
    begin
      update subscriptions set delivers_since = greatest(new.changed_at, now()) where agency_id = new.id;
      return null;
    end $$;
    create trigger note_body_active after update of status on agencies
      for each row when (old.status <> 'active' and new.status = 'active') execute function note_body_active();

    create index deliveries_due_since on deliveries ((coalesce(not_before, created_at))) where state = 'due';

    alter table disclosure_results
      drop constraint disclosure_results_result_check,
      add constraint disclosure_results_result_check check (result in ('made', 'not-made', 'unconfirmed'));
    comment on column disclosure_results.result is
      'unconfirmed: it was handed over, and nobody ever said that it arrived';

    -- A body's own call may end a delivery for good; its contact is written to about that, and about nothing else.
    create or replace function may_notify(to_account uuid, to_agency text, about text) returns boolean
    language sql stable set search_path = public, pg_temp as $$
      select pg_has_role(session_user, 'tell_us_once_worker', 'usage')
        or (to_account is null and to_agency is null and about = 'case-opened')
        or coalesce(to_account = context_account(), false)
        or (to_account is null and about = 'deliveries-given-up' and coalesce(to_agency = context_agency(), false))
        or (context_account() is not null and about = 'report-withdrawn' and exists (
          select from reports r
          where r.account_id = to_account and r.state = 'withdrawn' and r.about_keys is not null))
        or exists (
          select from reports r join deliveries d on d.report_id = r.id
          where r.account_id = to_account and d.agency_id = context_agency()) $$;
  `)
}
