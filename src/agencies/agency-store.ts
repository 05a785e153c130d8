import type { Db } from '../shared/database.ts'
import type { Agency } from './agency.ts'

/** Undefined for an id that no body has. A suspended body is found too: look at `active`. */
export async function findAgency(db: Db, id: string): Promise<Agency | undefined> {
  const row = await db<Row>('agencies').where({ id }).first()
  return row && toAgency(row)
}

/** All bodies, by cluster and English name. */
export async function listAgencies(db: Db): Promise<Agency[]> {
  const rows = await db<Row>('agencies').orderByRaw(`cluster, name ->> 'en', id`)
  return rows.map(toAgency)
}

/** What a page says of a body that somebody else's data is about. */
export type ShownAgency = Pick<Agency, 'id' | 'name' | 'contact'>

/** These bodies by id, without keys and the like; unknown ones are not in the map. */
export async function findAgencies(db: Db, ids: readonly string[]): Promise<Map<string, ShownAgency>> {
  const rows = await db<Row>('agencies')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'name', 'contact')
  return new Map(rows.map((row) => [row.id, row]))
}

/** Adds the body or brings its facts up to date. Whether it is suspended stays as it is. */
export async function saveAgency(db: Db, agency: Agency, now: Date): Promise<void> {
  const { id, active: _, jwksUri, ...rest } = agency
  const facts = {
    ...rest,
    jwks: agency.jwks ?? null,
    jwks_uri: jwksUri ?? null,
    changed_at: now,
  }
  await db('agencies')
    .insert({ id, ...facts })
    .onConflict('id')
    .merge(facts)
}

interface Row {
  id: string
  name: Agency['name']
  cluster: Agency['cluster']
  kind: string
  contact: Agency['contact']
  jwks: Agency['jwks'] | null
  jwks_uri: string | null
  scopes: Agency['scopes']
  areas: string[] | null
  status: 'active' | 'suspended'
  illustration: boolean
}

const toAgency = (row: Row): Agency => ({
  id: row.id,
  name: row.name,
  cluster: row.cluster,
  kind: row.kind,
  contact: row.contact,
  ...(row.jwks && { jwks: row.jwks }),
  ...(row.jwks_uri && { jwksUri: row.jwks_uri }),
  scopes: row.scopes,
  areas: row.areas,
  active: row.status === 'active',
  illustration: row.illustration,
})
