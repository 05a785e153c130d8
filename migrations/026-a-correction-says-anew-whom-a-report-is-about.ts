import type { Knex } from 'knex'

/**
 * A corrected report may be about another person than it was at first. Both must find it: whoever it names now, and
 * whoever bodies were told about before it was put right.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function also_about(wanted uuid, keys bytea[], proofs bytea[]) returns void
    language sql security definer set search_path = public, pg_temp as $$
      update reports set
        about_keys = array(select distinct unnest(about_keys || keys)),
        about_proofs = array(select distinct unnest(about_proofs || proofs))
      where id = wanted and account_id = context_account() and about_keys is not null $$;
    revoke all on function also_about from public;
    grant execute on function also_about to tell_us_once_web;
  `)
}
