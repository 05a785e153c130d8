import type { Knex } from 'knex'

/**
 * A body takes over another body's agreement as it stands. The database itself copies the terms, so that the web role
 * cannot put in wider ones, and the worker puts them in force. Whoever relies on a decision stands and falls with it: an
 * end, a lapse and a finding travel down the chain in the same transaction. A trial ends after two years at the latest.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table grant_proposals drop constraint if exists grant_proposals_check1;
    alter table grant_proposals add constraint grant_proposals_approved_by_somebody
      check (state <> 'approved' or coalesce(way in ('presumed', 'relied'), false) or decided_by is not null);
    create index grant_proposals_by_what_they_rely_on on grant_proposals (precedent) where road = 'reliance';

    -- What a body may rely on: what citizens report here, told to another body under an agreement in use that is no trial.
    create function may_rely_on(adopter agencies, relied text, today date) returns boolean
    language sql stable as $$
      select exists (
        select from agreements a
        join agencies g on g.id = a.agency_id
        join agreement_versions v on v.agreement_id = a.id and v.version = a.version
        where a.id = relied and a.state = 'live' and a.agency_id <> adopter.id
          and adopter.state = 'approved' and adopter.status = 'active' and g.state = 'approved'
          and v.holder_id is null and v.trial is null and (v.ends_on is null or v.ends_on >= today)
          and (adopter.illustration or not g.illustration)
          and not exists (select from agreements own
            where own.agency_id = adopter.id and own.relies_on = relied and own.state = 'live')
          and not exists (select from grant_proposals p
            where p.agency_id = adopter.id and p.road = 'reliance' and p.precedent = relied and p.state = 'approved')) $$;

    -- @returns the id of the agreement that will be; null where it may not be relied on.
    create function rely_on(relied text, request uuid, adopter uuid, spent integer, at timestamptz) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      own agencies; other agreements; v agreement_versions; base text; named text; attempt integer := 1; before integer;
    begin
      select * into own from agencies where id = context_agency();
      if own.id is null or not exists (select from staff_members m
        where m.id = adopter and m.agency_id = own.id and m.role = 'admin' and m.removed_at is null)
      then
        raise exception 'only an administrator of the body may rely on a decision' using errcode = 'insufficient_privilege';
      end if;
      if not may_rely_on(own, relied, (at at time zone 'Europe/London')::date) then return null; end if;
      select * into other from agreements where id = relied;
      select * into v from agreement_versions where agreement_id = relied and version = other.version;
      base := own.id || '-' || case when starts_with(relied, other.agency_id || '-')
        then substr(relied, length(other.agency_id) + 2) else relied end;
      named := rtrim(left(base, 80), '-');
      while exists (select from agreements a where a.id = named and (a.agency_id <> own.id or a.state = 'live'))
        or exists (select from grant_proposals p
          where p.agreement_id = named and p.state in ('draft', 'proposed', 'considered', 'approved'))
      loop
        attempt := attempt + 1;
        named := rtrim(left(base, 76), '-') || '-' || attempt;
      end loop;
      select a.version into before from agreements a where a.id = named;
      insert into grant_proposals (id, agency_id, agreement_id, terms, base_version, proposed_by, proposed_at, state, way,
        road, precedent, questions, minutes)
      values (request, own.id, named, jsonb_strip_nulls(jsonb_build_object(
          'id', named, 'purpose', v.purpose, 'effect', v.effect, 'legal_basis', v.legal_basis, 'power', v.power,
          'power_name', v.power_name, 'choice', v.choice, 'irreversible', v.irreversible, 'matching', v.matching,
          'minimum_age', v.minimum_age, 'usual_days', v.usual_days, 'review_on', v.review_on, 'ends_on', v.ends_on,
          'starts_on', v.starts_on, 'account', jsonb_set(v.account, '{parties}', '[]'),
          'events', (select jsonb_agg(jsonb_build_object('type', e.event_type, 'fields', e.fields) order by e.event_type)
             from agreement_events e where e.agreement_id = relied and e.version = other.version))),
        before, adopter, at, 'approved', 'relied', 'reliance', relied, 1, spent);
      insert into agreement_decisions (agreement_id, version, proposal_id, act, role, agency_id, words, at)
      values (named, null, request, 'relied', 'body', own.id, jsonb_build_object(
        'en', 'Relies on the agreement ' || relied, 'cy', 'Yn dibynnu ar y cytundeb ' || relied), at);
      return named;
    end $$;
    revoke all on function rely_on from public;
    grant execute on function rely_on to tell_us_once_web;

    -- A version of its own stands on its own decision.
    create function stand_alone() returns trigger language plpgsql as $$
    begin
      new.relies_on := null;
      return new;
    end $$;
    create trigger stand_alone before update of version on agreements
      for each row when (new.version <> old.version and new.relies_on is not distinct from old.relies_on)
      execute function stand_alone();

    -- Fires anew for each that ends so, and with that goes down the whole chain.
    create function end_what_relies() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into agreement_decisions (agreement_id, version, act, role, words, at)
      select a.id, a.version, 'ended', 'service', jsonb_build_object(
        'en', 'It relied on the agreement ' || new.id || ', which is no longer in use.',
        'cy', 'Roedd yn dibynnu ar y cytundeb ' || new.id || ', nad yw mewn grym mwyach.'), new.changed_at
      from agreements a where a.relies_on = new.id and a.state = 'live';
      update agreements set state = 'ended', changed_at = new.changed_at where relies_on = new.id and state = 'live';
      return null;
    end $$;
    create trigger end_what_relies after update of state on agreements
      for each row when (old.state = 'live' and new.state <> 'live') execute function end_what_relies();

    -- Once for each below it, however deep: what it adds itself goes no further.
    create function pass_finding_down() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into agreement_decisions (agreement_id, version, act, role, agency_id, category, words, at)
      with recursive below as (
        select id, version from agreements where relies_on = new.agreement_id and state = 'live'
        union select a.id, a.version from agreements a join below on a.relies_on = below.id where a.state = 'live')
      select below.id, below.version, new.act, new.role, new.agency_id, new.category, jsonb_strip_nulls(jsonb_build_object(
        'en', 'About the agreement that it relies on, ' || new.agreement_id || coalesce(': ' || (new.words ->> 'en'), '.'),
        'cy', 'Am y cytundeb y mae’n dibynnu arno, ' || new.agreement_id
          || coalesce(': ' || coalesce(new.words ->> 'cy', new.words ->> 'en'), '.'))), new.at
      from below;
      return null;
    end $$;
    create trigger pass_finding_down after insert on agreement_decisions
      for each row when (new.act in ('finding', 'improved') and pg_trigger_depth() = 0)
      execute function pass_finding_down();

    -- A day more, as a year from 29 February is 1 March here. A next version may have been reviewed already.
    alter table agreement_versions add constraint agreement_versions_trials_end check (trial is null or (
      ends_on is not null and review_on is not null
      and ends_on <= coalesce(starts_on, (agreed_at at time zone 'Europe/London')::date) + interval '24 months 1 day'
      and (version > 1 or review_on <= coalesce(starts_on, (agreed_at at time zone 'Europe/London')::date) + interval '12 months 1 day')));
  `)
}
