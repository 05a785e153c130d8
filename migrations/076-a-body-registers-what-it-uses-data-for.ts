import type { Knex } from 'knex'

/**
 * The register of processing activities: what a body uses data for, on which power, how open its use is and for how long
 * a record of it is kept. Public facts without row-level security; a version never changes, what is in use is said beside it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table activity_versions (
      agency_id text not null references agencies (id),
      activity_id text not null,
      version integer not null,
      purpose jsonb not null,
      dpv_purpose text not null,
      legal_basis text not null,
      power text not null,
      power_name jsonb,
      special_basis text,
      data_categories text[] not null,
      confidentiality text not null
        check (confidentiality in ('open', 'delayed', 'sealed', 'protected-third-party')),
      opens_after_days integer check ((opens_after_days is not null) = (confidentiality in ('delayed', 'sealed'))),
      seal_authority jsonb check ((seal_authority is not null) = (confidentiality = 'sealed')),
      review_after_days integer check ((review_after_days is not null) = (confidentiality = 'sealed')),
      retention_months integer not null,
      agreement_id text,
      registered_at timestamptz not null,
      primary key (agency_id, activity_id, version)
    );
    call append_only('activity_versions');

    create table activities (
      agency_id text not null references agencies (id),
      id text not null,
      version integer not null,
      state text not null default 'live' check (state in ('live', 'ended')),
      changed_at timestamptz not null,
      primary key (agency_id, id)
    );

    grant select on activity_versions, activities to tell_us_once_web, tell_us_once_auditor;
    grant select, insert on activity_versions to tell_us_once_worker;
    grant select, insert, update on activities to tell_us_once_worker;
  `)
}
