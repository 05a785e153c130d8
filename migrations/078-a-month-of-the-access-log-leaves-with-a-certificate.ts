import type { Knex } from 'knex'

/**
 * When the longest retention in a month of the access log has passed, the month is dropped as a whole, with the places of
 * its records and the keys of people of whom nothing else is left. The public log stays as it is; what was deleted is
 * certified for anyone to read.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table retention_certificates (
      id uuid primary key,
      month text not null,
      records bigint not null,
      keys bigint not null,
      deleted_at timestamptz not null,
      note text not null
    );
    comment on column retention_certificates.note is 'signed by the key of the public log (C2SP signed note)';
    call append_only('retention_certificates');
    grant select on retention_certificates to tell_us_once_web, tell_us_once_auditor;
    grant select, insert on retention_certificates to tell_us_once_worker;

    -- Months whose end is so far back that their records may be due, of which none is to be kept any longer. Where a record
    -- does not say for how long, it is seven years. A record that has no place in the log yet is never dropped.
    create function months_to_drop(today date) returns table (month text)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      part text;
      due boolean;
    begin
      for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'access_records'::regclass and c.relname ~ '_\\d{4}_\\d{2}$'
          and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' < today order by c.relname
      loop
        execute format('select not exists (select from %I
            where coalesce(retention_until, (registered_at + interval ''84 months'')::date) >= $1)
          and exists (select from %1$I) and not exists (select from unplaced_access_records u join %1$I r
            using (subject_ref, registered_at, record_id, controller_id))', part) into due using today;
        if due then month := replace(right(part, 7), '_', '-'); return next; end if;
      end loop;
    end $$;

    create function drop_month(month text, out records bigint, out keys bigint)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      part constant text := 'access_records_' || replace(month, '-', '_');
      places constant text := 'access_record_places_' || replace(month, '-', '_');
    begin
      if month !~ '^\\d{4}-\\d{2}$' then raise exception 'no month: %', month; end if;
      -- Whoever reads or writes the log waits for this no longer than they would wait for anything.
      set local lock_timeout = '5s';
      execute format('create temp table people_of_month on commit drop as select distinct subject_ref from %I', part);
      execute format('select count(*) from %I', part) into records;
      execute format('drop table %I', part);
      execute format('drop table if exists %I', places);
      with gone as (
        select s.ref from subjects s join people_of_month p on p.subject_ref = s.ref
        where s.account_id is null and s.id_type in ('nino', 'nhs-number', 'passport', 'driving-licence')
          and not exists (select from access_records r where r.subject_ref = s.ref)
          and not exists (select from sealed_access_records r where r.subject_ref = s.ref)
      ), erased as (
        delete from data_keys k using gone where k.subject_ref = gone.ref returning k.id
      )
      select count(*) from erased into keys;
      drop table people_of_month;
    end $$;
    revoke all on function months_to_drop, drop_month from public;
    grant execute on function months_to_drop, drop_month to tell_us_once_worker;
  `)
}
