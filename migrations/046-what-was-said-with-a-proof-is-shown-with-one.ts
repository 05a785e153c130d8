import type { Knex } from 'knex'

/**
 * What somebody said, or confirmed, while their identity was proved is shown and sent only while it is again. Of reports
 * this was read from the provenance, which only those about somebody else have, and drafts did not know it at all. Where
 * it is not known of an older row, whoever was proved once is taken to have been proved then.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table reports add column proved boolean not null default true;
    comment on column reports.proved is
      'sent, or corrected since, by somebody whose identity was proved at the time';
    update reports set proved = false
      where provenance ->> 'proof' is distinct from 'proved-identity' and not exists (
        select from accounts a
        where a.id = reports.account_id and a.identity is not null and reports.provenance is null);

    alter table drafts add column proved boolean not null default true;
    comment on column drafts.proved is 'begun or changed by somebody whose identity was proved at the time';
    update drafts set proved = exists (
      select from accounts a where a.id = drafts.account_id and a.identity is not null);

    -- At risk once is at risk; what is left out for a body from now on counts for all that it is told of the report.
    drop function correct_report(uuid, uuid, uuid, bytea, boolean, timestamptz);
    create function correct_report(
      wanted uuid, follow_up uuid, from_draft uuid, sealed bytea, at_risk boolean, is_proved boolean, left_out jsonb,
      at timestamptz
    ) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if lock_own_report(wanted) is null then return false; end if;
      insert into follow_ups (id, report_id, account_id, kind, draft_id, content, created_at)
        values (follow_up, wanted, context_account(), 'correction', from_draft, sealed, at);
      update deliveries d set follow_up_id = follow_up
        where d.report_id = wanted and is_unsent(d) and carries_facts(d);
      update reports set safety = safety or at_risk, proved = proved or is_proved, redacted = redacted || left_out
        where id = wanted;
      perform pg_notify('reports', '');
      return true;
    end $$;
    revoke all on function correct_report from public;
    grant execute on function correct_report to tell_us_once_web;

    -- Whoever may call it has looked who is asking. False when it was withdrawn already. What was queued to say how the
    -- report fares, or to ask for something, no longer holds; that a body has answered does.
    create or replace function take_back(wanted uuid, follow_up uuid, sealed bytea, urgency smallint, at timestamptz)
    returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    declare reporter uuid;
    begin
      update reports set state = 'withdrawn' where id = wanted and state = 'reported' returning account_id into reporter;
      if not found then return false; end if;
      perform cancel_unsent(wanted, at);
      update notices set state = 'cancelled', settled_at = now()
        where account_id = reporter and state = 'queued'
          and kind in ('report-sent', 'report-corrected', 'cooling-off-begun', 'held-body-waits', 'overdue',
            'needs-information', 'offer')
          and split_part(key, ':', 1) in (
            select wanted::text
            union all select id::text from deliveries where report_id = wanted
            union all select draft_id::text from follow_ups where report_id = wanted and kind = 'correction');
      insert into follow_ups (id, report_id, account_id, kind, content, priority, created_at)
        values (follow_up, wanted, reporter, 'withdrawal', sealed, urgency, at);
      perform pg_notify('reports', '');
      return true;
    end $$;
  `)
}
