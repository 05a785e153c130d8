import type { Db } from '../shared/database.ts'
import type { Head } from './check-proof.ts'
import { cosignatureLines, newestPublished, type StoredCheckpoint, type Waiting } from './checkpoint-store.ts'
import { rootOfRange, tilesUnder } from './tile.ts'
import { readTiles } from './tile-store.ts'
import { tlogProof } from './tlog-proof.ts'
import { EMPTY_ROOT, isSameHash, type Hash } from './tree-hash.ts'
import { consistencyRanges, inclusionRanges, type Range } from './tree.ts'

/** The newest checkpoint as it is served, with what witnesses have signed below it. */
export async function publishedCheckpoint(
  db: Db,
  origin: string,
  waiting: Waiting = { witnesses: [], until: new Date(0) },
): Promise<(StoredCheckpoint & { note: string }) | undefined> {
  const checkpoint = await newestPublished(db, origin, waiting)
  if (!checkpoint) return undefined
  const { size, note } = checkpoint
  return { ...checkpoint, note: note + (await cosignatureLines(db, origin, size)).join('') }
}

/** A proof that anybody can keep and check without us; undefined while no published checkpoint covers the entry. */
export async function proveInclusion(
  db: Db,
  origin: string,
  index: number,
  waiting?: Waiting,
): Promise<string | undefined> {
  const checkpoint = await publishedCheckpoint(db, origin, waiting)
  if (!checkpoint || index >= checkpoint.size) return undefined
  const hashes = await hashesOf(db, origin, inclusionRanges(index, checkpoint.size))
  return tlogProof({ index, hashes, checkpoint: checkpoint.note })
}

/** Whether a log that is there only adds to one that somebody has seen. */
export async function isAncestor(db: Db, origin: string, older: Head, newer: Head): Promise<boolean> {
  if (older.size > newer.size) return false
  if (older.size === newer.size) return isSameHash(older.root, newer.root)
  const [root] = await hashesOf(db, origin, [{ start: 0, end: older.size }])
  return isSameHash(older.root, root ?? EMPTY_ROOT)
}

/** That the log of a newer size only adds to that of an older one. */
export const proveConsistency = (db: Db, origin: string, older: number, newer: number): Promise<Hash[]> =>
  hashesOf(db, origin, consistencyRanges(older, newer))

/** In one query, however many. @throws {RangeError} when the log has not so many entries. */
async function hashesOf(db: Db, origin: string, ranges: readonly Range[]): Promise<Hash[]> {
  const tiles = await readTiles(db, origin, tilesUnder(ranges))
  return ranges.map((range) => rootOfRange(range, tiles))
}
