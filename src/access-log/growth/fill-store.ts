import type { Db } from '../../shared/database.ts'

/** Made-up records, about people who are nobody, spread over the months before a day. */
export interface Filling {
  records: number
  /** How many each person has. */
  ofEach: number
  before: Date
  days: number
  baseUrl: string
}

/**
 * In one statement, and in the order of the index, which is several times as fast as in any other. They have no place in
 * the public log and are in no ledger: this is for measuring, and for nothing else.
 */
export async function fillRecords(tx: Db, { records, ofEach, before, days, baseUrl }: Filling): Promise<void> {
  await tx.raw(
    `insert into access_records (record_id, subject_ref, registered_at, body_id, controller_id, controller_unit,
       controller_system, trace_id, span_id, name, status, occurred_start, occurred_end, access_type, activity_id,
       purpose, legal_basis, power, data_categories, actor_kind, actor_role)
     select gen_random_uuid(), ref, at, body, body, 'Casework', 'Files', md5(n::text), left(md5(n::text), 16),
       'consult', 'ok', at, at, 'consult', :baseUrl || '/activities/' || body || '/files/versions/1',
       'https://w3id.org/dpv#PublicBenefit', '6(1)(e)', 'https://www.legislation.gov.uk/ukpga/1988/52/section/99',
       '{name,address}', 'officer', 'caseworker'
     from (
       select n, sha256(uuid_send(person)) as ref, 'body-' || (1 + n % 12) as body,
         :before::timestamptz - random() * :days * interval '1 day' as at
       from (select gen_random_uuid() as person from generate_series(1, ceil(:records::numeric / :ofEach)::integer)) as p,
         generate_series(1, :ofEach::integer) as n
       order by 2, 4 limit :records
     ) as made`,
    { records, ofEach, before: before.toISOString(), days, baseUrl },
  )
}

/** So that plans know what there is now. */
export async function analyseRecords(db: Db): Promise<void> {
  await db.raw('analyze access_records')
}
