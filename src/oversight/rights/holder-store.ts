import { findActivities, findBodies } from '../../access-log/pages/body-store.ts'
import { OUR_CONTROLLER } from '../../access-log/access-record.ts'
import { ask, type Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'

/** A body that has something of a citizen's, as far as this service knows. */
export interface Holder {
  id: string
  name: Bilingual
  /** It took what the citizen reported; otherwise its own records say that it used their data. */
  told: boolean
}

/** By name. In the citizen's context. */
export async function holdersOf(tx: Db, accountId: string, subjects: readonly Buffer[]): Promise<Holder[]> {
  const used = (await findBodies(tx, subjects)).filter((id) => id !== OUR_CONTROLLER)
  return ask<Holder>(tx, {
    name: 'holders of a citizen',
    text: `
      with told as (
        select distinct d.agency_id from reports r join deliveries d on d.report_id = r.id
        where r.account_id = $1 and d.state = 'acknowledged')
      select a.id, a.name, exists (select from told where told.agency_id = a.id) as told
      from agencies a
      where a.id = any ($2::text[]) or a.id in (select agency_id from told)
      order by a.name ->> 'en', a.id`,
    values: [accountId, used],
  })
}

/** What a body may use a citizen's data for. */
export interface OfferedPurpose {
  /** `agreements/<id>` or `activities/<body>/<id>`. */
  path: string
  agreementId: string | null
  agencyId: string
  name: Bilingual
  purpose: Bilingual
  /** Only this stops by the citizen's word alone. */
  choice: 'required' | 'optional'
  /** It stands in the citizen's list of who used their data. */
  used: boolean
}

/**
 * Those that used this citizen's data, and those that would be told of a next report: of bodies that serve everywhere,
 * and of those that have something of theirs already. In the citizen's context.
 */
export async function offeredPurposes(tx: Db, holders: readonly Holder[], subjects: readonly Buffer[]) {
  const uris = await findActivities(tx, subjects)
  const used = uris.flatMap((uri) => /\/((?:agreements|activities)\/.+)\/versions\/\d+$/.exec(uri)?.[1] ?? [])
  return ask<OfferedPurpose>(tx, {
    name: 'purposes to object to',
    text: `
      select p.*, g.name from (
        select 'agreements/' || a.id as path, a.id as "agreementId", a.agency_id as "agencyId", v.purpose, v.choice,
          'agreements/' || a.id = any ($1::text[]) as used
        from agreements a join agreement_versions v on (v.agreement_id, v.version) = (a.id, a.version)
        where 'agreements/' || a.id = any ($1::text[]) or (a.state = 'live' and exists (
          select from recipients r where r.agreement_id = a.id and (r.areas is null or a.agency_id = any ($2::text[]))))
        union all
        select 'activities/' || a.agency_id || '/' || a.id, null, a.agency_id, v.purpose, 'required', true
        from activities a
        join activity_versions v on (v.agency_id, v.activity_id, v.version) = (a.agency_id, a.id, a.version)
        where 'activities/' || a.agency_id || '/' || a.id = any ($1::text[])
      ) p join agencies g on g.id = p."agencyId"
      order by p.used desc, g.name ->> 'en', p.path`,
    values: [[...new Set(used)], holders.map(({ id }) => id)],
  })
}

/** What it says of a purpose that was objected to. Purposes are public. */
export async function purposeAt(tx: Db, path: string): Promise<Bilingual | undefined> {
  const rows = await ask<{ purpose: Bilingual }>(tx, {
    name: 'purpose at path',
    text: `
      select v.purpose from agreements a
      join agreement_versions v on (v.agreement_id, v.version) = (a.id, a.version) where 'agreements/' || a.id = $1
      union all
      select v.purpose from activities a
      join activity_versions v on (v.agency_id, v.activity_id, v.version) = (a.agency_id, a.id, a.version)
      where 'activities/' || a.agency_id || '/' || a.id = $1`,
    values: [path],
  })
  return rows[0]?.purpose
}
