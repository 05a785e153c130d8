import { ask, type Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'

/** What a body uses data for, whatever its version; `path` is the version's address without its last part. */
export interface ListedPurpose {
  /** `agreements/dvla-driving-licence` or `activities/dvla/medical-checks`. */
  path: string
  agencyId: string
  purpose: Bilingual
}

/** Everything that these bodies may use data for, by body, in the words of its latest version. */
export function purposesOf(tx: Db, bodies: readonly string[]): Promise<ListedPurpose[]> {
  return ask(tx, {
    name: 'purposes of bodies',
    text: `
      select 'agreements/' || a.id as path, a.agency_id as "agencyId", v.purpose
      from agreements a join agreement_versions v on (v.agreement_id, v.version) = (a.id, a.version)
      where a.agency_id = any ($1::text[])
      union all
      select 'activities/' || a.agency_id || '/' || a.id, a.agency_id, v.purpose
      from activities a join activity_versions v on (v.agency_id, v.activity_id, v.version) = (a.agency_id, a.id, a.version)
      where a.agency_id = any ($1::text[])
      order by 2, 1`,
    values: [bodies],
  })
}
