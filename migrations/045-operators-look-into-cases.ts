import type { Knex } from 'knex'

/** Operators read and close cases. Of the report that one is about they get its reference and what came of it, no more. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create policy web_by_operator on cases for select to tell_us_once_web using ((select context_operator()));
    create policy web_closes_as_operator on cases for update to tell_us_once_web
      using ((select context_operator())) with check ((select context_operator()) and state = 'closed');
    grant select on cases to tell_us_once_web;
    grant update (state, closed_at, note) on cases to tell_us_once_web;

    create function report_of_case(wanted uuid)
    returns table (reference text, event_type text, state text, submitted_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
      select r.reference, r.event_type, r.state, r.submitted_at
      from cases c join reports r on r.id = c.report_id
      where c.id = wanted and context_operator() $$;
    revoke all on function report_of_case from public;
    grant execute on function report_of_case to tell_us_once_web;
  `)
}
