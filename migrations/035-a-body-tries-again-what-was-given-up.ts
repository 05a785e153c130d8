import type { Knex } from 'knex'

/**
 * Giving up is not the end: the body may ask for it once more, or say that it does not want it any more. Its first
 * disclosure was not made, and that stands on record, so trying again is a disclosure of its own. What is told then is
 * what the report says by now; what was taken back, or overtaken by something later, is told no more.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table deliveries
      add column redriven_at timestamptz,
      add column discarded_at timestamptz;
    comment on column deliveries.redriven_at is 'when the body last asked for what we had given up';
    comment on column deliveries.discarded_at is 'when the body said that it does not want what we had given up';
    create index deliveries_given_up on deliveries (agency_id, settled_at, id)
      where state = 'given-up' and discarded_at is null;

    create policy web_reads_by_agency on delivery_attempts for select to tell_us_once_web
      using (exists (select from deliveries d where d.id = delivery_id and d.agency_id = (select context_agency())));
    grant select on delivery_attempts to tell_us_once_web;

    create function may_be_redriven(d deliveries) returns boolean language sql stable parallel safe as $$
      select d.state = 'given-up' and d.discarded_at is null
        and not exists (select from deliveries next where next.after_id = d.id and next.state <> 'withdrawn')
        and exists (
          select from reports r left join follow_ups f on f.id = d.follow_up_id
          where r.id = d.report_id and (r.state = 'reported' or f.kind = 'withdrawal')) $$;

    create function redrive_deliveries(wanted uuid[], at timestamptz) returns uuid[]
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare again uuid[];
    begin
      with mine as materialized (
        select d.id from deliveries d
        where d.id = any (wanted) and d.agency_id = context_agency() and may_be_redriven(d)
        order by d.id for update
      ), redriven as (
        update deliveries d set
          state = 'due', next_attempt_at = at, not_before = at, redriven_at = at, settled_at = null,
          lease = null, leased_until = null,
          access_record_id = ${UUID_V7},
          follow_up_id = case when carries_facts(d) then coalesce((
            select f.id from follow_ups f
            where f.report_id = d.report_id and f.kind = 'correction'
            order by f.created_at desc, f.id desc limit 1), d.follow_up_id) else d.follow_up_id end
        from mine where d.id = mine.id returning d.id
      )
      select coalesce(array_agg(id), '{}') into again from redriven;
      perform pg_notify('streams', id::text) from (
        select distinct subscription_id as id from deliveries where id = any (again)) called;
      return again;
    end $$;
    revoke all on function redrive_deliveries from public;
    grant execute on function redrive_deliveries to tell_us_once_web;

    create function redrivable(wanted uuid[]) returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(d.id), '{}') from deliveries d
      where d.id = any (wanted) and d.agency_id = context_agency() and may_be_redriven(d) $$;
    revoke all on function redrivable from public;
    grant execute on function redrivable to tell_us_once_web;

    create function discard_deliveries(wanted uuid[], at timestamptz) returns uuid[]
    language sql security definer set search_path = public, pg_temp as $$
      with discarded as (
        update deliveries d set discarded_at = at
        where d.id = any (wanted) and d.agency_id = context_agency()
          and d.state = 'given-up' and d.discarded_at is null
        returning d.id
      )
      select coalesce(array_agg(id), '{}') from discarded $$;
    revoke all on function discard_deliveries from public;
    grant execute on function discard_deliveries to tell_us_once_web;
  `)
}

/** As src/deliveries makes them, so that rows of one time stand together in an index. */
const UUID_V7 = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1),
  'hex')::uuid`
