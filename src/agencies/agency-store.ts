import type { Db } from '../shared/database.ts'
import type { Bilingual } from '../shared/language.ts'
import type { AgencyClient } from '../identity/agency-client.ts'
import type { Agency, AgencyState, ConformanceRule, Nation } from './agency.ts'
import { withoutKeys } from './key-thumbprint.ts'

/** Undefined for an id that no body has. A suspended body is found too: look at `active`. */
export async function findAgency(db: Db, id: string): Promise<Agency | undefined> {
  const row = await db<AgencyRow>('agencies').where({ id }).first()
  return row && toAgency(row)
}

/** The same body as its programs are checked: without revoked keys. Asked at every call, so that changes act at once. */
export async function findAgencyClient(db: Db, id: string): Promise<AgencyClient | undefined> {
  const row = await db<AgencyRow & { revoked_keys: string[]; tokens_from: Date | null }>('agencies')
    .where({ id })
    .first()
  if (!row) return undefined
  const { jwks, ...agency } = toAgency(row)
  const keys = jwks && (await withoutKeys(jwks.keys, row.revoked_keys))
  return {
    ...{ ...agency, revokedKeys: row.revoked_keys },
    ...(keys && { jwks: { keys } }),
    ...(row.tokens_from && { tokensFrom: row.tokens_from }),
  }
}

/** All bodies, by cluster and English name. */
export async function listAgencies(db: Db): Promise<Agency[]> {
  const rows = await db<AgencyRow>('agencies').orderByRaw(`cluster, name ->> 'en', id`)
  return rows.map(toAgency)
}

/** What a page says of a body that somebody else's data is about. */
export type ShownAgency = Pick<Agency, 'id' | 'name' | 'contact'>

/** These bodies by id, without keys and the like; unknown ones are not in the map. */
export async function findAgencies(db: Db, ids: readonly string[]): Promise<Map<string, ShownAgency>> {
  const { rows } = await db
    .raw<{ rows: ShownAgency[] }>('select id, name, contact from agencies where id = any(?)', [[...new Set(ids)]])
    // By a name each connection plans it once.
    .options({ name: 'agencies as shown' })
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Adds the body or brings its facts up to date. Whether it is suspended stays as it is. Access that was given for a key
 * that is named no more, or for keys of another address, ends.
 */
export async function saveAgency(db: Db, agency: Agency, now: Date): Promise<void> {
  const {
    id,
    active: _,
    jwksUri,
    byInterest,
    confirms = [],
    systemsCovered = [],
    systemsMissing = [],
    riskAppetite,
    ...rest
  } = agency
  const facts = {
    ...rest,
    jwks: agency.jwks ?? null,
    jwks_uri: jwksUri ?? null,
    nation: agency.nation ?? null,
    region: agency.region ?? null,
    by_interest: byInterest,
    confirms: JSON.stringify(confirms),
    systems_covered: JSON.stringify(systemsCovered),
    systems_missing: JSON.stringify(systemsMissing),
    // A file that says nothing of it leaves what the body's own people have written.
    ...(riskAppetite && { risk_appetite: JSON.stringify(riskAppetite) }),
    changed_at: now,
  }
  await db('agencies')
    .insert({ id, ...facts })
    .onConflict('id')
    .merge({
      ...facts,
      tokens_from: db.raw(`case when ${KEYS_ARE_GONE} then clock_timestamp() else agencies.tokens_from end`),
    })
}

const KEYS_ARE_GONE = `agencies.jwks_uri is distinct from excluded.jwks_uri or exists (
  select from jsonb_array_elements(agencies.jwks -> 'keys') as key
  where not coalesce(excluded.jwks -> 'keys' @> jsonb_build_array(key), false))`

/** A body as PostgreSQL gives it. */
export interface AgencyRow {
  id: string
  name: Agency['name']
  cluster: Agency['cluster']
  kind: string
  contact: Agency['contact']
  jwks: Agency['jwks'] | null
  jwks_uri: string | null
  scopes: Agency['scopes']
  areas: string[] | null
  nation: Nation | null
  region: string | null
  status: 'active' | 'suspended'
  state: AgencyState
  conformance: ConformanceRule
  illustration: boolean
  by_interest: boolean
  confirms: NonNullable<Agency['confirms']>
  systems_covered: Bilingual[]
  systems_missing: Bilingual[]
  risk_appetite: Bilingual | null
}

export const toAgency = (row: AgencyRow): Agency => ({
  id: row.id,
  name: row.name,
  cluster: row.cluster,
  kind: row.kind,
  contact: row.contact,
  ...(row.jwks && { jwks: row.jwks }),
  ...(row.jwks_uri && { jwksUri: row.jwks_uri }),
  scopes: row.scopes,
  areas: row.areas,
  ...(row.nation && { nation: row.nation }),
  ...(row.region && { region: row.region }),
  active: row.status === 'active',
  state: row.state,
  conformance: row.conformance,
  illustration: row.illustration,
  byInterest: row.by_interest,
  ...(row.confirms.length > 0 && { confirms: row.confirms }),
  ...(row.systems_covered.length > 0 && { systemsCovered: row.systems_covered }),
  ...(row.systems_missing.length > 0 && { systemsMissing: row.systems_missing }),
  ...(row.risk_appetite && { riskAppetite: row.risk_appetite }),
})
