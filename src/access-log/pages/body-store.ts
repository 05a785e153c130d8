import type { Db } from '../../shared/database.ts'

/** Every body that stands in these subjects' log, found by jumping from one to the next along the index. */
export async function findBodies(tx: Db, subjects: readonly Buffer[]): Promise<string[]> {
  const { rows } = await tx.raw<{ rows: { body_id: string }[] }>(
    `with recursive mine (ref) as (select unnest(?::bytea[])),
     known (ref, body_id) as (
       select ref, (select min(body_id) from access_records where subject_ref = ref) from mine
       union all
       select ref, (select min(body_id) from access_records
                    where subject_ref = known.ref and access_records.body_id > known.body_id)
       from known where known.body_id is not null
     )
     select distinct body_id from known where body_id is not null order by body_id`,
    [[...subjects]],
  )
  return rows.map(({ body_id }) => body_id)
}

/** Every activity that stands in these subjects' log, by its address. Reads all of it: for a search, not for each page. */
export async function findActivities(tx: Db, subjects: readonly Buffer[]): Promise<string[]> {
  const { rows } = await tx.raw<{ rows: { activity_id: string }[] }>(
    'select distinct activity_id from access_records where subject_ref = any(?::bytea[])',
    [[...subjects]],
  )
  return rows.map(({ activity_id }) => activity_id)
}
