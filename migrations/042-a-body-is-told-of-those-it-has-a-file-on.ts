import type { Knex } from 'knex'

/**
 * A body whose entry says so is told only of people whom it has listed, and every body may say that it has no file on
 * somebody it was told of. What it lists are identifiers, kept as keyed hashes that are its own: one hash is made of the
 * identifier with our key, and hashed again with the body's id. So a report bears a hash or two that fit no list as they
 * stand, and two lists cannot be laid beside each other. By which id a body knows a person is known from having told it.
 *
 * What was listed before this was made otherwise, told nothing to anybody, and cannot be made out: it goes.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table agencies add column by_interest boolean not null default false;
    comment on column agencies.by_interest is 'it is told only of those whom it has listed';
    alter table subscriptions add column lists boolean not null default false;
    comment on column subscriptions.lists is
      'its body has said of somebody that it has, or has not, a file on them: only then is that looked up';
    grant update (lists) on subscriptions to tell_us_once_web;
    alter table reports add column listed_as bytea[] not null default '{}';
    comment on column reports.listed_as is
      'keyed hashes of identifiers that are proved, or bound to what is proved, of whom it is about: as a body may list them';
    alter table pairwise_identifiers add column listed_as bytea;
    comment on column pairwise_identifiers.listed_as is 'keyed hash of the identifier, as the body may list it';
    grant update (listed_as) on pairwise_identifiers to tell_us_once_worker;
    create index pairwise_identifiers_of_subject on pairwise_identifiers (subject_ref, agency_id);
    delete from stream_subjects;

    -- What the body said last of a person, by its own id for them or by these identifiers; null: nothing.
    create function said_of(stream uuid, agency text, person bytea, identifiers bytea[]) returns boolean
    language sql stable parallel safe as $$
      select l.wanted from stream_subjects l
      where l.subscription_id = stream and l.subject_hash in (
        select sha256(convert_to(agency, 'UTF8') || '\\x00'::bytea || hash)
        from (
          select unnest(identifiers) as hash
          union all
          select p.listed_as from pairwise_identifiers p
          where p.subject_ref = person and p.agency_id = agency and p.listed_as is not null
        ) known)
      order by l.changed_at desc, l.wanted desc limit 1 $$;

    create function recipients_of(wanted_type text, reached_areas text[], today date, person bytea, identifiers bytea[])
    returns setof recipients language sql stable parallel safe as $$
      select r.* from recipients_of(wanted_type, reached_areas, today) r
      join agencies a on a.id = r.agency_id
      join subscriptions s on s.id = r.subscription_id
      where not (a.by_interest or s.lists)
        -- Who is told of all says of whom it has no file by the id under which it was told of them.
        or coalesce(
          said_of(r.subscription_id, r.agency_id, person, case when a.by_interest then identifiers else '{}' end),
          not a.by_interest) $$;
    comment on function recipients_of(text, text[], date, bytea, bytea[]) is
      'whom a report about this person goes to: less those who have no file on them, as far as they have said so';

    -- Streams, of bodies that are told of all, whose body has said that it has no file on who is asking.
    create function streams_without_file() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(distinct s.id), '{}')
      from subscriptions s
      join agencies a on a.id = s.agency_id
      cross join unnest(context_subjects()) as person
      where s.lists and not a.by_interest and said_of(s.id, s.agency_id, person, '{}') is false $$;
    revoke all on function streams_without_file from public;
    grant execute on function streams_without_file to tell_us_once_web;
  `)
}
