import type { Knex } from 'knex'

/**
 * With a month of the access log leaves what stands beside it about the same records: what became of disclosures, the
 * sealed records of that month with their places and how their seals ended, and which looks into cases they belong to. A
 * month waits while a record of it is under a seal, or is to be kept longer. The ledger of ids stays, so that what was
 * deleted is not taken in again when a body sends it once more: it holds no person, only ids and hashes under a key.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(LEAVING)
  await db.raw(`create or replace ${MONTHS_TO_DROP}`)
  await db.raw(`create or replace ${DROP_MONTH}`)
}

const TABLES = [
  'disclosure_results',
  'sealed_access_records',
  'sealed_access_record_places',
  'seal_releases',
  'case_look_records',
]

const LEAVING = `
  -- Only their owner could delete from these tables at all, and does while a month leaves, and not by mistake.
  create function refuse_change_unless_month_leaves() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and current_setting('app.month_leaves', true) = 'yes' then return old; end if;
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end $$;
  ${TABLES.map(
    (table) => `
  drop trigger no_change on ${table};
  create trigger no_change before update or delete on ${table}
    for each row execute function refuse_change_unless_month_leaves();`,
  ).join('')}
  create index sealed_access_records_by_time on sealed_access_records (registered_at);
`

// Where a record does not say for how long, it is seven years.
const KEPT_UNTIL = `coalesce(retention_until, (registered_at + interval ''84 months'')::date)`

const MONTHS_TO_DROP = `function months_to_drop(today date) returns table (month text)
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    part text;
    first timestamptz;
    next timestamptz;
    due boolean;
  begin
    for part in
      select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'access_records'::regclass and c.relname ~ '_\\d{4}_\\d{2}$'
        and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' < today order by c.relname
    loop
      first := to_date(right(part, 7), 'YYYY_MM')::timestamp at time zone 'UTC';
      next := (to_date(right(part, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC';
      execute format('select exists (select from %I)
        and not exists (select from %1$I where ${KEPT_UNTIL} >= $1)
        and not exists (select from unplaced_access_records where registered_at >= $2 and registered_at < $3)
        and not exists (select from sealed_access_records
          where registered_at >= $2 and registered_at < $3 and ${KEPT_UNTIL} >= $1)
        and not exists (select from seals where registered_at >= $2 and registered_at < $3)', part)
      into due using today, first, next;
      if due then month := replace(right(part, 7), '_', '-'); return next; end if;
    end loop;
  end $$`

const DROP_MONTH = `function drop_month(month text, out records bigint, out keys bigint)
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    part constant text := 'access_records_' || replace(month, '-', '_');
    places constant text := 'access_record_places_' || replace(month, '-', '_');
    first timestamptz;
    next timestamptz;
  begin
    if month !~ '^\\d{4}-\\d{2}$' then raise exception 'no month: %', month; end if;
    first := to_date(month, 'YYYY-MM')::timestamp at time zone 'UTC';
    next := (to_date(month, 'YYYY-MM') + interval '1 month') at time zone 'UTC';
    -- Whoever reads or writes the log waits for this no longer than they would wait for anything.
    set local lock_timeout = '5s';
    set local app.month_leaves = 'yes';
    -- A sealed record that was released is in the month as well.
    execute format('create temp table people_of_month on commit drop as select distinct subject_ref from %I', part);
    execute format('select count(*) from %I', part) into records;
    execute format('delete from disclosure_results d using %I r
      where r.controller_id = ''tell-us-once'' and d.subject_ref = r.subject_ref and d.record_id = r.record_id', part);
    execute format('delete from case_look_records l using %I r
      where r.controller_id = ''tell-us-once'' and l.record_id = r.record_id', part);
    delete from sealed_access_record_places where registered_at >= first and registered_at < next;
    delete from seal_releases where registered_at >= first and registered_at < next;
    delete from sealed_access_records where registered_at >= first and registered_at < next;
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
    set local app.month_leaves = '';
  end $$`
