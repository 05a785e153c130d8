import type { Knex } from 'knex'

/** Public facts: no row-level security. A version of an agreement never changes; what is live is said beside it. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table agencies (
      id text primary key,
      name jsonb not null,
      cluster text not null,
      kind text not null,
      contact jsonb not null,
      jwks jsonb,
      jwks_uri text,
      scopes text[] not null,
      areas text[],
      status text not null default 'active' check (status in ('active', 'suspended')),
      changed_at timestamptz not null
    );
    comment on column agencies.areas is 'GSS codes of the areas it serves; null is nationwide';

    create table agreements (
      id text primary key,
      agency_id text not null references agencies (id),
      version integer not null,
      state text not null default 'live' check (state in ('live', 'ended')),
      changed_at timestamptz not null
    );
    create index agreements_of_agency on agreements (agency_id);

    create table agreement_versions (
      agreement_id text not null,
      version integer not null,
      purpose jsonb not null,
      effect jsonb not null,
      legal_basis text not null,
      power text not null,
      choice text not null check (choice in ('required', 'optional')),
      matching text[] not null,
      minimum_age integer,
      usual_days integer not null,
      review_on date,
      ends_on date,
      agreed_at timestamptz not null,
      primary key (agreement_id, version)
    );
    call append_only('agreement_versions');

    create table agreement_events (
      agreement_id text not null,
      version integer not null,
      event_type text not null,
      fields text[] not null,
      primary key (agreement_id, version, event_type),
      foreign key (agreement_id, version) references agreement_versions
    );
    create index agreement_events_by_type on agreement_events (event_type, agreement_id, version);
    call append_only('agreement_events');

    create table subscriptions (
      id uuid primary key,
      agency_id text not null references agencies (id),
      position integer,
      method text not null check (method in ('push', 'poll', 'inbox')),
      endpoint_url text,
      authorization_header bytea,
      token_url text,
      events text[],
      agreements text[],
      status text not null default 'enabled' check (status in ('enabled', 'paused', 'disabled')),
      changed_at timestamptz not null,
      unique (agency_id, position) deferrable initially deferred
    );
    comment on column subscriptions.position is 'place in the agencies file; null when made through the Shared Signals API';
    comment on column subscriptions.events is 'event types it asks for; null is all that its agreements cover';
    comment on column subscriptions.agreements is 'agreements it serves; null is all of its agency';
    comment on column subscriptions.authorization_header is 'sealed';

    grant select on agencies, agreements, agreement_versions, agreement_events, subscriptions
      to tell_us_once_web, tell_us_once_auditor;
    grant select, insert on agreement_versions, agreement_events to tell_us_once_worker;
    grant select, insert, update on agencies, agreements to tell_us_once_worker;
    grant select, insert, update, delete on subscriptions to tell_us_once_worker;
  `)
}
