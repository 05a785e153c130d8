import type { Knex } from 'knex'

/**
 * Runs in which a stream proves itself, and events about nobody that a body sends itself. They have tables of their own,
 * so that nothing made up can come among reports, deliveries, access records or figures. What a run showed is kept for
 * good. A body that asked to join is told of nobody real over a stream that never passed; of a body of the agencies file
 * whoever applies it answers for that, unless the file says otherwise. A body that is not approved is held like one that
 * is suspended.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table agencies
      add column state text not null default 'approved' check (state in ('pending', 'approved', 'off-boarded')),
      add column conformance text not null default 'waived' check (conformance in ('waived', 'required'));
    comment on column agencies.state is 'pending: it may prepare itself, and is told of nobody real yet';
    comment on column agencies.conformance is 'required: each of its streams passes a run before its first real person';
    alter table subscriptions add column conformed_at timestamptz;
    comment on column subscriptions.conformed_at is 'when it first passed a conformance run';

    create or replace view grants with (security_invoker = true) as
    select
      subscriptions.id as subscription_id,
      subscriptions.method,
      subscriptions.status,
      agencies.id as agency_id,
      case when agencies.state = 'approved' then agencies.status else 'suspended' end as agency_status,
      agencies.areas,
      agreements.id as agreement_id,
      agreements.version as agreement_version,
      agreement_versions.minimum_age,
      agreement_versions.ends_on,
      agreement_events.event_type,
      agreement_events.fields,
      agreement_versions.matching,
      (agencies.conformance = 'waived' or subscriptions.conformed_at is not null) as proved
    from agreements
    join agreement_versions
      on agreement_versions.agreement_id = agreements.id and agreement_versions.version = agreements.version
    join agreement_events
      on agreement_events.agreement_id = agreements.id and agreement_events.version = agreements.version
    join agencies on agencies.id = agreements.agency_id
    join subscriptions
      on subscriptions.agency_id = agreements.agency_id
      and (subscriptions.agreements is null or agreements.id = any (subscriptions.agreements))
      and (subscriptions.events is null or agreement_events.event_type = any (subscriptions.events))
    where agreements.state = 'live';

    create or replace view recipients with (security_invoker = true) as
    select subscription_id, method, status, agency_id, agency_status, areas, agreement_id, agreement_version, minimum_age,
      ends_on, event_type, fields, matching
    from grants where agency_status = 'active' and status in ('enabled', 'paused') and proved;

    create table conformance_runs (
      id uuid primary key,
      subscription_id uuid not null,
      agency_id text not null references agencies (id),
      method text not null check (method in ('push', 'poll', 'inbox')),
      state text not null default 'running' check (state in ('running', 'passed', 'failed')),
      event_type text not null,
      fields text[] not null,
      started_by uuid references staff_members (id),
      started_at timestamptz not null,
      finished_at timestamptz
    );
    comment on column conformance_runs.subscription_id is 'without a foreign key: the run outlives its stream';
    create unique index conformance_runs_one_at_a_time on conformance_runs (subscription_id) where state = 'running';
    create index conformance_runs_of_agency on conformance_runs (agency_id, started_at, id);
    call protect('conformance_runs');
    create policy web_by_agency on conformance_runs to tell_us_once_web
      using (agency_id = (select context_agency()))
      with check (agency_id = (select context_agency()) and state = 'running' and exists (
        select from subscriptions s where s.id = subscription_id and s.agency_id = conformance_runs.agency_id));
    create policy web_by_operator on conformance_runs for select to tell_us_once_web
      using ((select context_operator()));
    grant select, insert on conformance_runs to tell_us_once_web;
    grant select, update on conformance_runs to tell_us_once_worker;

    create table conformance_results (
      run_id uuid not null references conformance_runs (id),
      agency_id text not null,
      step text not null,
      passed boolean not null,
      answer text not null check (answer in ('accepted', 'refused', 'failed', 'silent')),
      code text,
      as_expected integer not null,
      of_all integer not null,
      at timestamptz not null,
      primary key (run_id, step)
    );
    comment on column conformance_results.code is 'of the transport, HTTP or RFC 8935: never text that a body sent';
    call append_only('conformance_results');
    call protect('conformance_results');
    create policy web_by_agency on conformance_results for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_by_operator on conformance_results for select to tell_us_once_web
      using ((select context_operator()));
    grant select on conformance_results to tell_us_once_web;
    grant select, insert on conformance_results to tell_us_once_worker;

    create table synthetic_tokens (
      id bigint generated always as identity primary key,
      jti uuid not null,
      subscription_id uuid not null references subscriptions (id) on delete cascade,
      agency_id text not null,
      run_id uuid references conformance_runs (id),
      step text,
      event_type text not null,
      facts jsonb not null,
      person text not null,
      transaction text not null,
      flaw text check (flaw in ('signature', 'audience')),
      state text not null default 'due' check (state in ('due', 'accepted', 'refused', 'failed', 'silent')),
      code text,
      created_at timestamptz not null,
      lease uuid,
      leased_until timestamptz,
      settled_at timestamptz,
      outcome text
    );
    comment on table synthetic_tokens is 'about nobody: of a run, or (run_id null) of the sandbox';
    comment on column synthetic_tokens.jti is 'not unique: a run sends one token twice';
    create index synthetic_tokens_due on synthetic_tokens (subscription_id, id) where state = 'due';
    create index synthetic_tokens_of_run on synthetic_tokens (run_id, step) where run_id is not null;
    create index synthetic_tokens_by_jti on synthetic_tokens (jti);
    create index synthetic_tokens_by_age on synthetic_tokens (created_at);
    call protect('synthetic_tokens');
    create policy web_by_agency on synthetic_tokens to tell_us_once_web
      using (agency_id = (select context_agency()))
      with check (agency_id = (select context_agency()) and exists (
        select from subscriptions s where s.id = subscription_id and s.agency_id = synthetic_tokens.agency_id));
    grant select, insert on synthetic_tokens to tell_us_once_web;
    grant update (state, code, lease, leased_until, settled_at, outcome) on synthetic_tokens to tell_us_once_web;
    grant select, insert, update, delete on synthetic_tokens to tell_us_once_worker;

    -- Wakes whoever sends, polls, or takes a run on.
    create function call_synthetic() returns trigger language plpgsql as $$
    begin
      perform pg_notify('streams', new.subscription_id::text);
      return null;
    end $$;
    create trigger call_synthetic after insert or update of state on synthetic_tokens
      for each row execute function call_synthetic();
    create function call_run() returns trigger language plpgsql as $$
    begin
      perform pg_notify('streams', new.subscription_id::text);
      return null;
    end $$;
    create trigger call_run after insert on conformance_runs for each row execute function call_run();
  `)
}
