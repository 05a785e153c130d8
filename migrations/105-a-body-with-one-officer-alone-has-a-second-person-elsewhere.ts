import type { Knex } from 'knex'

/**
 * Whoever is the only officer of a body has nobody beside them who could agree that a record stays sealed: then an
 * operator is the second person, or somebody of another body of the cluster, as for what a body is told. They see what the
 * body itself sees of a seal, and nobody's name. A second person is another person, whatever they sign in by.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function may_second_seal(body text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select may_second(body) or (context_operator() is true and (
        select count(*) from staff_members m
        where m.agency_id = body and m.removed_at is null and m.role in ('admin', 'officer')) = 1) $$;
    revoke all on function may_second_seal from public;
    grant execute on function may_second_seal to tell_us_once_web;

    create policy web_reads_as_second on seal_renewals for select to tell_us_once_web
      using (((select context_operator()) or (select context_agency()) is not null) and may_second_seal(agency_id));

    create function need_second_person_for_seal() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not exists (
        select from seal_renewals r join staff_members m on m.id = new.decided_by
        where r.id = new.renewal_id and m.removed_at is null and m.role in ('admin', 'officer', 'operator')
          and not same_person(r.asked_by, new.decided_by)
          and case when m.agency_id is null then context_operator() is true else m.agency_id = context_agency() end
          and (m.agency_id = r.agency_id or may_second_seal(r.agency_id)))
      then
        raise exception 'only a second person may decide' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$;
    revoke all on function need_second_person_for_seal from public;
    create trigger need_second_person before insert on seal_decisions
      for each row execute function need_second_person_for_seal();

    -- Requests that wait for somebody of the context, who is of no body or of another one.
    create function seals_to_second() returns table (
      renewal_id uuid, agency_id text, record_id uuid, activity_id text, registered_at timestamptz, opens_at timestamptz,
      review_at date, asked_by uuid, asked_at timestamptz, reason text, until timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
      select r.id, r.agency_id, r.record_id, k.activity_id, s.registered_at, s.opens_at, k.review_at, r.asked_by, r.asked_at,
        r.reason, r.until
      from seals s
      join sealed_access_records k using (subject_ref, registered_at, record_id, controller_id)
      join seal_renewals r on r.agency_id = s.controller_id and r.record_id = s.record_id
      where s.visibility = 'sealed' and s.controller_id is distinct from context_agency()
        and not exists (select from seal_decisions d where d.renewal_id = r.id)
        and s.controller_id in (
          select g.id from agencies g where may_second_seal(g.id))
      order by s.opens_at, r.id limit 200 $$;
    revoke all on function seals_to_second from public;
    grant execute on function seals_to_second to tell_us_once_web;
  `)
}
