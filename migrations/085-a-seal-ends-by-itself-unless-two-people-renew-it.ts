import type { Knex } from 'knex'

/**
 * What is kept back from its citizen opens by itself at its time. Two people of the body may keep a sealed record back
 * longer; who they are and until when is in a log, and shown once it is open. No path of a citizen leads to a seal.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table seals (
      subject_ref bytea not null,
      registered_at timestamptz not null,
      record_id uuid not null,
      controller_id text not null,
      visibility text not null,
      opens_at timestamptz not null,
      primary key (subject_ref, registered_at, record_id, controller_id)
    );
    comment on table seals is 'sealed and delayed records that are not open yet, each with when it opens';
    create index seals_by_opening on seals (opens_at);
    create index seals_of_controller on seals (controller_id, registered_at, record_id);
    call protect('seals');
    grant select, insert, update, delete on seals to tell_us_once_worker;

    create function seal_what_is_kept_back() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into seals (subject_ref, registered_at, record_id, controller_id, visibility, opens_at)
      values (new.subject_ref, new.registered_at, new.record_id, new.controller_id, new.visibility, new.release_not_before);
      return null;
    end $$;
    revoke all on function seal_what_is_kept_back from public;
    create trigger seals_it after insert on sealed_access_records for each row execute function seal_what_is_kept_back();
    insert into seals (subject_ref, registered_at, record_id, controller_id, visibility, opens_at)
      select subject_ref, registered_at, record_id, controller_id, visibility, release_not_before
      from sealed_access_records;

    create table seal_renewals (
      id uuid primary key,
      agency_id text not null,
      record_id uuid not null,
      asked_by uuid not null references staff_members (id),
      asked_at timestamptz not null,
      reason text not null,
      until timestamptz not null check (until > asked_at)
    );
    create index seal_renewals_of_record on seal_renewals (agency_id, record_id, asked_at);
    call append_only('seal_renewals');
    call protect('seal_renewals');
    create policy web_by_agency on seal_renewals to tell_us_once_web
      using (agency_id = (select context_agency())) with check (agency_id = (select context_agency()));
    grant select, insert on seal_renewals to tell_us_once_web;
    grant select on seal_renewals to tell_us_once_worker;

    create table seal_decisions (
      renewal_id uuid primary key references seal_renewals (id),
      decided_by uuid not null references staff_members (id),
      decided_at timestamptz not null,
      approved boolean not null
    );
    call append_only('seal_decisions');
    call protect('seal_decisions');
    create policy web_by_agency on seal_decisions to tell_us_once_web
      using (exists (select from seal_renewals r where r.id = renewal_id))
      with check (exists (select from seal_renewals r where r.id = renewal_id and r.asked_by <> decided_by));
    grant select, insert on seal_decisions to tell_us_once_web;
    grant select on seal_decisions to tell_us_once_worker;

    -- What has opened meanwhile stays open: there is no seal left to prolong.
    create function renewed_seal_lasts() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update seals s set opens_at = r.until
      from seal_renewals r
      where new.approved and r.id = new.renewal_id and r.asked_by <> new.decided_by
        and s.controller_id = r.agency_id and s.record_id = r.record_id and s.visibility = 'sealed'
        and s.opens_at > new.decided_at;
      return null;
    end $$;
    revoke all on function renewed_seal_lasts from public;
    create trigger makes_it_last after insert on seal_decisions for each row execute function renewed_seal_lasts();

    create table seal_releases (
      subject_ref bytea not null,
      registered_at timestamptz not null,
      record_id uuid not null,
      controller_id text not null,
      released_at timestamptz not null,
      first_until timestamptz not null,
      renewals jsonb not null,
      primary key (subject_ref, registered_at, record_id, controller_id)
    );
    comment on column seal_releases.renewals is 'each that a second person approved: asked_at, decided_at, until';
    call append_only('seal_releases');
    call protect('seal_releases');
    create policy web_reads_by_subject on seal_releases for select to tell_us_once_web
      using (subject_ref = any ((select context_subjects())::bytea[]));
    grant select on seal_releases to tell_us_once_web;
    grant select, insert on seal_releases to tell_us_once_worker;

    -- For the body that sealed them; nothing here says whom they are about.
    create function seals_of_agency() returns table (
      record_id uuid, activity_id text, registered_at timestamptz, opens_at timestamptz, review_at date)
    language sql stable security definer set search_path = public, pg_temp as $$
      select s.record_id, r.activity_id, s.registered_at, s.opens_at, r.review_at
      from seals s join sealed_access_records r using (subject_ref, registered_at, record_id, controller_id)
      where s.controller_id = context_agency() and s.visibility = 'sealed'
      order by s.opens_at, s.record_id limit 500 $$;
    revoke all on function seals_of_agency from public;
    grant execute on function seals_of_agency to tell_us_once_web;

    create table published_counts (
      what text not null check (what in ('questions', 'sealed')),
      agency_id text not null,
      activity_id text not null default '',
      quarter date not null,
      count integer check (count >= 5),
      counted_at timestamptz not null,
      primary key (what, agency_id, activity_id, quarter)
    );
    comment on column published_counts.count is 'null: fewer than five, or none';
    grant select on published_counts to tell_us_once_web, tell_us_once_auditor;
    grant select, insert, update, delete on published_counts to tell_us_once_worker;
  `)
}
