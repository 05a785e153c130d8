import { BEFORE_THE_FIRST, commit, entryHash, entryOf } from '../../src/access-log/log/commitment.ts'
import type { LoggedRecord } from '../../src/access-log/log/logged-record.ts'
import type { ReadLog } from '../../src/merkle-log/audit.ts'
import { entriesIn } from '../../src/merkle-log/entry-bundle.ts'
import { publishedCheckpoint } from '../../src/merkle-log/prove.ts'
import { parseTilePath, tileIdOf } from '../../src/merkle-log/tile-path.ts'
import { bundleBytes, tileBytes } from '../../src/merkle-log/tile-store.ts'
import type { Db } from '../../src/shared/database.ts'
import { dataKeysOfSubjects } from '../../src/vault/subject-store.ts'
import type { Vault } from '../../src/vault/vault.ts'
import type { TestDatabase } from './database.ts'

/** A log as it would be served from this database. */
export const readFromDatabase =
  (db: Db, origin: string): ReadLog =>
  async (path) => {
    if (path === 'checkpoint') return Buffer.from((await publishedCheckpoint(db, origin))?.note ?? '')
    const tile = parseTilePath(path.replace('tile/', ''))
    if (!tile) return undefined
    return tile.level === 'entries'
      ? bundleBytes(db, origin, tile.index, tile.width)
      : tileBytes(db, origin, tileIdOf(tile), tile.width)
  }

type Row = LoggedRecord & { origin: string | null; log_index: number; seq: number; prev: Buffer; commitment: Buffer }

/** What is not as it should be between all records, their places, their subjects' chains and the entries of the logs. */
export async function faultsOfPlaces({ owner }: TestDatabase, vault: Vault): Promise<string[]> {
  const { rows } = await owner.raw<{ rows: Row[] }>(`
    select r.*, p.origin, p.log_index, p.seq, p.prev, p.commitment from access_records r
    left join access_record_places p using (subject_ref, registered_at, record_id, controller_id)
    order by r.subject_ref, p.seq`)
  const [places] = await owner('access_record_places').count<{ count: number }[]>('* as count')
  const keys = await dataKeysOfSubjects(
    owner,
    vault,
    rows.map(({ subject_ref }) => subject_ref),
  )
  const entries = await entriesOf(owner)
  const ends = new Map<string, Buffer>()
  const faults = Number(places?.count) === rows.length ? [] : ['there are not as many places as records']
  for (const row of rows) {
    const ref = row.subject_ref.toString('hex')
    const entry = entryOf(row.commitment ?? Buffer.alloc(32), row)
    if (row.origin === null) faults.push(`${row.record_id} has no place`)
    else if (!entries.get(row.origin)?.[row.log_index]?.equals(entry)) faults.push(`${row.record_id} is not its entry`)
    if (!commit(row, keys.get(ref)?.key).commitment.equals(row.commitment)) faults.push(`${row.record_id} was changed`)
    if (!(ends.get(ref) ?? Buffer.from(BEFORE_THE_FIRST)).equals(row.prev))
      faults.push(`${row.record_id} breaks its chain`)
    ends.set(ref, Buffer.from(entryHash(entry)))
  }
  return faults
}

/** Of each log, in order. */
async function entriesOf(owner: Db): Promise<Map<string, Buffer[]>> {
  const rows = await owner<{ origin: string; entries: Buffer; index: number }>('log_bundles').orderBy('index')
  const byOrigin = Map.groupBy(rows, ({ origin }) => origin)
  return new Map(
    [...byOrigin].map(([origin, bundles]) => [origin, bundles.flatMap((one) => entriesIn(one.entries) ?? [])]),
  )
}
