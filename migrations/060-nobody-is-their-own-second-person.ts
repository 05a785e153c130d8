import type { Knex } from 'knex'

/**
 * A second person is another person: also somebody who was removed where they proposed, and is an operator by now, or
 * signs in by the same login for two bodies one after the other. Who decides is somebody whose role it is, on that day.
 * And what a proposal comes to is not the web role's to say when it makes one, nor once it has been decided.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function same_person(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select one = other or exists (
        select from staff_members a join staff_members b on b.id = other
        where a.id = one and (a.email = b.email or (a.issuer = b.issuer and a.subject = b.subject))) $$;
    revoke all on function same_person from public;
    grant execute on function same_person to tell_us_once_web;

    create function need_second_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if same_person(new.proposed_by, new.decided_by) or not exists (
        select from staff_members m where m.id = new.decided_by and m.removed_at is null
          and m.role = case new.way when 'operator' then 'operator' else 'admin' end)
      then
        raise exception 'only a second person may approve' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$;
    create trigger need_second_person before update on grant_proposals
      for each row when (new.state = 'approved' and new.decided_by is not null and old.state <> 'approved')
      execute function need_second_person();

    revoke insert on grant_proposals from tell_us_once_web;
    grant insert (id, agency_id, agreement_id, terms, base_version, proposed_by, proposed_at) on grant_proposals
      to tell_us_once_web;
    alter policy web_decides_as_operator on grant_proposals
      using ((select context_operator()) and state = 'proposed')
      with check ((select context_operator()) and way = 'operator' and state in ('approved', 'declined')
        and decided_by is not null);
    alter policy web_decides_for_cluster on grant_proposals
      using (context_agency() is not null and state = 'proposed' and may_second(agency_id))
      with check (may_second(agency_id) and way = 'cluster' and state in ('approved', 'declined') and exists (
        select from staff_members m where m.id = decided_by and m.agency_id = (select context_agency())));
  `)
}
