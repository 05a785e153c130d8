import type { Knex } from 'knex'

/**
 * A report could be added about anybody's subject, and what bodies were told of it would have stood in that person's
 * access log. It is about a subject of its own, or about that of the standing report of the same matter.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop policy web_adds_for_account on reports;
    create policy web_adds_for_account on reports for insert to tell_us_once_web
      with check (account_id = (select context_account())
        and subject_ref = any ((select context_subjects())::bytea[])
        and (about_ref is null or about_ref = any ((select context_subjects())::bytea[]) or exists (
          select from standing_report(matter_ref) first
          where first.id = joins_report_id and first.about_ref = reports.about_ref)));
  `)
}
