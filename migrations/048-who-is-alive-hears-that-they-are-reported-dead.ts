import type { Knex } from 'knex'

/**
 * A report about somebody who has an account here was theirs to find, and nobody told them that there was one. With each
 * proof of who they are an account takes the same keyed hashes that reports about somebody have; both meet in one
 * function, which tells its caller nothing. Accounts from before have them from their next sign-in on.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table accounts add column found_keys bytea[], add column found_proofs bytea[];
    comment on column accounts.found_keys is
      'keyed hashes of proved name and birth date, as in reports.about_keys; null: not proved since they are kept';
    comment on column accounts.found_proofs is
      'keyed hashes of proved passport number, driver number and postcode, as in reports.about_proofs';
    create index accounts_by_found_keys on accounts using gin (found_keys) where found_keys is not null;

    -- Once for each report, and not where somebody is at risk: whoever reads the mail of the person it is about may be
    -- who they are at risk from.
    create function warn_whom_it_names(wanted uuid) returns void
    language sql security definer set search_path = public, pg_temp as $$
      insert into notices (account_id, kind, channel, key, quiet, due_at)
      select a.id, 'reported-about-you', wanted_channel, r.id::text, false, '-infinity'
      from reports r
      join accounts a on a.found_keys && r.about_keys and a.found_proofs && r.about_proofs
      cross join unnest(array['email', 'text']) as wanted_channel
      where r.id = wanted and r.account_id = context_account() and r.state = 'reported' and not r.safety
        and a.id <> r.account_id
        and (wanted_channel <> 'text'
          or exists (select from notice_preferences p where p.account_id = a.id and p.texts))
      on conflict do nothing $$;
    revoke all on function warn_whom_it_names from public;
    grant execute on function warn_whom_it_names to tell_us_once_web;
  `)
}
