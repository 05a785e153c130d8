import type { Knex } from 'knex'

/**
 * A citizen objects to a purpose, or asks a body for correction, access or erasure (UK GDPR, articles 15, 16, 17, 21).
 * One row is one request to one body; what is said is sealed under the data key of the citizen's subject. As with
 * questions, what is added to the thread moves the request on, so that neither side can say that something happened
 * which did not. An objection that counts stops the sharing, here and nowhere else.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table rights_requests (
      id uuid primary key,
      account_id uuid not null,
      subject_ref bytea not null,
      agency_id text not null,
      kind text not null check (kind in ('object', 'correct', 'access', 'erase')),
      about text,
      agreement_id text,
      sent_at timestamptz not null,
      due date,
      waits_for text not null default 'body' check (waits_for in ('body', 'citizen', 'nobody')),
      received_at timestamptz,
      paused_at timestamptz,
      extended_at timestamptz,
      decision text check (decision in ('done', 'refused')),
      decided_at timestamptz,
      complained_at timestamptz,
      escalated_at timestamptz,
      withdrawn_at timestamptz,
      check ((kind = 'object') = (about is not null))
    );
    comment on column rights_requests.about is
      'the purpose that is objected to: agreements/<id> or activities/<body>/<id>';
    comment on column rights_requests.agreement_id is 'the agreement that is objected to, where it is one';
    comment on column rights_requests.due is
      'by when the law wants the body''s next step; null: nothing, or of a complaint: without undue delay';
    comment on column rights_requests.paused_at is 'since when the body waits for what it asked for: its clock stands';
    create index rights_requests_of_account on rights_requests (account_id, sent_at desc, id desc);
    create index rights_requests_of_agency on rights_requests (agency_id, sent_at, id);
    create index rights_requests_that_wait on rights_requests (due) where waits_for = 'body';
    call protect('rights_requests');
    create policy web_reads_by_account on rights_requests for select to tell_us_once_web
      using (account_id = (select context_account()));
    create policy web_reads_by_agency on rights_requests for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_adds_for_account on rights_requests for insert to tell_us_once_web
      with check (account_id = (select context_account())
        and subject_ref = any ((select context_subjects())::bytea[])
        and waits_for = 'body' and received_at is null and paused_at is null and extended_at is null
        and decision is null and decided_at is null and complained_at is null and escalated_at is null
        and withdrawn_at is null
        and (agreement_id is null or (kind = 'object' and exists (
          select from agreements a where a.id = rights_requests.agreement_id and a.agency_id = rights_requests.agency_id)))
        and (agreement_id is not null
          or exists (
            select from access_records r where r.subject_ref = any ((select context_subjects())::bytea[])
              and r.body_id = rights_requests.agency_id)
          or exists (
            select from reports p join deliveries d on d.report_id = p.id
            where p.account_id = (select context_account()) and d.agency_id = rights_requests.agency_id)));
    grant select, insert on rights_requests to tell_us_once_web;
    grant select on rights_requests to tell_us_once_worker;

    create table rights_entries (
      id uuid primary key,
      request_id uuid not null,
      at timestamptz not null,
      kind text not null,
      made_by text not null check (made_by in ('citizen', 'body', 'service')),
      staff_id uuid,
      due date,
      exception text,
      words bytea,
      check (case made_by
        when 'citizen' then kind in ('sent', 'said', 'complained', 'escalated', 'withdrawn')
        when 'body' then kind in ('opened', 'received', 'asked', 'extended', 'done', 'refused')
        else kind in ('reminded', 'overdue') end),
      check ((exception is null) or kind = 'refused')
    );
    comment on column rights_entries.staff_id is 'who of the body; null: a program of it';
    comment on column rights_entries.due is 'by when the next step is due from here on, or was';
    comment on column rights_entries.exception is 'which exception of the law the body refuses on';
    comment on column rights_entries.words is 'sealed under the data key of the request''s subject';
    create index rights_entries_of_request on rights_entries (request_id, at, id);
    create unique index rights_entries_once on rights_entries (request_id, kind, due) where made_by = 'service';
    call append_only('rights_entries');
    call protect('rights_entries');
    create policy web_reads_with_request on rights_entries for select to tell_us_once_web
      using (exists (select from rights_requests q where q.id = request_id));
    create policy web_adds_with_request on rights_entries for insert to tell_us_once_web
      with check (exists (
        select from rights_requests q where q.id = request_id
          and ((made_by = 'citizen' and q.account_id = (select context_account()))
            or (made_by = 'body' and q.agency_id = (select context_agency())))));
    grant select, insert on rights_entries to tell_us_once_web, tell_us_once_worker;

    create table stopped_sharing (
      subject_ref bytea not null,
      agreement_id text not null references agreements (id),
      agency_id text not null,
      request_id uuid not null,
      since timestamptz not null,
      primary key (subject_ref, agreement_id)
    );
    comment on table stopped_sharing is
      'nothing of these people is told under these agreements: their objection counts (UK GDPR, article 21)';
    call protect('stopped_sharing');
    create policy web_reads_by_subject on stopped_sharing for select to tell_us_once_web
      using (subject_ref = any ((select context_subjects())::bytea[]));
    create policy web_reads_by_agency on stopped_sharing for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    grant select on stopped_sharing to tell_us_once_web, tell_us_once_worker;

    create function rights_request_moves_on() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update rights_requests set
        waits_for = case
          when new.kind in ('sent', 'said', 'complained') then 'body'
          when new.kind = 'asked' then 'citizen'
          when new.kind in ('done', 'refused', 'withdrawn') then 'nobody'
          else waits_for end,
        due = case
          when new.kind in ('sent', 'said', 'extended', 'complained') then coalesce(new.due, due)
          when new.kind in ('done', 'refused', 'withdrawn') or (new.kind = 'received' and complained_at is not null)
            then null
          else due end,
        received_at = case
          when new.kind in ('received', 'asked', 'extended', 'done', 'refused') then coalesce(received_at, new.at)
          when new.kind = 'complained' then null
          else received_at end,
        paused_at = case new.kind when 'asked' then new.at when 'said' then null else paused_at end,
        extended_at = case new.kind when 'extended' then new.at else extended_at end,
        decision = case when new.kind in ('done', 'refused') then new.kind else decision end,
        decided_at = case when new.kind in ('done', 'refused') then new.at else decided_at end,
        complained_at = case new.kind when 'complained' then new.at else complained_at end,
        escalated_at = case new.kind when 'escalated' then coalesce(escalated_at, new.at) else escalated_at end,
        withdrawn_at = case new.kind when 'withdrawn' then new.at else withdrawn_at end
      where id = new.request_id;
      -- What the citizen may choose stops with their word; what they may not, when the body says that it stops.
      insert into stopped_sharing (subject_ref, agreement_id, agency_id, request_id, since)
        select q.subject_ref, q.agreement_id, q.agency_id, q.id, new.at
        from rights_requests q
        join agreements a on a.id = q.agreement_id
        join agreement_versions v on (v.agreement_id, v.version) = (a.id, a.version)
        where q.id = new.request_id and q.kind = 'object'
          and (new.kind = 'done' or (new.kind = 'sent' and v.choice = 'optional'))
        on conflict do nothing;
      if new.kind = 'withdrawn' then
        delete from stopped_sharing where request_id = new.request_id;
      end if;
      return null;
    end $$;
    revoke all on function rights_request_moves_on from public;
    create trigger moves_its_request_on after insert on rights_entries
      for each row execute function rights_request_moves_on();

    -- The other side hears of it, as with questions; not a citizen at risk, whose mail others may read.
    create function queue_rights_notice(wanted uuid, unique_key text) returns void
    language sql security definer set search_path = public, pg_temp as $$
      insert into notices (account_id, agency_id, kind, channel, key, quiet, due_at)
      select case when made.by_body then q.account_id end, case when not made.by_body then q.agency_id end,
        case when made.by_body then 'rights-answered' else 'rights-asked' end,
        'email', unique_key, false, '-infinity'
      from rights_requests q
      cross join lateral (select coalesce(q.agency_id = context_agency(), false) as by_body) made
      where q.id = wanted
        and (made.by_body or q.account_id = context_account())
        and not (made.by_body and exists (
          select from reports r where r.account_id = q.account_id and r.state = 'reported' and r.safety))
      on conflict do nothing $$;
    revoke all on function queue_rights_notice from public;
    grant execute on function queue_rights_notice to tell_us_once_web;

    -- Whom a report goes to, less those under whose agreement its person has stopped the sharing.
    create or replace function recipients_of(
      wanted_type text, reached_areas text[], today date, person bytea, identifiers bytea[])
    returns setof recipients language sql stable parallel safe as $$
      select r.* from recipients_of(wanted_type, reached_areas, today) r
      join agencies a on a.id = r.agency_id
      join subscriptions s on s.id = r.subscription_id
      where (not (a.by_interest or s.lists)
        -- Who is told of all says of whom it has no file by the id under which it was told of them.
        or coalesce(
          said_of(r.subscription_id, r.agency_id, person, case when a.by_interest then identifiers else '{}' end),
          not a.by_interest))
        and not exists (
          select from stopped_sharing x where x.subject_ref = person and x.agreement_id = r.agreement_id) $$;

    create table service_rights (
      id uuid primary key,
      account_id uuid not null,
      kind text not null check (kind in ('access', 'erase')),
      at timestamptz not null,
      drafts integer not null default 0,
      preferences integer not null default 0,
      reports integer not null default 0
    );
    comment on table service_rights is 'what this very service was asked for, and did at once: a copy, or how much was erased';
    create index service_rights_of_account on service_rights (account_id, at desc);
    call append_only('service_rights');
    call protect('service_rights');
    create policy web_by_account on service_rights to tell_us_once_web
      using (account_id = (select context_account())) with check (account_id = (select context_account()));
    grant select, insert on service_rights to tell_us_once_web;
    grant select on service_rights to tell_us_once_worker;
    grant delete on notice_preferences to tell_us_once_web;

    -- Deletes the keys of the caller's own reports that are done with: then nobody can read what they said. Not those
    -- that still go to somebody, that a body may yet ask for again, or that are about somebody else.
    create function erase_own_reports(told_before timestamptz) returns integer
    language sql security definer set search_path = public, pg_temp as $$
      with done as (
        select r.data_key_id from reports r
        where r.account_id = context_account() and r.about_ref is null and r.fanned_out_at is not null
          and not exists (select from subjects s where s.data_key_id = r.data_key_id)
          and not exists (select from follow_ups f where f.report_id = r.id and f.fanned_out_at is null)
          and not exists (
            select from deliveries d where d.report_id = r.id
              and (d.state in ('due', 'waiting', 'held') or d.settled_at is null or d.settled_at > told_before))
      ), erased as (
        delete from data_keys k using done where k.id = done.data_key_id returning k.id
      )
      select count(*)::integer from erased $$;
    revoke all on function erase_own_reports from public;
    grant execute on function erase_own_reports to tell_us_once_web;
  `)
}
