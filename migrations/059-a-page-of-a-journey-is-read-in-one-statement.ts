import type { Knex } from 'knex'

/**
 * What a page of a journey reads for its citizen in one statement instead of two: the areas that its answers touch,
 * which say who would be told, are most often those that they touched on the page before, so they are asked for at
 * once. The second statement is for when they are not.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function held_for_journey(uuid, text, text, timestamptz);
    drop function matching_wanted(uuid, text, text, text[], date);

    -- In the context of who asks. Most often nobody lists anybody, which is cheaper to find out.
    create function matching_of_recipients(wanted_type text, areas text[], today date) returns jsonb
    language plpgsql stable as $$
    begin
      if exists (select from subscriptions where lists) then
        return (
          select jsonb_agg(distinct jsonb_build_object('matching', r.matching, 'minimumAge', r.minimum_age))
          from recipients_of(wanted_type, areas, today) r
          where r.subscription_id <> all ((select streams_without_file())::uuid[]));
      end if;
      return (
        select jsonb_agg(distinct jsonb_build_object('matching', r.matching, 'minimumAge', r.minimum_age))
        from recipients_of(wanted_type, areas, today) r);
    end $$;
    revoke all on function matching_of_recipients from public;
    grant execute on function matching_of_recipients to tell_us_once_web;

    create function held_for_journey(
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
          a.identity, a.numbers, k.id, k.wrapped, k.key_encryption_key, matching_of_recipients(wanted_type, areas, today)
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
    comment on function held_for_journey is
      'the draft of an event that was opened last, the identity, what earlier reports left, their key, and matching_wanted';
    revoke all on function held_for_journey from public;
    grant execute on function held_for_journey to tell_us_once_web;

    create function matching_wanted(account uuid, subject_refs text, wanted_type text, areas text[], today date)
    returns jsonb language plpgsql set search_path = public, pg_temp as $$
    begin
      perform set_config('app.account', replace(account::text, '-', ''), true),
        set_config('app.subjects', subject_refs, true);
      return matching_of_recipients(wanted_type, areas, today);
    end $$;
    comment on function matching_wanted is 'what bodies that would be told can find a person by, with their minimum age';
    revoke all on function matching_wanted from public;
    grant execute on function matching_wanted to tell_us_once_web;
  `)
}
