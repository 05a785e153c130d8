import type { Knex } from 'knex'

/**
 * Operators see of a case what kind it is and since when. Whose report it is about they see when each person concerned
 * has an access record of the look in their own list: the database shows it in the very transaction that wrote those
 * records, and in no other. What this service does itself with people's data stands in the register beside what bodies do.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(OWN_ACTIVITIES)
  await db.raw(LOOKS)
}

const OWN_ACTIVITIES = `
  -- This service is no agency, and a controller all the same.
  alter table activity_versions drop constraint activity_versions_agency_id_fkey;
  alter table activities drop constraint activities_agency_id_fkey;

  insert into activity_versions (agency_id, activity_id, version, purpose, dpv_purpose, legal_basis, power, power_name,
    data_categories, confidentiality, retention_months, registered_at)
  values
    ('tell-us-once', 'cases', 1,
      '{"en": "Look into a report that somebody took back or says is wrong",
        "cy": "Edrych i mewn i adroddiad y mae rhywun wedi’i dynnu’n ôl neu’n dweud ei fod yn anghywir"}',
      'https://w3id.org/dpv#LegalCompliance', '6(1)(c)', 'https://www.legislation.gov.uk/eur/2016/679/article/16',
      '{"en": "UK GDPR, Article 16: the right to have data put right",
        "cy": "GDPR y DU, Erthygl 16: yr hawl i gael cywiro data"}',
      '{correspondence,dates}', 'open', 84, now()),
    ('tell-us-once', 'questions', 1,
      '{"en": "Read and answer what you ask about a use of your data",
        "cy": "Darllen ac ateb yr hyn a ofynnwch am ddefnydd o’ch data"}',
      'https://w3id.org/dpv#LegalCompliance', '6(1)(c)', 'https://www.legislation.gov.uk/eur/2016/679/article/15',
      '{"en": "UK GDPR, Article 15: the right to know how data is used",
        "cy": "GDPR y DU, Erthygl 15: yr hawl i wybod sut y defnyddir data"}',
      '{correspondence}', 'open', 84, now());
  insert into activities (agency_id, id, version, changed_at)
    select agency_id, activity_id, version, registered_at from activity_versions where agency_id = 'tell-us-once';
`

const LOOKS = `
  create table case_looks (
    id uuid primary key,
    case_id uuid not null,
    staff_id uuid not null references staff_members (id),
    reason text not null check (reason in ('put-right', 'asked-by-person', 'complaint', 'misuse', 'fault')),
    at timestamptz not null,
    made_in xid8 not null default pg_current_xact_id()
  );
  comment on column case_looks.made_in is 'the transaction to which alone the case is shown';
  create index case_looks_of_case on case_looks (case_id, at);
  call append_only('case_looks');
  call protect('case_looks');

  create table case_look_records (
    look_id uuid not null references case_looks (id),
    subject_ref bytea not null,
    record_id uuid not null,
    primary key (record_id)
  );
  comment on table case_look_records is 'the access record that each person concerned has of it';
  create index case_look_records_of_look on case_look_records (look_id);
  call append_only('case_look_records');
  call protect('case_look_records');
  create policy web_by_operator on case_look_records for select to tell_us_once_web using ((select context_operator()));
  grant select on case_look_records to tell_us_once_web;

  -- Of a case the web role reads what a list shows. What it is about comes by the function below.
  revoke select on cases from tell_us_once_web;
  grant select (id, kind, opened_at, state, closed_at) on cases to tell_us_once_web;
  drop function report_of_case;

  -- Begins a look: by an operator, with a reason. For each person concerned (who reported it, whom it is about, who opened
  -- the case) one of the given record ids.
  create function look_into_case(look uuid, wanted uuid, staff uuid, why text, ids uuid[], looked_at timestamptz)
  returns table (subject_ref bytea, record_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
  #variable_conflict use_column
  begin
    if context_operator() is not true or not exists (
      select from staff_members m where m.id = staff and m.role = 'operator' and m.removed_at is null)
    then
      raise exception 'only an operator may look into a case' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from cases c where c.id = wanted) then return; end if;
    insert into case_looks (id, case_id, staff_id, reason, at) values (look, wanted, staff, why, looked_at);
    return query
      with concerned as (
        select 1 as place, r.subject_ref as ref, r.account_id as account
        from cases c join reports r on r.id = c.report_id where c.id = wanted
        union all
        select 2, r.about_ref, s.account_id
        from cases c join reports r on r.id = c.report_id left join subjects s on s.ref = r.about_ref
        where c.id = wanted and r.about_ref is not null
        union all
        select 3, a.subject_ref, a.id from cases c join accounts a on a.id = c.account_id where c.id = wanted
      ), people as (
        select distinct on (coalesce(account::text, encode(ref, 'hex'))) ref
        from concerned order by coalesce(account::text, encode(ref, 'hex')), place
      ), numbered as (
        select ref, row_number() over (order by ref) as n from people
      )
      insert into case_look_records (look_id, subject_ref, record_id)
      select look, ref, ids[n] from numbered
      returning case_look_records.subject_ref, case_look_records.record_id;
  end $$;
  revoke all on function look_into_case from public;
  grant execute on function look_into_case to tell_us_once_web;

  -- What the case is about: nothing unless each of them has their record by now.
  create function case_looked_into(look uuid)
  returns table (reference text, event_type text, submitted_at timestamptz, note bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
    select r.reference, r.event_type, r.submitted_at, c.note
    from case_looks l join cases c on c.id = l.case_id left join reports r on r.id = c.report_id
    where l.id = look and context_operator() and l.made_in = pg_current_xact_id_if_assigned()
      and not exists (
        select from case_look_records n where n.look_id = l.id and not exists (
          select from access_records a where a.subject_ref = n.subject_ref and a.record_id = n.record_id
            and a.controller_id = 'tell-us-once' and a.access_type = 'consult')) $$;
  revoke all on function case_looked_into from public;
  grant execute on function case_looked_into to tell_us_once_web;

  create policy web_records_look on access_records for insert to tell_us_once_web
    with check (controller_id = 'tell-us-once' and body_id = 'tell-us-once' and access_type = 'consult' and exists (
      select from case_look_records n
      where n.record_id = access_records.record_id and n.subject_ref = access_records.subject_ref));
  create policy web_records_look on access_record_ledger to tell_us_once_web
    using (controller_id = 'tell-us-once' and exists (
      select from case_look_records n where n.record_id = access_record_ledger.record_id));
`
