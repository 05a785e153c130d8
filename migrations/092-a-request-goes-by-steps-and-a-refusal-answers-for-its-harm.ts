import type { Knex } from 'knex'

/**
 * A request to share is drafted, sent, considered and decided, each step by whoever may take it and none skipped or gone
 * back. What was sent stays as it was sent, so that nobody approves other words than they read. Whoever declines says
 * why, and what withholding does to whom. A review asks for a next version in the same way, with what it found beside it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table grant_proposals
      add column review jsonb,
      add constraint grant_proposals_category_check
        check (category in ('no-power', 'too-much', 'security', 'cost', 'quality', 'other')),
      add constraint grant_proposals_declined_says_why check (state <> 'declined' or coalesce(
        category is not null and trim(reason) <> '' and trim(withholding) <> '', false)) not valid,
      add constraint grant_proposals_considered_by_somebody check (state <> 'considered' or
        (considered_at is not null and considered_by is not null)),
      add constraint grant_proposals_minutes_check check (minutes >= 0);
    comment on column grant_proposals.review is
      'what a review of the version before found: benefit, evidence, cost, and whether to renew or to end; null: no review';

    create function keep_steps() returns trigger language plpgsql as $$
    begin
      if old.state <> 'draft' and row(new.agency_id, new.agreement_id, new.terms, new.base_version, new.proposed_by,
          new.proposed_at, new.questions, new.minutes, new.review, new.holder_id) is distinct from
        row(old.agency_id, old.agreement_id, old.terms, old.base_version, old.proposed_by,
          old.proposed_at, old.questions, old.minutes, old.review, old.holder_id)
      then
        raise exception 'what was sent stays as it was sent' using errcode = 'insufficient_privilege';
      end if;
      if new.state <> old.state and not (case old.state
        when 'draft' then new.state in ('proposed', 'withdrawn', 'overtaken')
        when 'proposed' then new.state in ('considered', 'approved', 'declined', 'withdrawn', 'overtaken')
        when 'considered' then new.state in ('approved', 'declined', 'withdrawn', 'overtaken')
        when 'approved' then new.state in ('in-force', 'overtaken')
        else false end)
      then
        raise exception 'from % no request goes to %', old.state, new.state using errcode = 'check_violation';
      end if;
      if (new.considered_at is distinct from old.considered_at or new.considered_by is distinct from old.considered_by)
        and not (old.state = 'proposed' and new.state = 'considered')
      then
        raise exception 'it is considered once' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger keep_steps before update on grant_proposals for each row execute function keep_steps();

    alter policy web_proposes on grant_proposals
      with check (agency_id = (select context_agency()) and state in ('draft', 'proposed') and way is null
        and decided_by is null and considered_by is null and exists (
        select from staff_members m where m.id = proposed_by and m.agency_id = (select context_agency())));
    create policy web_works_on_own on grant_proposals for update to tell_us_once_web
      using (agency_id = (select context_agency()) and state in ('draft', 'proposed', 'considered'))
      with check (agency_id = (select context_agency()) and state in ('draft', 'proposed', 'withdrawn')
        and way is null and decided_by is null and decided_at is null and (proposed_by is null or exists (
        select from staff_members m where m.id = proposed_by and m.agency_id = (select context_agency()))));
    alter policy web_reads_as_operator on grant_proposals using ((select context_operator()) and state <> 'draft');
    alter policy web_decides_as_operator on grant_proposals
      using ((select context_operator()) and state in ('proposed', 'considered'))
      with check ((select context_operator()) and (
        (state = 'considered' and way is null and decided_by is null)
        or (way = 'operator' and state in ('approved', 'declined') and decided_by is not null)));
    alter policy web_reads_for_cluster on grant_proposals
      using (context_agency() is not null and state <> 'draft' and may_second(agency_id));
    alter policy web_decides_for_cluster on grant_proposals
      using (context_agency() is not null and state in ('proposed', 'considered') and may_second(agency_id))
      with check (may_second(agency_id) and (
        (state = 'considered' and way is null and decided_by is null and exists (
          select from staff_members m where m.id = considered_by and m.agency_id = (select context_agency())))
        or (way = 'cluster' and state in ('approved', 'declined') and exists (
          select from staff_members m where m.id = decided_by and m.agency_id = (select context_agency())))));
    grant insert (state, road, holder_id, questions, minutes, review) on grant_proposals to tell_us_once_web;
    grant update (terms, base_version, proposed_by, proposed_at, considered_at, considered_by, category, withholding,
      questions, minutes) on grant_proposals to tell_us_once_web;

    -- Somebody else considers it, as somebody else decides.
    create function considered_by_another() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if same_person(new.proposed_by, new.considered_by) then
        raise exception 'only a second person may consider' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$;
    revoke all on function considered_by_another from public;
    create trigger considered_by_another before update on grant_proposals
      for each row when (new.state = 'considered' and old.state <> 'considered')
      execute function considered_by_another();

    create or replace function off_board_agency(body text, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      call refuse_unless_operator();
      update subscriptions set status = 'disabled', reason = 'The body has left this service', changed_at = at
        where agency_id = body and status <> 'disabled';
      insert into agreement_decisions (agreement_id, version, act, role, words, at)
        select id, version, 'ended', 'operator', jsonb_build_object(
          'en', 'The body has left this service.', 'cy', 'Mae’r corff wedi gadael y gwasanaeth hwn.'), at
        from agreements where agency_id = body and state <> 'ended';
      update agreements set state = 'ended', changed_at = at where agency_id = body and state <> 'ended';
      update grant_proposals set state = 'overtaken'
        where agency_id = body and state in ('draft', 'proposed', 'considered', 'approved');
      update staff_members set removed_at = at where agency_id = body and removed_at is null;
      update agencies set state = 'off-boarded', status = 'suspended', jwks = null, jwks_uri = null, scopes = '{}',
        tokens_from = at, changed_at = at where id = body;
    end $$;

    -- A file names bodies in any order.
    alter table agreement_versions alter constraint agreement_versions_holder_id_fkey deferrable;

    create index agreement_versions_to_review on agreement_versions (review_on) where review_on is not null;
  `)
}
