import type { Knex } from 'knex'

/**
 * The access log in months of registration, so that a month leaves as a whole when its time is over; sealed records
 * apart, where no path of a citizen leads; and what the public log needs of each record: a queue for those that have no
 * place in it yet, and their places.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(TABLES)
  await db.raw(MONTHS)
  await db.raw(ROLES)
}

const TABLES = `
  alter table access_records rename to access_records_of_one_piece;
  alter index access_records_pkey rename to access_records_of_one_piece_pkey;
  alter index access_records_by_body rename to access_records_of_one_piece_by_body;
  alter index access_records_by_id rename to access_records_of_one_piece_by_id;

  create table access_records (
    like access_records_of_one_piece including defaults including constraints including comments,
    special_basis text,
    subject_id_type text not null default 'pairwise',
    drift text[] not null default '{}',
    primary key (subject_ref, registered_at, record_id, controller_id)
  ) partition by range (registered_at);
  comment on column access_records.drift is 'in what it goes beyond its agreement, as it was judged on arrival';
  create index access_records_by_body on access_records (subject_ref, body_id, registered_at, record_id);
  create index access_records_by_id on access_records (subject_ref, record_id);

  create table sealed_access_records (
    like access_records including defaults including constraints including comments,
    release_not_before timestamptz not null,
    seal_authority text,
    review_at date,
    primary key (subject_ref, registered_at, record_id, controller_id)
  );

  -- What the sequencer has not seen: the chain says in which table the record stands.
  create table unplaced_access_records (
    arrival bigint generated always as identity primary key,
    chain text not null check (chain in ('open', 'sealed')),
    subject_ref bytea not null,
    registered_at timestamptz not null,
    record_id uuid not null,
    controller_id text not null
  ) with (autovacuum_vacuum_scale_factor = 0.02);

  create table access_record_places (
    subject_ref bytea not null,
    registered_at timestamptz not null,
    record_id uuid not null,
    controller_id text not null,
    chain text not null check (chain in ('open', 'sealed')),
    seq bigint not null check (seq > 0),
    prev bytea not null check (octet_length(prev) = 32),
    commitment bytea not null check (octet_length(commitment) = 32),
    log_index bigint not null check (log_index >= 0),
    primary key (subject_ref, registered_at, record_id, controller_id)
  ) partition by range (registered_at);
  comment on column access_record_places.chain is 'a sealed record that was released stays in the sealed chain';
  create table sealed_access_record_places (like access_record_places including constraints including comments,
    primary key (subject_ref, registered_at, record_id, controller_id));

  -- Where the chains of a subject end.
  create table access_record_chains (
    subject_ref bytea not null,
    chain text not null check (chain in ('open', 'sealed')),
    seq bigint not null check (seq > 0),
    entry_hash bytea not null check (octet_length(entry_hash) = 32),
    primary key (subject_ref, chain)
  );
`

const MONTHS = `
  create procedure make_months_of(name text, suffix text, bounds text) language plpgsql as $$
  begin
    execute format('create table %I partition of %I for values from ', name || suffix, name) || bounds;
    execute format('create trigger no_truncate before truncate on %I
                    for each statement execute function refuse_change()', name || suffix);
  end $$;

  -- All that is later than the last month that was made stands in one partition, empty but for a clock gone wrong, so
  -- that no record is ever without one, and months are read in their order.
  create procedure keep_months_of(name text, until date) language plpgsql as $$
  declare
    later constant text := name || '_later';
    bound constant text := (select pg_get_expr(relpartbound, oid) from pg_class where oid = later::regclass);
    month timestamptz := substring(bound from '\\(''([^'']+)''\\)')::timestamptz;
    next timestamptz;
    used boolean;
  begin
    if month > until then return; end if;
    execute format('alter table %I detach partition %I', name, later);
    execute format('select exists (select from %I)', later) into used;
    while month <= until and not used loop
      next := (month at time zone 'UTC' + interval '1 month') at time zone 'UTC';
      call make_months_of(name, to_char(month at time zone 'UTC', '_YYYY_MM'), format('(%L) to (%L)', month, next));
      month := next;
    end loop;
    execute format('alter table %I attach partition %I for values from (%L) to (maxvalue)', name, later, month);
  end $$;

  create procedure keep_months(until date) language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('months of the access log', 0));
    call keep_months_of('access_records', until);
    call keep_months_of('access_record_places', until);
  end $$;
  revoke execute on procedure make_months_of, keep_months_of, keep_months from public;
  grant execute on procedure keep_months to tell_us_once_worker;

  do $$
  declare
    first constant timestamptz := date_trunc('month',
      least(now(), (select min(registered_at) from access_records_of_one_piece)) at time zone 'UTC') at time zone 'UTC';
    name text;
  begin
    foreach name in array array['access_records', 'access_record_places'] loop
      call make_months_of(name, '_earlier', format('(minvalue) to (%L)', first));
      call make_months_of(name, '_later', format('(%L) to (maxvalue)', first));
    end loop;
  end $$;
  call keep_months((now() + interval '6 months')::date);

  insert into access_records select * from access_records_of_one_piece;
  insert into unplaced_access_records (chain, subject_ref, registered_at, record_id, controller_id)
    select 'open', subject_ref, registered_at, record_id, controller_id from access_records order by registered_at;
  drop table access_records_of_one_piece;
`

const ROLES = `
  call append_only('access_records');
  call append_only('sealed_access_records');
  call append_only('access_record_places');
  call append_only('sealed_access_record_places');
  call protect('access_records');
  call protect('sealed_access_records');
  call protect('unplaced_access_records');
  call protect('access_record_places');
  call protect('sealed_access_record_places');
  call protect('access_record_chains');

  create policy web_reads_by_subject on access_records for select to tell_us_once_web
    using (subject_ref = any ((select context_subjects())::bytea[]));
  create policy web_adds_for_agency on access_records for insert to tell_us_once_web
    with check (controller_id = (select context_agency())
      and subject_ref = any ((select context_subjects())::bytea[]));
  create policy web_records_hand_over on access_records for insert to tell_us_once_web
    with check (controller_id = 'tell-us-once' and access_type = 'disclose' and exists (
      select from deliveries d
      where d.id = any ((select context_deliveries())::uuid[]) and d.agency_id = (select context_agency())
        and d.access_record_id = access_records.record_id and d.subject_ref = access_records.subject_ref
        and d.agency_id = access_records.counterparty_id));
  create policy web_records_reading on access_records for insert to tell_us_once_web
    with check (controller_id = 'tell-us-once' and access_type = 'disclose' and exists (
      select from delivery_readings r join deliveries d on d.id = r.delivery_id
      where r.record_id = access_records.record_id and d.agency_id = (select context_agency())
        and d.subject_ref = access_records.subject_ref and d.agency_id = access_records.counterparty_id));
  create policy web_records_sending_again on access_records for insert to tell_us_once_web
    with check (controller_id = 'tell-us-once' and access_type = 'disclose' and exists (
      select from redeliveries r join deliveries d on d.id = r.delivery_id
      where r.access_record_id = access_records.record_id and d.agency_id = (select context_agency())
        and d.subject_ref = access_records.subject_ref and d.agency_id = access_records.counterparty_id));
  create policy web_adds_for_agency on sealed_access_records for insert to tell_us_once_web
    with check (controller_id = (select context_agency())
      and subject_ref = any ((select context_subjects())::bytea[]));
  -- A line for a record that is not there is passed over; whoever adds a record cannot know whose turn it will be.
  create policy web_adds on unplaced_access_records for insert to tell_us_once_web with check (true);
  create policy web_reads_by_subject on access_record_places for select to tell_us_once_web
    using (subject_ref = any ((select context_subjects())::bytea[]));

  grant select, insert on access_records to tell_us_once_web, tell_us_once_worker;
  grant insert on sealed_access_records, unplaced_access_records to tell_us_once_web;
  grant select, insert on sealed_access_records to tell_us_once_worker;
  grant select, insert, delete on unplaced_access_records to tell_us_once_worker;
  grant select on access_record_places to tell_us_once_web;
  grant select, insert on access_record_places, sealed_access_record_places to tell_us_once_worker;
  grant select, insert, update on access_record_chains to tell_us_once_worker;
`
