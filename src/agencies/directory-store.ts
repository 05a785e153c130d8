import type { Db } from '../shared/database.ts'
import { toAgency, type AgencyRow } from './agency-store.ts'
import type { Agency, Cluster } from './agency.ts'

export interface AskedBodies {
  /** Of the name, the id or the kind; the beginning of each will do. */
  words?: string | undefined
  cluster?: Cluster | undefined
  /** Id of the last one on the page before. */
  after?: string | undefined
  limit: number
}

/** Bodies by cluster and English name; none after one that does not exist. */
export async function findBodies(db: Db, { words, cluster, after, limit }: AskedBodies): Promise<Agency[]> {
  const query = db<AgencyRow>('agencies').orderByRaw(ORDER).limit(limit)
  if (words !== undefined) void query.whereRaw(`words @@ to_tsquery('simple', ?)`, [words])
  if (cluster) void query.where({ cluster })
  if (after !== undefined) {
    void query.whereRaw(`(${ORDER}) > (select ${ORDER} from agencies where id = ?)`, [after])
  }
  const rows: AgencyRow[] = await query.select('*')
  return rows.map(toAgency)
}

/** These bodies whole, by id; unknown ones are not in the map. */
export async function wholeAgencies(db: Db, ids: readonly string[]): Promise<Map<string, Agency>> {
  const rows: AgencyRow[] = await db<AgencyRow>('agencies').whereRaw('id = any(?)', [[...new Set(ids)]] as never)
  return new Map(rows.map((row) => [row.id, toAgency(row)]))
}

const ORDER = `cluster, name ->> 'en', id`
