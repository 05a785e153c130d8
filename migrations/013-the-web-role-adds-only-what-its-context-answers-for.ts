import type { Knex } from 'knex'

/**
 * A context that lets rows be read said too little of rows that are added: an agency's call could have put a record in
 * another body's name, or an outcome on another citizen's page. What is added must be of whoever the context names.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop policy web_by_subject on access_records;
    create policy web_reads_by_subject on access_records for select to tell_us_once_web
      using (subject_ref = any ((select context_subjects())::bytea[]));
    create policy web_adds_for_agency on access_records for insert to tell_us_once_web
      with check (controller_id = (select context_agency())
        and subject_ref = any ((select context_subjects())::bytea[]));

    drop policy web_by_agency on outcomes;
    create policy web_reads_by_agency on outcomes for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_adds_for_agency on outcomes for insert to tell_us_once_web
      with check (agency_id = (select context_agency()) and exists (
        select from deliveries d
        where d.id = delivery_id and d.agency_id = outcomes.agency_id and d.account_id = outcomes.account_id));

    drop policy web_by_account on reports;
    create policy web_reads_by_account on reports for select to tell_us_once_web
      using (account_id = (select context_account()));
    create policy web_adds_for_account on reports for insert to tell_us_once_web
      with check (account_id = (select context_account())
        and subject_ref = any ((select context_subjects())::bytea[]));

    drop policy web_by_subject on subjects;
    create policy web_reads_by_subject on subjects for select to tell_us_once_web
      using (ref = any ((select context_subjects())::bytea[]) or account_id = (select context_account()));
    create policy web_adds_for_account on subjects for insert to tell_us_once_web
      with check (ref = any ((select context_subjects())::bytea[])
        and (account_id is null or account_id = (select context_account())));
  `)
}
