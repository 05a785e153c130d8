import type { Knex } from 'knex'
import { signCheckpoint } from './checkpoint.ts'
import { bundleParts } from './entry-bundle.ts'
import { edgeOf, grow } from './growth.ts'
import { addCheckpoint, latestCheckpoint, lockLog, type StoredCheckpoint } from './checkpoint-store.ts'
import type { SignerKey } from './note-key.ts'
import { rootOfRange } from './tile.ts'
import { keepBundles, keepTiles, readTiles } from './tile-store.ts'
import { EMPTY_ROOT, isSameHash, type Hash } from './tree-hash.ts'

/** A log does not go on from tiles that are not those of its last checkpoint: somebody has to look. */
export class BrokenLog extends Error {
  constructor(origin: string, size: number) {
    super(`the tiles of ${origin} are not those of its checkpoint of ${size} entries`)
    this.name = 'BrokenLog'
  }
}

/**
 * Adds entries to a log, and signs what it is then. Tiles, entries and checkpoint are one transaction's, so that there
 * is never one without the others; of several who add at once one waits for the other.
 *
 * @param log its name is the log's origin.
 * @returns the new checkpoint; the first of the entries has the index of the size before.
 * @throws {BrokenLog} when what is kept does not fit the last checkpoint.
 */
export async function appendToLog(
  tx: Knex.Transaction,
  log: SignerKey,
  { entries, at }: { entries: readonly Uint8Array[]; at: Date },
): Promise<StoredCheckpoint & { first: number }> {
  const origin = log.name
  await lockLog(tx, origin)
  const last = await latestCheckpoint(tx, origin)
  const first = last?.size ?? 0
  const edge = await readTiles(tx, origin, edgeOf(first))
  if (!isSameHash(rootAt(first, edge), last?.root ?? EMPTY_ROOT)) throw new BrokenLog(origin, first)
  if (last && entries.length === 0) return { ...last, first }
  const grown = grow(first, edge, entries)
  const size = first + entries.length
  const root = rootAt(size, new Map([...edge, ...grown.map(({ name, hashes }) => [name, hashes] as const)]))
  const checkpoint = { size, root, note: signCheckpoint({ size, root }, log), signedAt: at }
  await keepTiles(tx, origin, grown)
  await keepBundles(tx, origin, bundleParts(first, entries))
  await addCheckpoint(tx, origin, checkpoint)
  return { ...checkpoint, first }
}

/** @throws {BrokenLog} is what its caller makes of a missing tile: the root over what is there is another one. */
function rootAt(size: number, tiles: ReadonlyMap<string, Uint8Array>): Hash | Uint8Array {
  try {
    return rootOfRange({ start: 0, end: size }, tiles)
  } catch (error) {
    if (error instanceof RangeError) return new Uint8Array()
    throw error
  }
}
