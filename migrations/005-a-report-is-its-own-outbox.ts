import type { Knex } from 'knex'

/** Drafts and reports of citizens. What they say is sealed; in clear stands only what routing and waking need. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table drafts (
      id uuid primary key,
      account_id uuid not null,
      event_type text not null,
      answers bytea not null,
      started_at timestamptz not null,
      changed_at timestamptz not null,
      expires_at timestamptz not null,
      unique (account_id, event_type)
    );
    create index drafts_by_expiry on drafts (expires_at);
    call protect('drafts');
    create policy web_by_account on drafts to tell_us_once_web using (account_id = (select context_account()));
    grant select, insert, update, delete on drafts to tell_us_once_web, tell_us_once_worker;

    create table reports (
      id uuid primary key,
      reference text not null unique,
      account_id uuid not null,
      subject_ref bytea not null,
      event_type text not null,
      draft_id uuid not null unique,
      data_key_id uuid not null,
      facts bytea not null,
      areas text[] not null,
      withheld jsonb not null,
      safety boolean not null default false,
      state text not null default 'reported' check (state in ('reported', 'withdrawn')),
      submitted_at timestamptz not null,
      not_before timestamptz not null,
      fanned_out_at timestamptz
    );
    comment on column reports.draft_id is 'one draft becomes one report, however often it is sent';
    comment on column reports.facts is 'every field of the event, sealed under the report''s own data key';
    comment on column reports.areas is 'GSS codes of the areas concerned, worked out when reported, for routing';
    comment on column reports.withheld is 'agreement id to the reason why it is not told: chosen, age';
    create index reports_to_fan_out on reports (not_before, id) where fanned_out_at is null;
    create index reports_of_account on reports (account_id, submitted_at desc, id desc);
    call protect('reports');
    create policy web_by_account on reports to tell_us_once_web using (account_id = (select context_account()));
    grant select, insert on reports to tell_us_once_web;
    grant select, update on reports to tell_us_once_worker;
  `)
}
