import type { Knex } from 'knex'

/**
 * The access record, append-only. No foreign key to or from it, and its keys include the subject, so that it can be
 * partitioned and distributed by subject; idempotency lives in the narrow ledger beside it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table access_records (
      record_id uuid not null,
      subject_ref bytea not null,
      registered_at timestamptz not null,
      body_id text not null,
      controller_id text not null,
      controller_unit text,
      controller_system text,
      counterparty_id text,
      trace_id text not null,
      span_id text not null,
      parent_span_id text,
      name text not null,
      status text not null check (status in ('ok', 'denied', 'error')),
      occurred_start timestamptz not null,
      occurred_end timestamptz not null,
      access_type text not null check (access_type in
        ('collect', 'consult', 'disclose', 'receive', 'combine', 'alter', 'erase', 'notify')),
      activity_id text not null,
      purpose text not null,
      legal_basis text not null,
      power text not null,
      agreement_ref text,
      report_id uuid,
      data_categories text[] not null,
      actor_kind text not null check (actor_kind in ('officer', 'automated', 'citizen', 'delegate')),
      actor_role text,
      subject_role text not null default 'self',
      visibility text not null default 'open',
      sealed bytea,
      retention_until date,
      supersedes uuid,
      void boolean not null default false,
      primary key (subject_ref, registered_at, record_id)
    );
    comment on column access_records.body_id is
      'the body a citizen knows it by: the counterparty of our own disclosures, otherwise the controller';
    comment on column access_records.sealed is 'references of actor and case, under the subject''s data key';
    create index access_records_by_body on access_records (subject_ref, body_id, registered_at, record_id);
    create index access_records_by_id on access_records (subject_ref, record_id);
    call append_only('access_records');
    call protect('access_records');
    create policy web_by_subject on access_records to tell_us_once_web
      using (subject_ref = any ((select context_subjects())::bytea[]));
    grant select, insert on access_records to tell_us_once_web, tell_us_once_worker;

    create table access_record_ledger (
      controller_id text not null,
      record_id uuid not null,
      content_hash bytea not null,
      primary key (controller_id, record_id)
    );
    call append_only('access_record_ledger');
    call protect('access_record_ledger');
    create policy web_by_agency on access_record_ledger to tell_us_once_web
      using (controller_id = (select context_agency()));
    grant select, insert on access_record_ledger to tell_us_once_web, tell_us_once_worker;

    -- What became of a disclosure that was recorded before it was made: acknowledged, or never made.
    create table disclosure_results (
      subject_ref bytea not null,
      record_id uuid not null,
      result text not null check (result in ('made', 'not-made')),
      at timestamptz not null,
      primary key (subject_ref, record_id)
    );
    call append_only('disclosure_results');
    call protect('disclosure_results');
    create policy web_by_subject on disclosure_results for select to tell_us_once_web
      using (subject_ref = any ((select context_subjects())::bytea[]));
    grant select on disclosure_results to tell_us_once_web;
    grant select, insert on disclosure_results to tell_us_once_worker;
  `)
}
