import type { Knex } from 'knex'
import type { Db } from '../shared/database.ts'
import type { BundlePart } from './entry-bundle.ts'
import type { GrownTile } from './growth.ts'
import { nameOf, type TileId } from './tile.ts'

/** As many as there are of these tiles, by name, each as whole as it is by now. */
export async function readTiles(db: Db, origin: string, tiles: readonly TileId[]): Promise<Map<string, Buffer>> {
  const { rows } = await db.raw<{ rows: TileRow[] }>(
    `select level, index, hashes from log_tiles join unnest(cast(:levels as smallint[]), cast(:indexes as bigint[]))
       as wanted (level, index) using (level, index) where origin = :origin`,
    { origin, levels: tiles.map(({ level }) => level), indexes: tiles.map(({ index }) => index) },
  )
  return new Map(rows.map(({ level, index, hashes }) => [nameOf({ level, index: Number(index) }), hashes]))
}

/** Puts tiles in the place of what they were when they were smaller. */
export async function keepTiles(tx: Knex.Transaction, origin: string, tiles: readonly GrownTile[]): Promise<void> {
  await tx.raw(
    `insert into log_tiles (origin, level, index, hashes)
     select :origin, * from unnest(cast(:levels as smallint[]), cast(:indexes as bigint[]), cast(:hashes as bytea[]))
     on conflict (origin, level, index) do update set hashes = excluded.hashes`,
    {
      origin,
      levels: tiles.map(({ level }) => level),
      indexes: tiles.map(({ index }) => index),
      hashes: tiles.map(({ hashes }) => hashes),
    },
  )
}

/** Puts entries behind those that are there. */
export async function keepBundles(tx: Knex.Transaction, origin: string, parts: readonly BundlePart[]): Promise<void> {
  await tx.raw(
    `insert into log_bundles as known (origin, index, entries, ends)
     select :origin, index, bytes, cast(ends as integer[])
     from unnest(cast(:indexes as bigint[]), cast(:bytes as bytea[]), cast(:ends as text[])) as part (index, bytes, ends)
     on conflict (origin, index) do update set entries = known.entries || excluded.entries,
       ends = known.ends || array(
         select octet_length(known.entries) + place from unnest(excluded.ends) with ordinality o (place, nth) order by nth)`,
    {
      origin,
      indexes: parts.map(({ index }) => index),
      bytes: parts.map(({ bytes }) => bytes),
      ends: parts.map(({ ends }) => `{${ends.join(',')}}`),
    },
  )
}

/** The first so many hashes of a tile; undefined when there are not as many. */
export async function tileBytes(db: Db, origin: string, { level, index }: TileId, width: number) {
  const { rows } = await db.raw<{ rows: { bytes: Buffer }[] }>(
    `select substr(hashes, 1, :bytes) as bytes from log_tiles
     where origin = :origin and level = :level and index = :index and octet_length(hashes) >= :bytes`,
    { origin, level, index, bytes: width * 32 },
  )
  return rows[0]?.bytes
}

/** The first so many entries of a bundle; undefined when there are not as many. */
export async function bundleBytes(db: Db, origin: string, index: number, width: number) {
  const { rows } = await db.raw<{ rows: { bytes: Buffer }[] }>(
    `select substr(entries, 1, ends[:width]) as bytes from log_bundles
     where origin = :origin and index = :index and cardinality(ends) >= :width`,
    { origin, index, width },
  )
  return rows[0]?.bytes
}

interface TileRow {
  level: number
  index: string
  hashes: Buffer
}
