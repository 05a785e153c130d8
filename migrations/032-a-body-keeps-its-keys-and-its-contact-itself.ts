import type { Knex } from 'knex'

/**
 * What an agency says of itself its own people change in the console: its keys and how it is reached. A key that was
 * revoked stays so, wherever it is named again: in a file that is applied once more, or at the address where the body
 * publishes its keys. Access tokens that were given out before end with it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table agencies
      add column revoked_keys text[] not null default '{}',
      add column tokens_from timestamptz;
    comment on column agencies.revoked_keys is 'thumbprints (RFC 7638) of keys that no program may sign with any more';
    comment on column agencies.tokens_from is 'access tokens from before are refused';

    call protect('agencies');
    create policy web_reads_all on agencies for select to tell_us_once_web using (true);
    create policy web_changes_for_agency on agencies for update to tell_us_once_web
      using (id = (select context_agency())) with check (id = (select context_agency()));
    create policy web_changes_for_operator on agencies for update to tell_us_once_web
      using ((select context_operator())) with check ((select context_operator()));
    grant update (contact, jwks, jwks_uri, revoked_keys, tokens_from, changed_at) on agencies to tell_us_once_web;
  `)
}
