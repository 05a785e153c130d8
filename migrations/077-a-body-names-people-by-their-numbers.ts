import type { Knex } from 'knex'

/**
 * Records may arrive before anybody signs in: a body names a person by a number, of which only the keyed hash comes here,
 * and a subject is made for it; at sign-in what One Login has verified makes it the person's own. Mass processing is one
 * record about nobody by name, which anyone may read when its time has come.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- A subject whose key was erased gets another: what was sealed stays erased, what comes now is kept.
    create function ensure_subjects(refs bytea[], id_types text[], key_ids uuid[], wrapped bytea[], wrapped_by text)
    returns void language sql security definer set search_path = public, pg_temp as $$
      with given as (
        select * from unnest(refs, id_types, key_ids, wrapped) as given (ref, id_type, key_id, wrapped) order by ref
      ), made as (
        insert into subjects as s (ref, id_type, data_key_id) select ref, id_type, key_id from given
        on conflict (ref) do update set data_key_id = excluded.data_key_id
          where not exists (select from data_keys k where k.id = s.data_key_id)
        returning ref, data_key_id
      )
      insert into data_keys (id, subject_ref, wrapped, key_encryption_key)
        select key_id, ref, given.wrapped, wrapped_by from given join made using (ref) where data_key_id = key_id
    $$;

    create function link_subjects(refs bytea[], account uuid) returns void
    language sql security definer set search_path = public, pg_temp as $$
      update subjects set account_id = account
      where ref = any (refs) and account_id is null and account = context_account()
    $$;
    revoke all on function ensure_subjects, link_subjects from public;
    grant execute on function ensure_subjects, link_subjects to tell_us_once_web;

    create table bulk_uses (
      controller_id text not null,
      record_id uuid not null,
      registered_at timestamptz not null,
      public_from timestamptz not null,
      controller_unit text,
      controller_system text,
      counterparty_id text,
      trace_id text not null,
      span_id text not null,
      name text not null,
      status text not null check (status in ('ok', 'denied', 'error')),
      occurred_start timestamptz not null,
      occurred_end timestamptz not null,
      access_type text not null,
      activity_id text not null,
      purpose text not null,
      legal_basis text not null,
      power text not null,
      data_categories text[] not null,
      people bigint not null check (people > 0),
      actor_kind text not null,
      actor_role text,
      drift text[] not null default '{}',
      supersedes uuid,
      void boolean not null default false,
      primary key (controller_id, record_id)
    );
    comment on column bulk_uses.public_from is 'when the activity lets it be known: at once, or when its delay is over';
    create index bulk_uses_newest on bulk_uses (registered_at, record_id);
    call append_only('bulk_uses');
    call protect('bulk_uses');
    create policy web_reads_what_is_public on bulk_uses for select to tell_us_once_web using (public_from <= now());
    create policy web_adds_for_agency on bulk_uses for insert to tell_us_once_web
      with check (controller_id = (select context_agency()));
    grant select, insert on bulk_uses to tell_us_once_web;
    grant select on bulk_uses to tell_us_once_worker;
  `)
}
