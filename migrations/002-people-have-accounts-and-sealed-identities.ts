import type { Knex } from 'knex'

/**
 * A data key per subject and per report, wrapped by a key that never comes here; deleting the row erases what it sealed.
 * An account is ours, found from a log-in by one look-up function only, so that a list of log-ins cannot be read.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table data_keys (
      id uuid primary key,
      subject_ref bytea not null,
      wrapped bytea not null,
      key_encryption_key text not null,
      created_at timestamptz not null default now()
    );
    create index data_keys_of_subject on data_keys (subject_ref);
    call protect('data_keys');
    create policy web_by_subject on data_keys to tell_us_once_web
      using (subject_ref = any ((select context_subjects())::bytea[]));
    grant select, insert on data_keys to tell_us_once_web;
    grant select, insert, update, delete on data_keys to tell_us_once_worker;

    create table accounts (
      id uuid primary key,
      subject_ref bytea not null unique,
      identity bytea,
      identity_proved_at timestamptz,
      numbers bytea,
      created_at timestamptz not null default now()
    );
    comment on column accounts.identity is 'verified claims of GOV.UK One Login, sealed under the subject''s data key';
    comment on column accounts.numbers is 'matching numbers that the citizen gave once, sealed likewise';
    call protect('accounts');
    create policy web_by_account on accounts to tell_us_once_web
      using (id = (select context_account()));
    grant select, insert, update on accounts to tell_us_once_web;
    grant select, insert, update, delete on accounts to tell_us_once_worker;

    create table subjects (
      ref bytea primary key,
      id_type text not null,
      data_key_id uuid not null,
      account_id uuid,
      created_at timestamptz not null default now()
    );
    create index subjects_of_account on subjects (account_id);
    call protect('subjects');
    create policy web_by_subject on subjects to tell_us_once_web
      using (ref = any ((select context_subjects())::bytea[]) or account_id = (select context_account()));
    grant select, insert on subjects to tell_us_once_web;
    grant select, insert, update on subjects to tell_us_once_worker;

    create table account_logins (
      issuer text not null,
      sub_hash bytea not null,
      account_id uuid not null references accounts (id) on delete cascade deferrable initially deferred,
      primary key (issuer, sub_hash)
    );
    create index account_logins_of_account on account_logins (account_id);
    call protect('account_logins');

    -- The account of a log-in; with a new account's id it is remembered as the log-in's, unless there is one already.
    create function account_for_login(wanted_issuer text, wanted_sub bytea, new_account uuid default null)
    returns uuid language plpgsql security definer set search_path = public as $$
    declare found_account uuid;
    begin
      if new_account is not null then
        insert into account_logins values (wanted_issuer, wanted_sub, new_account) on conflict do nothing;
      end if;
      select account_id into found_account from account_logins
        where issuer = wanted_issuer and sub_hash = wanted_sub;
      return found_account;
    end $$;
    revoke all on function account_for_login from public;
    grant execute on function account_for_login to tell_us_once_web;
  `)
}
