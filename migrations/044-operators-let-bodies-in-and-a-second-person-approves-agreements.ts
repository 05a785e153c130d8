import type { Knex } from 'knex'

/**
 * Anybody may ask that their body joins; an operator decides. A new or wider agreement is proposed by one person and
 * approved by another: an operator, or somebody of the same cluster where the body has one officer alone. Who approved
 * what stays for good, whichever way it came. The web role proposes and decides; agreements are made by the worker.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table join_requests (
      id uuid primary key,
      name jsonb not null,
      kind text not null,
      cluster text not null,
      email text not null check (email = lower(email)),
      person text not null,
      events text[] not null,
      power text not null,
      method text not null check (method in ('push', 'poll', 'inbox')),
      state text not null default 'new' check (state in ('new', 'approved', 'declined')),
      sent_at timestamptz not null,
      decided_at timestamptz,
      decided_by uuid references staff_members (id),
      reason text,
      agency_id text references agencies (id),
      check ((state = 'new') = (decided_at is null))
    );
    create index join_requests_by_state on join_requests (state, sent_at);
    call protect('join_requests');
    create policy web_asks on join_requests for insert to tell_us_once_web
      with check (state = 'new' and decided_by is null and agency_id is null);
    create policy web_by_operator on join_requests to tell_us_once_web
      using ((select context_operator())) with check ((select context_operator()));
    create policy web_by_agency on join_requests for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    grant select, insert on join_requests to tell_us_once_web;
    grant update (state, decided_at, decided_by, reason, agency_id) on join_requests to tell_us_once_web;

    -- Anybody may ask, and so nobody else's words come into an e-mail: it says that there is a request.
    create function queue_join_notice(request uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into notices (kind, channel, key, quiet, due_at)
      select 'join-requested', 'email', r.id::text, false, '-infinity' from join_requests r
      where r.id = request and r.state = 'new'
      on conflict (account_id, agency_id, kind, key, channel) do nothing;
    end $$;
    revoke all on function queue_join_notice from public;
    grant execute on function queue_join_notice to tell_us_once_web;

    create table grant_proposals (
      id uuid primary key,
      agency_id text not null references agencies (id),
      agreement_id text not null,
      terms jsonb not null,
      base_version integer,
      proposed_by uuid not null references staff_members (id),
      proposed_at timestamptz not null,
      state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined', 'in-force', 'overtaken')),
      way text check (way in ('operator', 'cluster', 'presumed')),
      presumed_at timestamptz,
      precedent text,
      decided_by uuid references staff_members (id),
      decided_at timestamptz,
      reason text,
      check (decided_by is distinct from proposed_by),
      check (state <> 'approved' or way = 'presumed' or decided_by is not null)
    );
    comment on column grant_proposals.terms is 'the agreement as the agencies file would have it';
    comment on column grant_proposals.base_version is 'the version that it would follow; null: a new agreement';
    comment on column grant_proposals.presumed_at is
      'when it counts as approved if nobody has objected: an agreement of its kind was approved for a body of its cluster';
    comment on column grant_proposals.precedent is 'id of that agreement';
    create unique index grant_proposals_one_at_a_time on grant_proposals (agreement_id)
      where state in ('proposed', 'approved');
    create index grant_proposals_of_agency on grant_proposals (agency_id, proposed_at);
    create index grant_proposals_open on grant_proposals (state) where state in ('proposed', 'approved');
    call protect('grant_proposals');

    -- Somebody of the context's body may be the second person: same cluster, and the other has one officer alone.
    create function may_second(asking text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select exists (
        select from agencies own join agencies other on other.cluster = own.cluster
        where own.id = context_agency() and other.id = asking and own.id <> other.id
          and own.state = 'approved' and own.status = 'active'
          and (select count(*) from staff_members m
               where m.agency_id = other.id and m.removed_at is null and m.role in ('admin', 'officer')) = 1) $$;
    revoke all on function may_second from public;
    grant execute on function may_second to tell_us_once_web;

    create policy web_reads_own on grant_proposals for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_proposes on grant_proposals for insert to tell_us_once_web
      with check (agency_id = (select context_agency()) and state = 'proposed' and decided_by is null and exists (
        select from staff_members m where m.id = proposed_by and m.agency_id = (select context_agency())));
    create policy web_reads_as_operator on grant_proposals for select to tell_us_once_web
      using ((select context_operator()));
    create policy web_decides_as_operator on grant_proposals for update to tell_us_once_web
      using ((select context_operator())) with check ((select context_operator()) and way = 'operator');
    create policy web_reads_for_cluster on grant_proposals for select to tell_us_once_web
      using (context_agency() is not null and may_second(agency_id));
    create policy web_decides_for_cluster on grant_proposals for update to tell_us_once_web
      using (context_agency() is not null and may_second(agency_id))
      with check (may_second(agency_id) and way = 'cluster' and exists (
        select from staff_members m where m.id = decided_by and m.agency_id = (select context_agency())));
    grant select, insert on grant_proposals to tell_us_once_web;
    grant update (state, way, decided_by, decided_at, reason) on grant_proposals to tell_us_once_web;
    grant select, update on grant_proposals to tell_us_once_worker;

    create table grant_approvals (
      agreement_id text not null,
      version integer not null,
      agency_id text not null,
      way text not null check (way in ('operator', 'cluster', 'presumed', 'file')),
      names text[] not null check (cardinality(names) >= 1),
      proposal_id uuid references grant_proposals (id),
      precedent text,
      at timestamptz not null,
      primary key (agreement_id, version)
    );
    comment on table grant_approvals is 'who stands for which version of an agreement: two names, or one and a precedent';
    call append_only('grant_approvals');
    call protect('grant_approvals');
    create policy web_by_agency on grant_approvals for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_by_operator on grant_approvals for select to tell_us_once_web using ((select context_operator()));
    grant select on grant_approvals to tell_us_once_web;
    grant select, insert on grant_approvals to tell_us_once_worker;

    -- What an operator does to a body. By functions: its own people change other columns of the same rows.
    create procedure refuse_unless_operator() language plpgsql as $$
    begin
      if not (context_operator() or pg_has_role(session_user, 'tell_us_once_worker', 'usage')) then
        raise exception 'only an operator may do this' using errcode = 'insufficient_privilege';
      end if;
    end $$;
    revoke all on procedure refuse_unless_operator from public;

    create function set_agency_standing(body text, to_status text, to_state text, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      call refuse_unless_operator();
      update agencies set status = coalesce(to_status, status), state = coalesce(to_state, state), changed_at = at
      where id = body;
    end $$;

    create function off_board_agency(body text, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      call refuse_unless_operator();
      update subscriptions set status = 'disabled', reason = 'The body has left this service', changed_at = at
        where agency_id = body and status <> 'disabled';
      update agreements set state = 'ended', changed_at = at where agency_id = body and state = 'live';
      update grant_proposals set state = 'overtaken' where agency_id = body and state in ('proposed', 'approved');
      update staff_members set removed_at = at where agency_id = body and removed_at is null;
      update agencies set state = 'off-boarded', status = 'suspended', jwks = null, jwks_uri = null, scopes = '{}',
        tokens_from = at, changed_at = at where id = body;
    end $$;
    revoke all on function set_agency_standing, off_board_agency from public;
    grant execute on function set_agency_standing, off_board_agency to tell_us_once_web, tell_us_once_worker;

    create policy web_adds_as_operator on agencies for insert to tell_us_once_web
      with check ((select context_operator()));
    grant insert on agencies to tell_us_once_web;
    create policy web_changes_as_operator on subscriptions for update to tell_us_once_web
      using ((select context_operator())) with check ((select context_operator()));

    -- How each stream does, in counts and times alone, for operators.
    create function stream_health()
    returns table (subscription_id uuid, waiting bigint, oldest_due timestamptz, last_success timestamptz,
      failing_since timestamptz, given_up bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
      select s.id, due.waiting, due.oldest, last.settled_at, due.failing_since, gone.given_up
      from subscriptions s
      cross join lateral (
        select count(*) as waiting, min(d.next_attempt_at) filter (where d.attempts = 0) as oldest,
          min(d.created_at) filter (where d.attempts > 0) as failing_since
        from deliveries d where d.subscription_id = s.id and d.state = 'due') due
      left join lateral (
        select max(latest.settled_at) as settled_at from (
          select d.settled_at, d.state, d.subscription_id from deliveries d
          where d.agency_id = s.agency_id order by d.created_at desc, d.id desc limit 1000) latest
        where latest.state = 'acknowledged' and latest.subscription_id = s.id) last on true
      cross join lateral (
        select count(*) as given_up from deliveries d
        where d.agency_id = s.agency_id and d.subscription_id = s.id and d.state = 'given-up'
          and d.discarded_at is null) gone
      where context_operator() $$;
    revoke all on function stream_health from public;
    grant execute on function stream_health to tell_us_once_web;
  `)
}
