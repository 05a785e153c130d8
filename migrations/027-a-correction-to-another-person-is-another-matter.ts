import type { Knex } from 'knex'

/**
 * A report that names somebody else than before is no longer of the matter that it was of: otherwise whoever joined a
 * report could correct their own to be about themselves, and then see and take back what others had reported. The
 * earliest that joined it stands in its place, as if it had been taken back. Of the subject that such a report shares
 * with others nobody becomes the owner.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function also_about(uuid, bytea[], bytea[]);
    create function also_about(wanted uuid, keys bytea[], proofs bytea[], at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare same boolean;
    begin
      perform lock_matter(matter_ref) from reports where id = wanted and account_id = context_account();
      select about_keys @> keys into same from reports
        where id = wanted and account_id = context_account() and state = 'reported' for update;
      if same is null then return; end if;
      update reports set
        about_keys = array(select distinct unnest(about_keys || keys)),
        about_proofs = array(select distinct unnest(about_proofs || proofs)),
        matter_ref = case when same then matter_ref end
      where id = wanted;
      if not same then perform stand_in_for(wanted, at); end if;
    end $$;
    revoke all on function also_about from public;
    grant execute on function also_about to tell_us_once_web;

    create or replace function claim_subjects_about(keys bytea[], proofs bytea[]) returns void
    language sql security definer set search_path = public, pg_temp as $$
      update subjects s set account_id = context_account()
      from reports_about(keys, proofs) r
      where s.ref = r.about_ref and s.account_id is null and r.matter_ref is not null $$;
  `)
}
