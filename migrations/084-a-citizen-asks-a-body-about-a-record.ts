import type { Knex } from 'knex'

/**
 * A citizen asks a body about a use of their data, and it answers. What is said is sealed under the subject's data key.
 * Both tables are written by what is added to the second: each entry moves its question on, so that neither side can
 * say that something happened which did not. Nobody is written to by anything but a function that goes by the question.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table questions (
      id uuid primary key,
      account_id uuid not null,
      subject_ref bytea not null,
      agency_id text not null,
      record_id uuid not null,
      controller_id text not null,
      activity_id text not null,
      kind text not null check (kind in ('explain', 'complaint', 'name')),
      urgent boolean not null,
      asked_at timestamptz not null,
      due date,
      waits_for text not null default 'body' check (waits_for in ('body', 'citizen', 'nobody')),
      acknowledged_at timestamptz,
      answered_at timestamptz,
      decision text check (decision in ('given', 'refused')),
      explained boolean,
      escalated_at timestamptz
    );
    comment on column questions.urgent is 'the citizen does not recognise this use of their data';
    comment on column questions.due is
      'by when the law wants the body''s next step: an answer, or of a complaint that it is acknowledged; null: without undue delay';
    create index questions_of_account on questions (account_id, asked_at desc, id desc);
    create index questions_of_agency on questions (agency_id, asked_at, id);
    create index questions_that_wait on questions (due) where waits_for = 'body';
    create index questions_by_time on questions (asked_at);
    call protect('questions');
    create policy web_reads_by_account on questions for select to tell_us_once_web
      using (account_id = (select context_account()));
    create policy web_reads_by_agency on questions for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_adds_for_account on questions for insert to tell_us_once_web
      with check (account_id = (select context_account())
        and subject_ref = any ((select context_subjects())::bytea[])
        and waits_for = 'body' and acknowledged_at is null and answered_at is null and decision is null
        and explained is null and escalated_at is null
        and exists (
          select from access_records r where r.subject_ref = questions.subject_ref
            and r.record_id = questions.record_id and r.controller_id = questions.controller_id
            and r.body_id = questions.agency_id));
    grant select, insert on questions to tell_us_once_web;
    grant select on questions to tell_us_once_worker;

    create table question_entries (
      id uuid primary key,
      question_id uuid not null,
      at timestamptz not null,
      kind text not null,
      made_by text not null check (made_by in ('citizen', 'body', 'service')),
      staff_id uuid,
      due date,
      message bytea,
      check (case made_by
        when 'citizen' then kind in ('asked', 'said', 'explained', 'not-explained', 'escalated')
        when 'body' then kind in ('opened', 'acknowledged', 'answered', 'name-given', 'name-refused')
        else kind in ('reminded', 'overdue') end)
    );
    comment on column question_entries.staff_id is 'who of the body; null: a program of it';
    comment on column question_entries.due is 'by when the next step is due from here on, or was';
    comment on column question_entries.message is 'sealed under the data key of the record''s subject';
    create index question_entries_of_question on question_entries (question_id, at, id);
    create unique index question_entries_once on question_entries (question_id, kind, due) where made_by = 'service';
    call append_only('question_entries');
    call protect('question_entries');
    create policy web_reads_with_question on question_entries for select to tell_us_once_web
      using (exists (select from questions q where q.id = question_id));
    create policy web_adds_with_question on question_entries for insert to tell_us_once_web
      with check (exists (
        select from questions q where q.id = question_id
          and ((made_by = 'citizen' and q.account_id = (select context_account()))
            or (made_by = 'body' and q.agency_id = (select context_agency())))));
    grant select, insert on question_entries to tell_us_once_web, tell_us_once_worker;

    create function question_moves_on() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update questions set
        waits_for = case
          when new.kind in ('said', 'asked') then 'body'
          when new.kind in ('answered', 'name-given', 'name-refused', 'not-explained') then 'citizen'
          when new.kind = 'explained' then 'nobody'
          else waits_for end,
        due = case
          when new.kind in ('said', 'asked') then new.due
          when new.kind in ('acknowledged', 'answered', 'name-given', 'name-refused', 'explained') and kind = 'complaint'
            then null
          when new.kind in ('answered', 'name-given', 'name-refused', 'explained') then null
          else due end,
        acknowledged_at = case
          when new.kind in ('acknowledged', 'answered', 'name-given', 'name-refused')
            then coalesce(acknowledged_at, new.at)
          else acknowledged_at end,
        answered_at = case
          when new.kind in ('answered', 'name-given', 'name-refused') then new.at else answered_at end,
        decision = case new.kind when 'name-given' then 'given' when 'name-refused' then 'refused' else decision end,
        explained = case new.kind when 'explained' then true when 'not-explained' then false when 'said' then null
          else explained end,
        escalated_at = case when new.kind = 'escalated' then coalesce(escalated_at, new.at) else escalated_at end
      where id = new.question_id;
      return null;
    end $$;
    revoke all on function question_moves_on from public;
    create trigger moves_its_question_on after insert on question_entries
      for each row execute function question_moves_on();

    -- The other side hears of it: the body of its citizen's entry, the citizen of the body's. Not somebody at risk,
    -- whose mail others may read.
    create function queue_question_notice(wanted uuid, unique_key text) returns void
    language sql security definer set search_path = public, pg_temp as $$
      insert into notices (account_id, agency_id, kind, channel, key, quiet, due_at)
      select case when made.by_body then q.account_id end, case when not made.by_body then q.agency_id end,
        case when made.by_body then 'question-answered' when q.urgent then 'question-urgent' else 'question-asked' end,
        'email', unique_key, false, '-infinity'
      from questions q cross join lateral (select q.agency_id = context_agency() as by_body) made
      where q.id = wanted
        and (coalesce(made.by_body, false) or q.account_id = context_account())
        and not (coalesce(made.by_body, false) and exists (
          select from reports r where r.account_id = q.account_id and r.state = 'reported' and r.safety))
      on conflict do nothing $$;
    revoke all on function queue_question_notice from public;
    grant execute on function queue_question_notice to tell_us_once_web;
  `)
}
