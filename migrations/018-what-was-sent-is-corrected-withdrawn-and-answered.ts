import type { Knex } from 'knex'

/**
 * What a citizen does after sending stands beside the report, which stays as it was, and is its own outbox. It follows
 * the report to those who were told, body by body in the order in which it happened. What has not been sent yet is
 * cancelled, or takes the corrected words, in the transaction in which the citizen says so.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table follow_ups (
      id uuid primary key,
      report_id uuid not null,
      account_id uuid not null,
      kind text not null check (kind in ('correction', 'withdrawal', 'answer', 'offer')),
      delivery_id uuid,
      outcome_id bigint,
      draft_id uuid unique,
      content bytea,
      priority smallint not null default 1 check (priority in (0, 1)),
      created_at timestamptz not null,
      fanned_out_at timestamptz,
      unique (outcome_id, kind)
    );
    comment on column follow_ups.delivery_id is 'the one that it answers; null: it goes to all that were told';
    comment on column follow_ups.outcome_id is 'the answer of the body that it replies to: replied to once';
    comment on column follow_ups.draft_id is 'one draft becomes one correction, however often it is sent';
    comment on column follow_ups.content is
      'sealed under the report''s data key: new facts and answers, a text, a decision, or a reason that is ours alone';
    comment on column follow_ups.priority is '0 goes before everything else that is due: a report that was wrong';
    create index follow_ups_to_fan_out on follow_ups (priority, created_at, id) where fanned_out_at is null;
    create index follow_ups_of_report on follow_ups (report_id, created_at, id);
    create unique index follow_ups_one_withdrawal on follow_ups (report_id) where kind = 'withdrawal';
    call protect('follow_ups');
    create policy web_reads_by_account on follow_ups for select to tell_us_once_web
      using (account_id = (select context_account()));
    grant select on follow_ups to tell_us_once_web;
    grant select, update on follow_ups to tell_us_once_worker;

    alter table reports add column answers bytea;
    comment on column reports.answers is
      'what was answered to each question, sealed under the report''s data key: where a correction begins';
    alter table drafts add column corrects_report_id uuid;

    alter table deliveries
      add column follow_up_id uuid,
      add column after_id uuid,
      add column priority smallint not null default 1,
      add column awaits_answer boolean not null default true,
      add column chased_at timestamptz,
      drop constraint deliveries_state_check,
      add constraint deliveries_state_check
        check (state in ('due', 'held', 'waiting', 'acknowledged', 'given-up', 'not-allowed', 'withdrawn')),
      drop constraint deliveries_report_id_subscription_id_agreement_id_key,
      add constraint deliveries_once
        unique nulls not distinct (report_id, subscription_id, agreement_id, follow_up_id);
    comment on column deliveries.state is
      'held: by the citizen; waiting: for the one before it to settle; every other way out of due is settled';
    comment on column deliveries.follow_up_id is
      'whose content it carries; in one that comes after nothing, a correction that came before it was sent';
    comment on column deliveries.after_id is
      'the one before it, of the same report to the same stream under the same agreement; null: the first';
    comment on column deliveries.awaits_answer is 'until the body has answered, or was reminded that it has not';

    -- Priority first: what is due is looked for lane by lane, and the lanes of what was wrong come before the others.
    create index deliveries_due_by_priority on deliveries (priority, subscription_id, next_attempt_at, id)
      where state = 'due';
    drop index deliveries_due_by_lane;
    create index deliveries_waiting on deliveries (after_id) where state = 'waiting';
    create index deliveries_unanswered on deliveries (settled_at) where state = 'acknowledged' and awaits_answer;

    create function is_unsent(d deliveries) returns boolean language sql immutable parallel safe as
      $$ select d.state in ('due', 'held', 'waiting') and d.attempts = 0 and d.leased_until is null $$;

    create function carries_facts(d deliveries) returns boolean language sql stable parallel safe as $$
      select d.follow_up_id is null
        or exists (select from follow_ups f where f.id = d.follow_up_id and f.kind = 'correction') $$;

    -- Of a report that stands, and only for whoever made it. The lock keeps fan-out and others who act on it out.
    create function lock_own_report(wanted uuid) returns uuid
    language sql security definer set search_path = public as $$
      select account_id from reports
      where id = wanted and account_id = context_account() and state = 'reported' for update $$;
    revoke all on function lock_own_report from public;

    create function cancel_unsent(wanted uuid, at timestamptz) returns void
    language sql security definer set search_path = public as $$
      with cancelled as (
        update deliveries d set state = 'withdrawn', settled_at = at
        where d.report_id = wanted and is_unsent(d)
        returning d.subject_ref, d.access_record_id, d.lease
      )
      -- Claimed once and given back: its disclosure may be on record, and was not made.
      insert into disclosure_results (subject_ref, record_id, result, at)
      select subject_ref, access_record_id, 'not-made', at from cancelled where lease is not null
      on conflict do nothing $$;
    revoke all on function cancel_unsent from public;

    -- Whoever may call it has looked who is asking. False when it was withdrawn already.
    create function take_back(wanted uuid, follow_up uuid, sealed bytea, urgency smallint, at timestamptz)
    returns boolean language plpgsql security definer set search_path = public as $$
    declare reporter uuid;
    begin
      update reports set state = 'withdrawn' where id = wanted and state = 'reported' returning account_id into reporter;
      if not found then return false; end if;
      perform cancel_unsent(wanted, at);
      insert into follow_ups (id, report_id, account_id, kind, content, priority, created_at)
        values (follow_up, wanted, reporter, 'withdrawal', sealed, urgency, at);
      perform pg_notify('reports', '');
      return true;
    end $$;
    revoke all on function take_back from public;

    create function withdraw_report(wanted uuid, follow_up uuid, sealed bytea, urgency smallint, at timestamptz)
    returns boolean language plpgsql security definer set search_path = public as $$
    begin
      if lock_own_report(wanted) is null then return false; end if;
      return take_back(wanted, follow_up, sealed, urgency, at);
    end $$;
    revoke all on function withdraw_report from public;
    grant execute on function withdraw_report to tell_us_once_web;

    create function correct_report(
      wanted uuid, follow_up uuid, from_draft uuid, sealed bytea, at_risk boolean, at timestamptz
    ) returns boolean language plpgsql security definer set search_path = public as $$
    begin
      if lock_own_report(wanted) is null then return false; end if;
      insert into follow_ups (id, report_id, account_id, kind, draft_id, content, created_at)
        values (follow_up, wanted, context_account(), 'correction', from_draft, sealed, at);
      update deliveries d set follow_up_id = follow_up
        where d.report_id = wanted and is_unsent(d) and carries_facts(d);
      update reports set safety = true where id = wanted and at_risk and not safety;
      perform pg_notify('reports', '');
      return true;
    end $$;
    revoke all on function correct_report from public;
    grant execute on function correct_report to tell_us_once_web;

    -- To the body whose answer it replies to, and once: false when that is done, or is nothing of this report.
    create function reply_to_outcome(
      wanted uuid, outcome bigint, follow_up uuid, reply text, sealed bytea, at timestamptz
    ) returns boolean language plpgsql security definer set search_path = public as $$
    begin
      if reply not in ('answer', 'offer') or lock_own_report(wanted) is null then return false; end if;
      insert into follow_ups (id, report_id, account_id, kind, delivery_id, outcome_id, content, created_at)
        select follow_up, d.report_id, d.account_id, reply, d.id, o.id, sealed, at
        from outcomes o join deliveries d on d.id = o.delivery_id
        where o.id = outcome and d.report_id = wanted
        on conflict (outcome_id, kind) do nothing;
      if not found then return false; end if;
      perform pg_notify('reports', '');
      return true;
    end $$;
    revoke all on function reply_to_outcome from public;
    grant execute on function reply_to_outcome to tell_us_once_web;

    -- Now instead of later. False when it is being sent already, or nobody's of this report.
    create function release_delivery(wanted uuid, delivery uuid, at timestamptz) returns boolean
    language plpgsql security definer set search_path = public as $$
    begin
      if lock_own_report(wanted) is null then return false; end if;
      update deliveries d set state = 'due', next_attempt_at = at, not_before = at
        where d.id = delivery and d.report_id = wanted and d.state in ('due', 'held') and is_unsent(d);
      if not found then return false; end if;
      perform pg_notify('reports', '');
      return true;
    end $$;
    revoke all on function release_delivery from public;
    grant execute on function release_delivery to tell_us_once_web;

    create function keep_from_telling(wanted uuid, delivery uuid, at timestamptz) returns boolean
    language plpgsql security definer set search_path = public as $$
    begin
      if lock_own_report(wanted) is null then return false; end if;
      update deliveries d set state = 'withdrawn', settled_at = at
        where d.id = delivery and d.report_id = wanted and is_unsent(d) and d.lease is null;
      return found;
    end $$;
    revoke all on function keep_from_telling from public;
    grant execute on function keep_from_telling to tell_us_once_web;

    -- A body has said how it ended, or what it needs: nothing of what it was told waits for that any more.
    create function note_answer(delivery uuid) returns void
    language sql security definer set search_path = public as $$
      update deliveries d set awaits_answer = false
      from deliveries answered
      where answered.id = delivery and answered.agency_id = context_agency() and d.report_id = answered.report_id
        and d.subscription_id = answered.subscription_id and d.agreement_id = answered.agreement_id
        and d.awaits_answer and (d.id = answered.id or d.state = 'acknowledged') $$;
    revoke all on function note_answer from public;
    grant execute on function note_answer to tell_us_once_web;
  `)
}
