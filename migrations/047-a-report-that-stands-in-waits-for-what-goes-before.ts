import type { Knex } from 'knex'

/**
 * A report that takes the place of one that was taken back waited ten minutes by the clock, and reached a body that was
 * down before what withdraws the other. Now each of its deliveries waits for the last one to the same body about the
 * same person. And a report whose day of death is put right is of the matter that its words make it: whoever reports the
 * right day joins it, and who had joined it stays.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table deliveries add column behind_id uuid;
    comment on column deliveries.behind_id is
      'of another report about the same person, to the same stream under the same agreement: this one waits for it';
    create index deliveries_behind on deliveries (behind_id) where state = 'waiting' and behind_id is not null;
    create index reports_of_somebody on reports (about_ref) where about_ref is not null;

    alter table reports add column own_matter bytea;
    comment on column reports.own_matter is
      'of a joined report that was corrected: the matter that its own words make it, for when it stands by itself';

    create or replace function stand_in_for(gone uuid, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare heir uuid; matter bytea;
    begin
      select id, coalesce(own_matter, matter_ref) into heir, matter from reports
        where joins_report_id = gone and state = 'reported' order by submitted_at, id limit 1 for update;
      update reports
        set joins_report_id = nullif(heir, id), matter_ref = matter, fanned_out_at = null, not_before = at
        where joins_report_id = gone and state = 'reported';
    end $$;

    drop function also_about(uuid, bytea[], bytea[], timestamptz);
    create function also_about(wanted uuid, keys bytea[], proofs bytea[], matter bytea, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare same boolean; joined boolean;
    begin
      -- In one order, whichever of the two matters it was of.
      perform lock_matter(each) from (
        select unnest(array[matter_ref, matter]) as each from reports
        where id = wanted and account_id = context_account() order by each
      ) of_either;
      select about_keys @> keys, joins_report_id is not null into same, joined from reports
        where id = wanted and account_id = context_account() and state = 'reported' for update;
      if same is null then return; end if;
      update reports set
        about_keys = array(select distinct unnest(about_keys || keys)),
        about_proofs = array(select distinct unnest(about_proofs || proofs)),
        matter_ref = case when same and joined then matter_ref when same then matter end,
        own_matter = case when same and joined then matter end
      where id = wanted;
      if same and not joined then
        update reports set matter_ref = matter where joins_report_id = wanted;
      elsif not same then
        perform stand_in_for(wanted, at);
      end if;
    end $$;
    revoke all on function also_about from public;
    grant execute on function also_about to tell_us_once_web;
  `)
}
