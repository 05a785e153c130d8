import type { Knex } from 'knex'

/**
 * E-mails and texts that were or will be sent, and what must be done every so often. A notice names nobody: who an
 * account is, and in which language they read, is looked up when it is sent. It is queued through one function only, in
 * the transaction of what it is about, so that the web role can neither change what was queued nor write to whom it
 * likes.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table accounts
      add column language text not null default 'en' check (language in ('en', 'cy')),
      add column contact bytea;
    comment on column accounts.language is 'the one in which this person last used the service';
    comment on column accounts.contact is
      'email and phone of their GOV.UK One Login, whether or not it proved who they are; sealed like the identity';

    alter table drafts add column warned_at timestamptz, add column safety boolean;
    comment on column drafts.warned_at is 'when its citizen was told that it will be deleted soon; null again once it is changed';
    comment on column drafts.safety is 'whether its answers say that somebody is at risk; null is not known, and then we are as careful';
    create index drafts_to_warn_of on drafts (expires_at) where warned_at is null;

    create table notice_preferences (
      account_id uuid primary key,
      unwanted text[] not null,
      texts boolean not null,
      changed_at timestamptz not null
    );
    comment on column notice_preferences.unwanted is 'kinds of notice that this person switched off';
    call protect('notice_preferences');
    create policy web_by_account on notice_preferences to tell_us_once_web
      using (account_id = (select context_account()));
    grant select, insert, update on notice_preferences to tell_us_once_web;
    grant select, delete on notice_preferences to tell_us_once_worker;

    create table notices (
      id uuid primary key default gen_random_uuid(),
      account_id uuid,
      agency_id text,
      kind text not null,
      channel text not null check (channel in ('email', 'text')),
      key text not null check (key ~ '^[A-Za-z0-9:_.-]{1,120}$'),
      quiet boolean not null,
      state text not null default 'queued'
        check (state in ('queued', 'sent', 'failed', 'not-wanted', 'no-address', 'cancelled')),
      queued_at timestamptz not null default now(),
      due_at timestamptz not null,
      attempts integer not null default 0,
      lease uuid,
      leased_until timestamptz,
      failure text,
      language text,
      notify_id text,
      settled_at timestamptz,
      check (account_id is null or agency_id is null),
      unique nulls not distinct (account_id, agency_id, kind, key, channel)
    );
    comment on table notices is 'to a citizen (account_id), to an agency (agency_id) or to the operator (neither)';
    comment on column notices.id is 'the reference that GOV.UK Notify knows it by';
    comment on column notices.key is 'what it is about: an opaque id of ours, so that queueing it twice makes one notice';
    comment on column notices.attempts is 'counted when it is taken up, so that an attempt which was cut short counts too';
    comment on column notices.failure is 'a code, never text that another service sent';
    create index notices_due on notices (due_at, queued_at) where state = 'queued';
    create index notices_by_settling on notices (settled_at) where settled_at is not null;
    call protect('notices');
    create policy web_reads_by_account on notices for select to tell_us_once_web
      using (account_id = (select context_account()));
    grant select on notices to tell_us_once_web;
    grant select, insert, update, delete on notices to tell_us_once_worker;

    -- Whom the caller may have written to: the worker everybody, everybody the operator, a citizen themselves, a body the
    -- citizens it was told about. Of a report about somebody else, that person and whoever made it are told as well.
    create function may_notify(to_account uuid, to_agency text, about text) returns boolean
    language sql stable set search_path = public as $$
      select pg_has_role(session_user, 'tell_us_once_worker', 'usage')
        or (to_account is null and to_agency is null)
        or coalesce(to_account = context_account(), false)
        or (to_account is not null and context_account() is not null
            and about in ('reported-about-you', 'report-withdrawn', 'report-corrected'))
        or exists (
          select from reports r join deliveries d on d.report_id = r.id
          where r.account_id = to_account and d.agency_id = context_agency()) $$;
    revoke all on function may_notify from public;

    create procedure refuse_unless_may_notify(to_account uuid, to_agency text, about text) language plpgsql as $$
    begin
      if not may_notify(to_account, to_agency, about) then
        raise exception 'a notice to somebody else was refused' using errcode = 'insufficient_privilege';
      end if;
    end $$;
    revoke all on procedure refuse_unless_may_notify from public;

    -- One notice for each channel; a text only for those who asked for texts. What was cancelled may be queued again.
    create function queue_notice(
      to_account uuid, to_agency text, about text, in_channels text[], unique_key text, is_quiet boolean, send_at timestamptz
    ) returns void language plpgsql security definer set search_path = public as $$
    begin
      call refuse_unless_may_notify(to_account, to_agency, about);
      insert into notices as n (account_id, agency_id, kind, channel, key, quiet, due_at)
      select to_account, to_agency, about, wanted, unique_key, is_quiet, coalesce(send_at, '-infinity')
      from unnest(in_channels) as wanted
      where wanted <> 'text'
        or exists (select from notice_preferences p where p.account_id = to_account and p.texts)
      on conflict (account_id, agency_id, kind, key, channel) do update
        set state = 'queued', quiet = excluded.quiet, queued_at = now(), due_at = excluded.due_at,
            attempts = 0, lease = null, leased_until = null, failure = null, settled_at = null
        where n.state = 'cancelled';
    end $$;
    revoke all on function queue_notice from public;
    grant execute on function queue_notice to tell_us_once_web, tell_us_once_worker;

    create function cancel_notices(to_account uuid, about text, unique_key text)
    returns void language plpgsql security definer set search_path = public as $$
    begin
      call refuse_unless_may_notify(to_account, null, about);
      update notices set state = 'cancelled', settled_at = now()
      where account_id = to_account and kind = about and key = unique_key and state = 'queued';
    end $$;
    revoke all on function cancel_notices from public;
    grant execute on function cancel_notices to tell_us_once_web, tell_us_once_worker;

    -- What must be done every so often, by one worker of many.
    create table timers (
      name text primary key,
      due_at timestamptz not null,
      lease uuid,
      leased_until timestamptz,
      last_done_at timestamptz
    );
    call protect('timers');
    grant select, insert, update, delete on timers to tell_us_once_worker;
  `)
}
