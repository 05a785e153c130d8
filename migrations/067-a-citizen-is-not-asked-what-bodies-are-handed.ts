import type { Knex } from 'knex'

/**
 * What a body is being handed says at once that it is nothing where no body asks: a page of a citizen's worked it out up
 * to nine times. And a session names the own subject of its account first, which was found by a keyed hash.
 */
export async function up(db: Knex): Promise<void> {
  for (const [policy, reports, keys] of [
    ['web_hands_over', 'handed_over_reports', 'handed_over_keys'],
    ['web_reads_again', 'reports_read_now', 'keys_read_now'],
    ['web_sends_again', 'reports_sent_again', 'keys_sent_again'],
  ]) {
    const among = (column: string, found?: string) =>
      `using ((select context_agency()) is not null and ${column} = any ((select ${found}())::uuid[]))`
    await db.raw(`
      alter policy ${policy} on reports ${among('id', reports)};
      alter policy ${policy} on follow_ups ${among('report_id', reports)};
      alter policy ${policy} on data_keys ${among('id', keys)};
    `)
  }
  await db.raw(`
    create or replace function open_session(session_id text, at timestamptz) returns table (sess json, subjects bytea[])
    language sql stable security definer set search_path = public, pg_temp as $$
      select sessions.sess, (
        select array_agg(s.ref order by s.ref <> a.subject_ref, s.ref)
        from accounts a join subjects s on s.account_id = a.id
        where a.id = (sessions.sess ->> 'accountId')::uuid having bool_or(s.ref = a.subject_ref))
      from sessions where sid = session_id and expire >= at $$;
    comment on function open_session is
      'a session, and the subjects of the account that it is signed in to, its own first; none when it is gone';
  `)
}
