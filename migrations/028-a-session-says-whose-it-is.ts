import type { Knex } from 'knex'

/**
 * A session with the subjects of the account that it is signed in to: every request asks for both, and only with them
 * knows whose rows it may see. Whoever can name a session id is that person already.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function open_session(session_id text, at timestamptz) returns table (sess json, subjects bytea[])
    language sql stable security definer set search_path = public, pg_temp as $$
      select sessions.sess,
        (select array_agg(ref order by ref) from subjects where account_id = (sessions.sess ->> 'accountId')::uuid)
      from sessions where sid = session_id and expire >= at $$;
    revoke all on function open_session from public;
    grant execute on function open_session to tell_us_once_web;
  `)
}
