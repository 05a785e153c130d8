import type { Knex } from 'knex'

/**
 * A cluster is national or of a region; in health and social care it always is of one. Within it approval of a shared
 * public task is presumed, and whoever is of it may object with a reason: then it is decided the ordinary way. And a body
 * asks another one for what it would otherwise ask a citizen; whoever holds it decides. All by functions: what others
 * proposed is nobody else's to read, but for this.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table agencies add column region text check (region ~ '^[EKNSW][0-9]{8}$');
    comment on column agencies.region is 'GSS code of the region whose cluster it is in, as of a combined authority; null: national';

    create function in_one_cluster(one text, other text) returns boolean
    language sql stable as $$
      select exists (
        select from agencies a join agencies b on b.cluster = a.cluster
        where a.id = one and b.id = other and case when a.cluster = 'health-and-social-care'
          then coalesce(a.region, a.id) = coalesce(b.region, b.id)
          else a.region is null or b.region is null or a.region = b.region end) $$;

    create or replace function may_second(asking text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select exists (
        select from agencies own join agencies other on in_one_cluster(own.id, other.id)
        where own.id = context_agency() and other.id = asking and own.id <> other.id
          and own.state = 'approved' and own.status = 'active'
          and (select count(*) from staff_members m
               where m.agency_id = other.id and m.removed_at is null and m.role in ('admin', 'officer')) = 1) $$;

    create or replace function queue_proposal_notices(proposal uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare asked grant_proposals;
    begin
      select * into asked from grant_proposals p where p.id = proposal
        and (p.agency_id = context_agency() or context_operator() or may_second(p.agency_id)
          or (p.road = 'ask-once' and p.holder_id = context_agency()));
      if asked.state = 'proposed' then
        insert into notices (agency_id, kind, channel, key, quiet, due_at)
        select null, 'agreement-proposed', 'email', asked.id::text, false, '-infinity'::timestamptz
        union all
        select other.id, 'agreement-to-second', 'email', asked.id::text, false, '-infinity'::timestamptz
        from agencies own join agencies other on in_one_cluster(own.id, other.id) and other.id <> own.id
        where own.id = asked.agency_id and other.state = 'approved' and other.status = 'active'
          and exists (select from staff_members m
                      where m.agency_id = other.id and m.removed_at is null and m.role = 'admin')
          and (select count(*) from staff_members m
               where m.agency_id = own.id and m.removed_at is null and m.role in ('admin', 'officer')) = 1
        on conflict (account_id, agency_id, kind, key, channel) do nothing;
      elsif asked.state in ('approved', 'declined') then
        insert into notices (agency_id, kind, channel, key, quiet, due_at)
        values (asked.agency_id, 'agreement-decided', 'email', asked.id::text, false, '-infinity')
        on conflict (account_id, agency_id, kind, key, channel) do nothing;
      end if;
    end $$;

    create index grant_proposals_presumed on grant_proposals (presumed_at, id)
      where state = 'proposed' and presumed_at is not null;
    create index grant_proposals_asked_of on grant_proposals (holder_id, proposed_at) where holder_id is not null;

    create function presumed_in_cluster()
    returns table (id uuid, agency_id text, holder_id text, terms jsonb, presumed_at timestamptz, precedent text)
    language sql stable security definer set search_path = public, pg_temp as $$
      select p.id, p.agency_id, p.holder_id, p.terms, p.presumed_at, p.precedent from grant_proposals p
      join agencies own on own.id = context_agency() and own.state = 'approved' and own.status = 'active'
      where p.state = 'proposed' and p.presumed_at is not null and p.agency_id <> own.id
        and in_one_cluster(own.id, p.agency_id)
      order by p.presumed_at, p.id $$;

    -- @returns false where it is not open to an objection, or not any more.
    create function object_to_presumption(proposal uuid, objector uuid, why text, at timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare found grant_proposals;
    begin
      if not exists (select from staff_members m where m.id = objector and m.agency_id = context_agency()
        and m.role = 'admin' and m.removed_at is null)
      then
        raise exception 'only an administrator of a body may object' using errcode = 'insufficient_privilege';
      end if;
      if coalesce(trim(why), '') = '' then
        raise exception 'an objection needs a reason' using errcode = 'check_violation';
      end if;
      update grant_proposals p set state = 'considered', considered_at = at, considered_by = objector
        where p.id = proposal and p.presumed_at > at and p.id in (select o.id from presumed_in_cluster() o)
          and not same_person(p.proposed_by, objector)
        returning * into found;
      if found.id is null then return false; end if;
      insert into agreement_decisions (agreement_id, proposal_id, act, role, agency_id, words, at)
      values (found.agreement_id, found.id, 'objected', 'cluster', context_agency(), jsonb_build_object('en', why), at);
      return true;
    end $$;
    revoke all on function presumed_in_cluster, object_to_presumption from public;
    grant execute on function presumed_in_cluster, object_to_presumption to tell_us_once_web;

    alter table grant_proposals alter column proposed_by drop not null;
    alter table grant_proposals drop constraint grant_proposals_check;
    alter table grant_proposals add constraint grant_proposals_decided_by_another
      check (decided_by is null or decided_by is distinct from proposed_by);
    alter table grant_proposals add constraint grant_proposals_proposed_by_somebody
      check (proposed_by is not null or (state in ('draft', 'withdrawn', 'overtaken') and road = 'ask-once'));
    comment on column grant_proposals.proposed_by is 'null: citizens were asked twice, and so this draft was opened';

    -- Whether a body may still ask another for this under an agreement of this id.
    create function may_ask_once(asker text, holder text, agreement text) returns boolean
    language sql stable as $$
      select asker <> holder
        and (select count(*) from agencies g
             where g.id in (asker, holder) and g.state = 'approved' and g.status = 'active') = 2
        and not exists (select from agreements a where a.id = agreement and (a.agency_id <> asker or a.state = 'live')) $$;

    create function open_ask_once(request uuid, asker text, holder text, agreement text, wanted jsonb, at timestamptz)
    returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
    declare opened uuid;
    begin
      if not may_ask_once(asker, holder, agreement) then return null; end if;
      insert into grant_proposals (id, agency_id, agreement_id, terms, base_version, proposed_at, state, road, holder_id)
      values (request, asker, agreement, wanted, (select version from agreements where id = agreement), at, 'draft',
        'ask-once', holder)
      on conflict (agreement_id) where state in ('draft', 'proposed', 'considered', 'approved') do nothing
      returning id into opened;
      if opened is null then return null; end if;
      insert into agreement_decisions (agreement_id, proposal_id, act, role, words, at)
      values (agreement, opened, 'requested', 'public', jsonb_build_object(
        'en', 'People said that they were asked for what another body holds.',
        'cy', 'Dywedodd pobl y gofynnwyd iddynt am yr hyn sydd gan gorff arall.'), at);
      return opened;
    end $$;

    create function file_ask_once(request uuid, holder text, agreement text, wanted jsonb, asking uuid, asked integer,
      spent integer, at timestamptz) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare filed uuid;
    begin
      if not exists (select from staff_members m where m.id = asking and m.agency_id = context_agency()
        and m.role = 'admin' and m.removed_at is null)
      then
        raise exception 'only an administrator of the body may ask' using errcode = 'insufficient_privilege';
      end if;
      if wanted ->> 'id' is distinct from agreement or wanted ->> 'holder' is distinct from holder then
        raise exception 'the terms are not of this request' using errcode = 'check_violation';
      end if;
      if not may_ask_once(context_agency(), holder, agreement) then return null; end if;
      update grant_proposals p set terms = wanted, holder_id = holder, proposed_by = asking, proposed_at = at,
          state = 'proposed', questions = asked, minutes = spent
        where p.agreement_id = agreement and p.agency_id = context_agency() and p.state = 'draft' and p.road = 'ask-once'
        returning p.id into filed;
      if filed is null then
        insert into grant_proposals (id, agency_id, agreement_id, terms, base_version, proposed_by, proposed_at, road,
          holder_id, questions, minutes)
        values (request, context_agency(), agreement, wanted, (select version from agreements where id = agreement),
          asking, at, 'ask-once', holder, asked, spent)
        on conflict (agreement_id) where state in ('draft', 'proposed', 'considered', 'approved') do nothing
        returning id into filed;
      end if;
      if filed is null then return null; end if;
      insert into agreement_decisions (agreement_id, proposal_id, act, role, agency_id, at)
      values (agreement, filed, 'requested', 'body', context_agency(), at);
      insert into notices (agency_id, kind, channel, key, quiet, due_at)
      values (holder, 'share-asked', 'email', filed::text, false, '-infinity')
      on conflict (account_id, agency_id, kind, key, channel) do nothing;
      return filed;
    end $$;
    revoke all on function open_ask_once, file_ask_once from public;
    grant execute on function open_ask_once to tell_us_once_web, tell_us_once_worker;
    grant execute on function file_ask_once to tell_us_once_web;

    -- Whoever holds what is asked for reads the request and decides it, and nothing else of it.
    create policy web_reads_as_holder on grant_proposals for select to tell_us_once_web
      using (holder_id = (select context_agency()) and road = 'ask-once' and state <> 'draft');
    create policy web_decides_as_holder on grant_proposals for update to tell_us_once_web
      using (holder_id = (select context_agency()) and road = 'ask-once' and state in ('proposed', 'considered'))
      with check (holder_id = (select context_agency()) and road = 'ask-once' and (
        (state = 'considered' and way is null and decided_by is null and exists (select from staff_members m
          where m.id = considered_by and m.agency_id = (select context_agency())))
        or (way = 'holder' and state in ('approved', 'declined') and exists (select from staff_members m
          where m.id = decided_by and m.agency_id = (select context_agency())))));
    -- What one body is asked for, no other body decides.
    create policy asked_of_one_body on grant_proposals as restrictive for update to tell_us_once_web
      using (road <> 'ask-once' or (select context_operator()) or (select context_agency()) in (agency_id, holder_id));
    -- It goes by a function or not at all: by an insert a request is of the long road, or a trial.
    create policy roads_have_doors on grant_proposals as restrictive for insert to tell_us_once_web
      with check (road in ('full', 'trial'));
  `)
}
