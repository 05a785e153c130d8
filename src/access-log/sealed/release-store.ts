import type { Db } from '../../shared/database.ts'

const BATCH = 500

/**
 * Opens what is due, as many as a batch: its row and its place are copied to where its citizen's pages look, in one
 * statement with the note that it happened and the history of its seal. What has no place in the public log yet waits.
 *
 * @returns whose records were opened; where they are at risk, nobody writes to them
 */
export async function releaseDue(tx: Db, now: Date): Promise<{ opened: number; accounts: string[] }> {
  const columns = await columnsToCopy(tx)
  const { rows } = await tx.raw<{ rows: { account_id: string | null; at_risk: boolean }[] }>(
    `with due as (
       select subject_ref, registered_at, record_id, controller_id from seals
       join sealed_access_record_places using (subject_ref, registered_at, record_id, controller_id)
       where opens_at <= :now order by opens_at limit :batch for update of seals skip locked
     ), noted as (
       insert into seal_releases (subject_ref, registered_at, record_id, controller_id, released_at, first_until, renewals)
       select s.subject_ref, s.registered_at, s.record_id, s.controller_id, :now, s.release_not_before, coalesce((
         select jsonb_agg(jsonb_build_object('asked_at', r.asked_at, 'decided_at', d.decided_at, 'until', r.until)
           order by d.decided_at)
         from seal_renewals r join seal_decisions d on d.renewal_id = r.id and d.approved
         where r.agency_id = s.controller_id and r.record_id = s.record_id), '[]')
       from sealed_access_records s join due using (subject_ref, registered_at, record_id, controller_id)
     ), records as (
       insert into access_records (${columns}) select ${columns}
       from sealed_access_records join due using (subject_ref, registered_at, record_id, controller_id)
     ), places as (
       insert into access_record_places (subject_ref, registered_at, record_id, controller_id, chain, seq, prev,
         commitment, log_index, origin)
       select subject_ref, registered_at, record_id, controller_id, chain, seq, prev, commitment, log_index, origin
       from sealed_access_record_places join due using (subject_ref, registered_at, record_id, controller_id)
     ), ended as (
       delete from seals using due
       where seals.subject_ref = due.subject_ref and seals.registered_at = due.registered_at
         and seals.record_id = due.record_id and seals.controller_id = due.controller_id
     )
     select s.account_id, exists (
       select from reports r where r.account_id = s.account_id and r.state = 'reported' and r.safety) as at_risk
     from due left join subjects s on s.ref = due.subject_ref`,
    { now, batch: BATCH },
  )
  const told = rows.flatMap(({ account_id, at_risk }) => (account_id === null || at_risk ? [] : account_id))
  return { opened: rows.length, accounts: [...new Set(told)] }
}

/** All that a record has: what the proof is of, and so must stay as it was. */
async function columnsToCopy(tx: Db): Promise<string> {
  const { rows } = await tx.raw<{ rows: { name: string }[] }>(
    `select attname as name from pg_attribute
     where attrelid = 'access_records'::regclass and attnum > 0 and not attisdropped order by attnum`,
  )
  return rows.map(({ name }) => name).join(', ')
}
