import type { Knex } from 'knex'

/**
 * Most questions of a journey do not depend on who would be told, which is the larger part of what a page reads: without
 * areas it is not worked out.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create or replace function held_for_journey(
      account uuid, subject_refs text, wanted_type text, areas text[], today date, at timestamptz
    ) returns table (
      id uuid, event_type text, answers bytea, corrects_report_id uuid, started_at timestamptz, expires_at timestamptz,
      identity bytea, numbers bytea, key_id uuid, wrapped bytea, key_encryption_key text, wanted jsonb
    ) language plpgsql set search_path = public, pg_temp as $$
    begin
      perform set_config('app.account', replace(account::text, '-', ''), true),
        set_config('app.subjects', subject_refs, true);
      return query
        select d.id, d.event_type, d.answers, d.corrects_report_id, d.started_at, d.expires_at,
          a.identity, a.numbers, k.id, k.wrapped, k.key_encryption_key,
          case when areas is not null then matching_of_recipients(wanted_type, areas, today) end
        from accounts a
        join subjects s on s.ref = decode(split_part(subject_refs, ',', 1), 'hex')
        join data_keys k on k.id = s.data_key_id
        left join lateral (
          select * from drafts
          where drafts.account_id = a.id and drafts.event_type = wanted_type and drafts.expires_at > at
          order by drafts.opened_at desc, drafts.id desc limit 1
        ) d on true
        where a.id = account;
    end $$;
  `)
}
