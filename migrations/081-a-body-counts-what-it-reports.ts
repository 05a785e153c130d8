import type { Knex } from 'knex'

/**
 * What shows whether the list is whole: which systems a body reports from, what arrived from it on each day, what it says
 * it did on each day and signs, and where the two differ. All of it is about bodies, none about a citizen.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table agencies
      add column systems_covered jsonb not null default '[]',
      add column systems_missing jsonb not null default '[]';
    comment on column agencies.systems_covered is 'systems of the body whose uses of data it reports, by name';

    create table access_arrivals (
      agency_id text not null,
      day date not null,
      access_type text not null,
      counterparty_id text not null default '',
      records bigint not null,
      primary key (agency_id, day, access_type, counterparty_id)
    );
    comment on column access_arrivals.day is 'on which it was done, in the United Kingdom, by the body''s clock';
    create index access_arrivals_by_day on access_arrivals (day);

    create table access_heard (
      agency_id text primary key,
      first_at timestamptz not null,
      last_at timestamptz not null
    );
    comment on table access_heard is 'since when a body reports, and when it was heard last: with a record or a count';

    create table access_counts (
      agency_id text not null,
      day date not null,
      received_at timestamptz not null,
      records bigint not null check (records >= 0),
      disclosed_to jsonb not null,
      received_from jsonb not null,
      jws text not null,
      primary key (agency_id, day, received_at)
    );
    comment on table access_counts is 'what a body says it did on a day, signed; the newest stands';

    create table coverage_gaps (
      id bigint generated always as identity primary key,
      agency_id text not null,
      kind text not null check (kind in ('silent', 'uncounted', 'fewer', 'more', 'exchange')),
      day date not null,
      other_id text not null default '',
      expected bigint,
      arrived bigint,
      found_at timestamptz not null,
      closed_at timestamptz
    );
    create unique index coverage_gaps_open on coverage_gaps (agency_id, kind, day, other_id) where closed_at is null;

    -- What its citizen may want to hear of at once, until somebody has looked.
    create table access_to_tell (
      id bigint generated always as identity primary key,
      subject_ref bytea not null,
      registered_at timestamptz not null,
      record_id uuid not null,
      body_id text not null,
      reasons text[] not null
    ) with (autovacuum_vacuum_scale_factor = 0.02);

    call append_only('access_counts');
    call protect('access_arrivals');
    call protect('access_heard');
    call protect('access_counts');
    call protect('coverage_gaps');
    call protect('access_to_tell');
    create policy web_reads_for_agency on access_arrivals for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_reads on access_heard for select to tell_us_once_web using (true);
    create policy web_writes_for_agency on access_heard for insert to tell_us_once_web
      with check (agency_id = (select context_agency()));
    create policy web_changes_for_agency on access_heard for update to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_for_agency on access_counts to tell_us_once_web
      using (agency_id = (select context_agency())) with check (agency_id = (select context_agency()));
    create policy web_reads on coverage_gaps for select to tell_us_once_web using (true);
    grant select on access_arrivals, access_heard, access_counts, coverage_gaps to tell_us_once_web;
    grant insert, update on access_heard to tell_us_once_web;
    grant insert on access_counts to tell_us_once_web;
    grant select, insert, update on access_arrivals, access_heard, coverage_gaps to tell_us_once_worker;
    grant select on access_counts to tell_us_once_worker;
    grant select, insert, delete on access_to_tell to tell_us_once_worker;

    alter table notice_preferences
      add column digest text not null default 'weekly' check (digest in ('off', 'weekly', 'monthly'));
    comment on column notice_preferences.digest is 'how often this person hears that there is something new in their access log';
  `)
}
