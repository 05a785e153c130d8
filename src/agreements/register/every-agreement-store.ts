import type { Db } from '../../shared/database.ts'
import { latestVersions, type RegisteredAgreement } from '../agreement-store.ts'

// A megabyte or less of text.
const AT_A_TIME = 250

/**
 * All agreements in their latest versions, by body, some at a time, each batch in a statement of its own: neither our
 * memory nor a snapshot of the database is held for somebody with a slow line.
 */
export async function* everyAgreement(db: Db): AsyncGenerator<RegisteredAgreement[]> {
  let after = ['', '']
  for (;;) {
    const rows = await db<{ id: string; agency_id: string }>('agreements')
      .whereRaw('(agency_id, id) > (?, ?)', after)
      .orderBy(['agency_id', 'id'])
      .limit(AT_A_TIME)
      .select('id', 'agency_id')
    const last = rows.at(-1)
    if (!last) return
    yield await latestVersions(
      db,
      rows.map(({ id }) => id),
    )
    after = [last.agency_id, last.id]
    if (rows.length < AT_A_TIME) return
  }
}

/** Another one whenever anything in the list is: in no order, so that no two changes look like one. */
export async function stampOfAgreements(db: Db): Promise<string> {
  const { rows } = await db.raw<{ rows: { stamp: string }[] }>(
    `select coalesce(sum(hashtextextended(concat_ws(' ', id, version, state, relies_on, changed_at), 0)), 0)::text as stamp
     from agreements`,
  )
  return rows[0]?.stamp ?? '0'
}
