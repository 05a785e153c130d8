import type { Knex } from 'knex'

/**
 * Records that bodies keep under a National Insurance or NHS number become a citizen's own once a body that knows the
 * number has said that it is theirs. Each try is in a log, and few are allowed; the number itself is kept nowhere.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table agencies add column confirms jsonb not null default '[]';
    comment on column agencies.confirms is 'numbers that it confirms to be somebody''s, each with the address to ask at';

    create table identifier_claims (
      id uuid primary key,
      account_id uuid not null,
      id_type text not null check (id_type in ('nino', 'nhs-number')),
      what text not null check (what in ('asked', 'confirmed', 'not-confirmed', 'no-answer', 'taken', 'unlinked')),
      agency_id text,
      at timestamptz not null
    );
    comment on column identifier_claims.agency_id is 'who confirmed it, or did not';
    create index identifier_claims_of_account on identifier_claims (account_id, at);
    call append_only('identifier_claims');
    call protect('identifier_claims');
    create policy web_by_account on identifier_claims to tell_us_once_web
      using (account_id = (select context_account())) with check (account_id = (select context_account()));
    grant select, insert on identifier_claims to tell_us_once_web;

    create function unlink_subjects(type text) returns integer
    language sql security definer set search_path = public, pg_temp as $$
      with gone as (
        update subjects set account_id = null
        where account_id = context_account() and id_type = type and type in ('nino', 'nhs-number') returning ref
      ) select count(*)::integer from gone $$;
    revoke all on function unlink_subjects from public;
    grant execute on function unlink_subjects to tell_us_once_web;
  `)
}
