import type { Knex } from 'knex'

/** A delivery per report, subscription and agreement. Attempts and outcomes are history: they are only added to. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table deliveries (
      id uuid primary key,
      report_id uuid not null,
      account_id uuid not null,
      subject_ref bytea not null,
      subscription_id uuid not null,
      agency_id text not null,
      agreement_id text not null,
      agreement_version integer not null,
      event_type text not null,
      access_record_id uuid not null,
      state text not null default 'due' check (state in ('due', 'acknowledged', 'given-up', 'not-allowed', 'withdrawn')),
      attempts integer not null default 0,
      last_failure text,
      created_at timestamptz not null,
      next_attempt_at timestamptz not null,
      leased_until timestamptz,
      lease uuid,
      settled_at timestamptz,
      unique (report_id, subscription_id, agreement_id)
    );
    comment on column deliveries.id is 'the jti of its token, in every attempt';
    create index deliveries_due on deliveries (next_attempt_at, id) where state = 'due';
    create index deliveries_of_agency on deliveries (agency_id, created_at, id);
    call protect('deliveries');
    create policy web_by_account on deliveries for select to tell_us_once_web
      using (account_id = (select context_account()));
    create policy web_by_agency on deliveries for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    grant select on deliveries to tell_us_once_web;
    grant select, insert, update on deliveries to tell_us_once_worker;

    create table delivery_attempts (
      delivery_id uuid not null,
      started_at timestamptz not null,
      finished_at timestamptz not null,
      result text not null,
      http_status integer,
      detail text,
      primary key (delivery_id, started_at)
    );
    comment on column delivery_attempts.detail is 'a code of the transport or of RFC 8935, never text that a body sent';
    call append_only('delivery_attempts');
    call protect('delivery_attempts');
    grant select, insert on delivery_attempts to tell_us_once_worker;

    create table outcomes (
      id bigint generated always as identity primary key,
      delivery_id uuid not null references deliveries (id),
      account_id uuid not null,
      agency_id text not null,
      status text not null,
      effective_date date,
      due_by date,
      words bytea,
      received_at timestamptz not null
    );
    comment on column outcomes.words is 'message, reason and offer of the body, sealed under the report''s data key';
    create index outcomes_of_delivery on outcomes (delivery_id, id desc);
    call append_only('outcomes');
    call protect('outcomes');
    create policy web_by_account on outcomes for select to tell_us_once_web
      using (account_id = (select context_account()));
    create policy web_by_agency on outcomes to tell_us_once_web
      using (agency_id = (select context_agency()));
    grant select, insert on outcomes to tell_us_once_web;
    grant select on outcomes to tell_us_once_worker;

    create table pairwise_identifiers (
      agency_id text not null,
      identifier text not null,
      subject_ref bytea not null,
      primary key (agency_id, identifier)
    );
    call protect('pairwise_identifiers');
    create policy web_by_agency on pairwise_identifiers for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    grant select on pairwise_identifiers to tell_us_once_web;
    grant select, insert on pairwise_identifiers to tell_us_once_worker;
  `)
}
