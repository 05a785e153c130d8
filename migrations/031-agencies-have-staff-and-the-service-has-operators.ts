import type { Knex } from 'knex'

/**
 * People of agencies with a role each, operators of the service, and what they did. A person is invited by e-mail
 * address; the provider's subject takes its place at the first sign-in. Both are looked up before anybody is known, so
 * the web role asks functions for them and reads the table in an agency's or an operator's context only.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function context_operator() returns boolean language sql stable parallel safe as
      $$ select coalesce(current_setting('app.operator', true) = '01', false) $$;

    create table staff_members (
      id uuid primary key,
      agency_id text references agencies (id),
      email text not null check (email = lower(email)),
      name text not null,
      role text not null check (role in ('admin', 'officer', 'viewer', 'operator')),
      issuer text,
      subject text,
      invited_at timestamptz not null,
      last_seen_at timestamptz,
      removed_at timestamptz,
      check ((agency_id is null) = (role = 'operator'))
    );
    comment on column staff_members.agency_id is 'null: an operator of the service';
    comment on column staff_members.subject is 'what the provider in issuer calls this person; null until the first sign-in';
    create unique index staff_members_by_email on staff_members (email) where removed_at is null;
    create unique index staff_members_by_subject on staff_members (issuer, subject) where removed_at is null;
    create index staff_members_of_agency on staff_members (agency_id);
    call protect('staff_members');
    create policy web_by_agency on staff_members to tell_us_once_web
      using (agency_id = (select context_agency())) with check (agency_id = (select context_agency()));
    create policy web_by_operator on staff_members to tell_us_once_web
      using ((select context_operator())) with check ((select context_operator()));
    grant select, insert on staff_members to tell_us_once_web;
    grant update (name, role, removed_at) on staff_members to tell_us_once_web;
    grant select, insert, update on staff_members to tell_us_once_worker;

    create function staff_member(member uuid)
    returns table (id uuid, agency_id text, agency_name jsonb, role text, name text, email text)
    language sql stable security definer set search_path = public, pg_temp as $$
      select m.id, m.agency_id, a.name, m.role, m.name, m.email
      from staff_members m left join agencies a on a.id = m.agency_id
      where m.id = member and m.removed_at is null $$;

    create function sign_in_staff(provider text, sub text, verified_email text, at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare found_id uuid;
    begin
      update staff_members set last_seen_at = at
        where issuer = provider and subject = sub and removed_at is null returning id into found_id;
      if found_id is null then
        update staff_members set issuer = provider, subject = sub, last_seen_at = at
          where email = lower(verified_email) and removed_at is null and issuer is distinct from provider
          returning id into found_id;
      end if;
      return found_id;
    end $$;

    revoke all on function staff_member, sign_in_staff from public;
    grant execute on function staff_member, sign_in_staff to tell_us_once_web;

    create table staff_actions (
      id uuid primary key,
      at timestamptz not null default now(),
      staff_id uuid references staff_members (id),
      agency_id text references agencies (id),
      action text not null,
      target text not null,
      reason text,
      detail jsonb not null default '{}'
    );
    comment on table staff_actions is 'what staff did: never what it says about a citizen';
    comment on column staff_actions.staff_id is 'null: whoever applied the agencies file';
    comment on column staff_actions.agency_id is 'whom it was done by or to; null: it is about the service';
    create index staff_actions_of_agency on staff_actions (agency_id, at, id);
    create index staff_actions_of_member on staff_actions (staff_id);
    call append_only('staff_actions');
    call protect('staff_actions');
    create policy web_by_agency on staff_actions to tell_us_once_web
      using (agency_id = (select context_agency())) with check (agency_id = (select context_agency()));
    create policy web_by_operator on staff_actions to tell_us_once_web
      using ((select context_operator())) with check ((select context_operator()));
    grant select, insert on staff_actions to tell_us_once_web, tell_us_once_worker;

    create index sessions_of_staff on sessions ((sess ->> 'staffId')) where sess ->> 'staffId' is not null;
  `)
}
