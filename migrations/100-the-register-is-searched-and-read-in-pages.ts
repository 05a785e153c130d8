import type { Knex } from 'knex'

/**
 * A line for each agreement in its latest version, with all that the register is searched and filtered by, so that a page
 * of it costs the same however many agreements there are. Whoever changes an agreement, or the name of a body, changes its
 * line in the same transaction.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(TABLE)
  await db.raw(KEEPING)
}

const TABLE = `
  -- Letters without their accents, as people type them, and addresses of laws as words.
  create function register_text(written text) returns text language sql immutable parallel safe
  return translate(lower(written),
    'âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ/’', 'aeiouwyaeiouwyaeiouwyaeiouwy ''');

  create table register_entries (
    agreement_id text primary key references agreements (id) on delete cascade,
    agency_id text not null,
    holder_id text,
    cluster text not null,
    body text not null,
    state text not null,
    review_on date,
    ends_on date,
    event_types text[] not null,
    words tsvector not null
  ) with (toast_tuple_target = 128);
  -- Words are looked for in their index. Beside the rows, what is counted and put in order is a fifth as long to read.
  alter table register_entries alter column words set storage external;
  comment on column register_entries.body is 'English name of the body in small letters: the order of the list';
  comment on column register_entries.words is 'in English and in Welsh; weights: A purpose, B body, C power, D the rest';
  create index register_entries_in_order on register_entries (body, agreement_id);
  create index register_entries_of_agency on register_entries (agency_id, body, agreement_id);
  create index register_entries_of_holder on register_entries (holder_id, body, agreement_id)
    where holder_id is not null;
  create index register_entries_of_cluster on register_entries (cluster, body, agreement_id);
  create index register_entries_that_are_over on register_entries (state, body, agreement_id) where state <> 'live';
  create index register_entries_to_review on register_entries (review_on)
    where state = 'live' and review_on is not null;
  create index register_entries_that_end on register_entries (ends_on) where state = 'live' and ends_on is not null;
  create index register_entries_by_words on register_entries using gin (words, event_types) with (fastupdate = off);
  grant select on register_entries to tell_us_once_web, tell_us_once_worker, tell_us_once_auditor;

  drop index agreements_of_agency;
  create index agreements_in_order on agreements (agency_id, id);

  alter table agencies
    add column words tsvector not null generated always as (to_tsvector('simple',
      register_text(id || ' ' || (name ->> 'en') || ' ' || coalesce(name ->> 'cy', '') || ' ' || kind))) stored;
  create index agencies_by_words on agencies using gin (words) with (fastupdate = off);
  create index agencies_in_order on agencies (cluster, (name ->> 'en'), id);
`

const KEEPING = `
  create function keep_register_entries(ids text[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
    insert into register_entries as known
      (agreement_id, agency_id, holder_id, cluster, body, state, review_on, ends_on, event_types, words)
    select a.id, a.agency_id, v.holder_id, g.cluster, lower(g.name ->> 'en'), a.state, v.review_on, v.ends_on,
      array(select e.event_type from agreement_events e where e.agreement_id = a.id and e.version = a.version
            order by e.event_type),
      setweight(to_tsvector('english', register_text(v.purpose ->> 'en')), 'A')
        || setweight(to_tsvector('simple', register_text(coalesce(v.purpose ->> 'cy', ''))), 'A')
        || setweight(to_tsvector('english', register_text(a.agency_id || ' ' || (g.name ->> 'en'))), 'B')
        || setweight(to_tsvector('simple', register_text(concat_ws(' ', a.agency_id, g.name ->> 'en', g.name ->> 'cy'))), 'B')
        || setweight(to_tsvector('english', register_text(concat_ws(' ', v.power, v.power_name ->> 'en'))), 'C')
        || setweight(to_tsvector('simple', register_text(concat_ws(' ', v.power, v.power_name ->> 'cy'))), 'C')
        || to_tsvector('english', register_text(concat_ws(' ', v.effect ->> 'en', a.id)))
        || to_tsvector('simple', register_text(concat_ws(' ', v.effect ->> 'cy', a.id)))
        || jsonb_to_tsvector('english', register_text(coalesce(v.account, '{}')::text)::jsonb, '["string"]')
        || jsonb_to_tsvector('simple', register_text(coalesce(v.account, '{}')::text)::jsonb, '["string"]')
    from agreements a
    join agencies g on g.id = a.agency_id
    join agreement_versions v on v.agreement_id = a.id and v.version = a.version
    where a.id = any(ids)
    on conflict (agreement_id) do update set
      agency_id = excluded.agency_id, holder_id = excluded.holder_id, cluster = excluded.cluster, body = excluded.body,
      state = excluded.state, review_on = excluded.review_on, ends_on = excluded.ends_on,
      event_types = excluded.event_types, words = excluded.words
    where (known.agency_id, known.holder_id, known.cluster, known.body, known.state, known.review_on, known.ends_on,
        known.event_types, known.words)
      is distinct from (excluded.agency_id, excluded.holder_id, excluded.cluster, excluded.body, excluded.state,
        excluded.review_on, excluded.ends_on, excluded.event_types, excluded.words)
  $$;
  revoke all on function keep_register_entries from public;

  create function agreements_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform keep_register_entries(array(select id from changed order by id));
    return null;
  end $$;
  create trigger added_to_register after insert on agreements referencing new table as changed
    for each statement execute function agreements_changed();
  create trigger changed_in_register after update on agreements referencing new table as changed
    for each statement execute function agreements_changed();

  create function agency_renamed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform keep_register_entries(array(select id from agreements where agency_id = new.id order by id));
    return null;
  end $$;
  create trigger renamed_in_register after update on agencies for each row
    when (old.name is distinct from new.name or old.cluster is distinct from new.cluster)
    execute function agency_renamed();

  select keep_register_entries(array(select id from agreements order by id));
`
