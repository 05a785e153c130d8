import type { Knex } from 'knex'

/**
 * What is published in numbers: a row for each month, figure and body, which never changes once its month is over; beside
 * it the month that runs, counted anew every hour. None of it is about a person: what people think of the service and
 * which reports they begin is kept as a number a day, without a time, an account or a session.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table figure_months (
      month date primary key check (extract(day from month) = 1),
      made_at timestamptz not null
    );
    comment on table figure_months is 'months, by the clocks of the United Kingdom, whose figures are made';
    call append_only('figure_months');

    create table figure_snapshots (
      agency_id text not null default '',
      month date not null references figure_months (month),
      figure text not null,
      part text not null default '',
      value double precision,
      primary key (agency_id, month, figure, part)
    );
    comment on column figure_snapshots.agency_id is 'empty: of the whole service';
    comment on column figure_snapshots.value is 'null: nothing to say, or too few to say it';
    create index figure_snapshots_of_bodies on figure_snapshots (figure, month, part, agency_id) include (value);
    call append_only('figure_snapshots');

    create table running_figures (
      figure text not null,
      part text not null default '',
      month date not null,
      value double precision,
      counted_at timestamptz not null,
      primary key (figure, part)
    );

    create table given_figures (
      figure text not null,
      agency_id text not null default '',
      month date not null check (extract(day from month) = 1),
      given_at timestamptz not null,
      value double precision not null check (value >= 0),
      primary key (figure, agency_id, month, given_at)
    );
    comment on table given_figures is 'what nobody can count here and a body or an operator has said; the last one said stands';
    call append_only('given_figures');

    create table satisfaction_answers (
      day date not null,
      score smallint not null check (score between 1 and 5),
      answers integer not null default 1,
      primary key (day, score)
    );
    comment on column satisfaction_answers.score is '5: very satisfied';

    -- No row of the one who answers: not even that somebody did, apart from how many.
    create function rate_service(given integer, on_day date) returns void
    language sql security definer set search_path = public, pg_temp as $$
      insert into satisfaction_answers as s (day, score) values (on_day, given)
      on conflict (day, score) do update set answers = s.answers + 1 $$;
    revoke all on function rate_service from public;
    grant execute on function rate_service to tell_us_once_web;

    create table drafts_begun (
      day date not null,
      event_type text not null
    );
    comment on table drafts_begun is 'a row for each, until the figures of its month are made; a draft itself leaves when it is sent';
    create index drafts_begun_by_day on drafts_begun using brin (day);
    create function note_begun_draft() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into drafts_begun (day, event_type) values ((new.started_at at time zone 'Europe/London')::date, new.event_type);
      return null;
    end $$;
    revoke all on function note_begun_draft from public;
    create trigger is_counted after insert on drafts
      for each row when (new.corrects_report_id is null) execute function note_begun_draft();

    call protect('figure_months');
    call protect('figure_snapshots');
    call protect('running_figures');
    call protect('given_figures');
    call protect('satisfaction_answers');
    call protect('drafts_begun');
    create policy web_reads on figure_months for select to tell_us_once_web using (true);
    create policy web_reads on figure_snapshots for select to tell_us_once_web using (true);
    create policy web_reads on running_figures for select to tell_us_once_web using (true);
    grant select on figure_months, figure_snapshots, running_figures to tell_us_once_web;
    grant select, insert on figure_months, figure_snapshots, given_figures to tell_us_once_worker;
    grant select, insert, update, delete on running_figures to tell_us_once_worker;
    grant select on satisfaction_answers to tell_us_once_worker;
    grant select, delete on drafts_begun to tell_us_once_worker;

    -- A month is counted by its index, however long the table has grown. What only ever grows needs no more than BRIN.
    create index agreement_decisions_by_time on agreement_decisions (at, id);
    create index reports_by_time on reports using brin (submitted_at);
    create index deliveries_chased on deliveries (chased_at) where chased_at is not null;
    create index question_entries_by_due on question_entries (due) where kind = 'asked' and due is not null;
    create index seal_releases_by_time on seal_releases using brin (released_at);
    create index seal_decisions_by_time on seal_decisions using brin (decided_at);
  `)
}
