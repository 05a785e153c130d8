import type { Knex } from 'knex'

/**
 * A report may be about somebody else. Two reports of one matter are joined, so that bodies are told once; whoever it is
 * about can find it, see where it came from and take it back everywhere, though it is somebody else's. They reach it
 * through functions alone, with keyed hashes of what GOV.UK One Login proved of them.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table reports
      add column about_ref bytea,
      add column about_keys bytea[],
      add column about_proofs bytea[],
      add column matter_ref bytea,
      add column provenance jsonb,
      add column joins_report_id uuid;
    comment on column reports.about_ref is
      'the subject that it is about, when that is not who reports it; the same in reports that are joined';
    comment on column reports.about_keys is 'keyed hashes of name and birth date: by them that person finds it';
    comment on column reports.about_proofs is
      'keyed hashes of passport number, driver number and postcode: one of them must be that person''s';
    comment on column reports.matter_ref is 'keyed hash of what makes two reports the same';
    comment on column reports.provenance is 'in clear, for the person it is about: how related, how proved; nobody''s name';
    comment on column reports.joins_report_id is 'the standing report of the same matter that came first';
    create index reports_by_matter on reports (matter_ref, submitted_at, id) where matter_ref is not null;
    create index reports_by_about on reports using gin (about_keys) where about_keys is not null;
    create index reports_joined on reports (joins_report_id) where joins_report_id is not null;

    -- What the report tells, or will: neither kept back nor held until its citizen says so.
    create function tells(r reports) returns text[] language sql immutable parallel safe as $$
      select coalesce(array_agg(id), '{}') from jsonb_object_keys(coalesce(r.told, '{}')) as id
      where r.withheld ->> id is null and r.timing ->> id is distinct from 'held' $$;

    -- Whoever sends or takes back reports of one matter waits for the others; always before any row is locked.
    create function lock_matter(matter bytea) returns void language sql as $$
      select pg_advisory_xact_lock(hashtextextended('matter ' || encode(matter, 'hex'), 0)) where matter is not null $$;

    -- Says nothing of who reported it, nor what. Only who knows the matter can ask.
    create function standing_report(matter bytea)
    returns table (id uuid, submitted_at timestamptz, about_ref bytea, agreements text[])
    language sql stable security definer set search_path = public as $$
      select r.id, r.submitted_at, r.about_ref, tells(r) from reports r
      where r.matter_ref = matter and r.state = 'reported' and r.joins_report_id is null
      order by r.submitted_at, r.id limit 1 $$;
    revoke all on function standing_report from public;
    grant execute on function standing_report to tell_us_once_web;

    -- The first was taken back: the earliest that joined it stands in its place, and tells whom the first told. A while
    -- later, so that bodies hear first that the other was taken back.
    create function stand_in_for(gone uuid, at timestamptz) returns void
    language plpgsql security definer set search_path = public as $$
    declare heir uuid;
    begin
      select id into heir from reports
        where joins_report_id = gone and state = 'reported' order by submitted_at, id limit 1 for update;
      update reports
        set joins_report_id = nullif(heir, id), fanned_out_at = null, not_before = at + interval '10 minutes'
        where joins_report_id = gone and state = 'reported';
    end $$;
    revoke all on function stand_in_for from public;

    create or replace function withdraw_report(
      wanted uuid, follow_up uuid, sealed bytea, urgency smallint, at timestamptz
    ) returns boolean language plpgsql security definer set search_path = public as $$
    begin
      perform lock_matter(matter_ref) from reports where id = wanted and account_id = context_account();
      if lock_own_report(wanted) is null then return false; end if;
      if not take_back(wanted, follow_up, sealed, urgency, at) then return false; end if;
      perform stand_in_for(wanted, at);
      return true;
    end $$;

    -- How far the bodies are that the first report told: whom the second one's citizen saw, never words or choices.
    create function progress_of_joined(wanted uuid)
    returns table (agency_id text, agreement_id text, agreement_version integer, state text, at timestamptz,
      status text, effective_date date)
    language sql stable security definer set search_path = public as $$
      select a.agency_id, a.id, coalesce(d.agreement_version, (first.told ->> a.id)::integer),
        case when d.state in ('held', 'waiting') then 'due'
          else coalesce(d.state, case when first.fanned_out_at is null then 'due' else 'not-allowed' end) end,
        coalesce(d.settled_at, d.created_at, first.submitted_at), o.status, o.effective_date
      from reports own
      join reports first on first.id = own.joins_report_id and first.matter_ref = own.matter_ref
      join agreements a on a.id = any (tells(first)) and own.told ->> a.id is not null
      left join deliveries d on d.report_id = first.id and d.agreement_id = a.id and d.after_id is null
      left join lateral (
        select outcomes.status, outcomes.effective_date from outcomes
        join deliveries each on each.id = outcomes.delivery_id
        where each.report_id = d.report_id and each.subscription_id = d.subscription_id
          and each.agreement_id = d.agreement_id
        order by outcomes.id desc limit 1
      ) o on true
      where own.id = wanted and own.account_id = context_account()
        and not exists (select from deliveries mine where mine.report_id = own.id and mine.agreement_id = a.id)
      order by a.agency_id, a.id $$;
    revoke all on function progress_of_joined from public;
    grant execute on function progress_of_joined to tell_us_once_web;

    -- For the person that they are about. Of one matter all, when one of them names something that is theirs alone.
    create function reports_about(keys bytea[], proofs bytea[])
    returns table (id uuid, about_ref bytea, matter_ref bytea, event_type text, submitted_at timestamptz, state text,
      provenance jsonb, withdrawn_at timestamptz)
    language sql stable security definer set search_path = public as $$
      with theirs as (
        select r.* from reports r
        where context_account() is not null and r.about_keys && keys and r.about_proofs && proofs
      )
      select r.id, r.about_ref, r.matter_ref, r.event_type, r.submitted_at, r.state, r.provenance, (
        select f.created_at from follow_ups f where f.report_id = r.id and f.kind = 'withdrawal')
      from reports r
      where r.id in (select theirs.id from theirs)
        or r.matter_ref in (select theirs.matter_ref from theirs)
      order by r.matter_ref, r.submitted_at, r.id $$;
    revoke all on function reports_about from public;
    grant execute on function reports_about to tell_us_once_web;

    -- Each body of each report about them, with how it was told and how far the taking back is.
    create function deliveries_about(keys bytea[], proofs bytea[])
    returns table (report_id uuid, agency_id text, agreement_id text, agreement_version integer, withdraws boolean,
      state text, at timestamptz, status text, effective_date date)
    language sql stable security definer set search_path = public as $$
      select d.report_id, d.agency_id, d.agreement_id, d.agreement_version, coalesce(f.kind = 'withdrawal', false),
        d.state, coalesce(d.settled_at, d.created_at), o.status, o.effective_date
      from reports_about(keys, proofs) r
      join deliveries d on d.report_id = r.id
      left join follow_ups f on f.id = d.follow_up_id
      left join lateral (
        select outcomes.status, outcomes.effective_date from outcomes
        where outcomes.delivery_id = d.id order by outcomes.id desc limit 1
      ) o on true
      where d.after_id is null or f.kind = 'withdrawal'
      order by d.report_id, d.agency_id, d.agreement_id, d.created_at, d.id $$;
    revoke all on function deliveries_about from public;
    grant execute on function deliveries_about to tell_us_once_web;

    -- Their access log then shows what was disclosed about them.
    create function claim_subjects_about(keys bytea[], proofs bytea[]) returns void
    language sql security definer set search_path = public as $$
      update subjects s set account_id = context_account()
      from reports_about(keys, proofs) r where s.ref = r.about_ref and s.account_id is null $$;
    revoke all on function claim_subjects_about from public;
    grant execute on function claim_subjects_about to tell_us_once_web;

    create table cases (
      id uuid primary key,
      kind text not null check (kind in ('reported-about', 'wrong-report')),
      report_id uuid not null,
      account_id uuid not null,
      opened_at timestamptz not null,
      state text not null default 'open' check (state in ('open', 'closed')),
      closed_at timestamptz,
      note bytea,
      unique (report_id, account_id, kind)
    );
    comment on table cases is 'what needs a person to look at it; it says which report, and nothing of what is in it';
    comment on column cases.account_id is 'who opened it: whoever made the report, or the person that it is about';
    comment on column cases.note is 'what the operator wrote when it was closed, sealed';
    create index cases_open on cases (opened_at, id) where state = 'open';
    call protect('cases');
    create policy web_adds_for_account on cases for insert to tell_us_once_web
      with check (account_id = (select context_account()) and kind = 'wrong-report' and state = 'open'
        and exists (select from reports r where r.id = report_id));
    grant insert on cases to tell_us_once_web;
    grant select, update on cases to tell_us_once_worker;

    -- Everything of one report stops: before everything else that is due, and whoever made it hears of it. False when it
    -- was taken back already, or is not about whoever asks.
    create function withdraw_report_about(
      wanted uuid, keys bytea[], proofs bytea[], follow_up uuid, case_id uuid, at timestamptz
    ) returns boolean language plpgsql security definer set search_path = public as $$
    begin
      perform lock_matter(r.matter_ref) from reports_about(keys, proofs) r where r.id = wanted;
      if not found or not take_back(wanted, follow_up, null, 0::smallint, at) then return false; end if;
      insert into cases (id, kind, report_id, account_id, opened_at)
        values (case_id, 'reported-about', wanted, context_account(), at);
      perform queue_notice(account_id, null, 'report-withdrawn', array['email'], id::text, safety, null)
        from reports where id = wanted;
      return true;
    end $$;
    revoke all on function withdraw_report_about from public;
    grant execute on function withdraw_report_about to tell_us_once_web;
  `)
}
