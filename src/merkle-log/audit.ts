import type { Head } from './check-proof.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { entriesIn } from './entry-bundle.ts'
import { grow } from './growth.ts'
import type { VerifierKey } from './note-key.ts'
import { levelsOf, nameOf, rootOfRange, TILE_WIDTH, widthOf } from './tile.ts'
import { tilePath } from './tile-path.ts'
import { isSameHash } from './tree-hash.ts'

/** What an outsider finds who reads all of a log. */
export interface Audit {
  /** Undefined when the log has none that its key signed. */
  checkpoint: Checkpoint | undefined
  /** In words, for whoever runs the check; empty when all of it holds. */
  faults: string[]
}

/** Reads under `/log/`: the bytes, or undefined when they are not served. */
export type ReadLog = (path: string) => Promise<Buffer | undefined>

/** What somebody has kept of the log: an earlier checkpoint, and what it is called in a fault. */
export interface Kept {
  head: Head
  name: string
}

/**
 * Reads every entry, every tile and the checkpoint of a log as anybody can, builds the tree once more from the entries
 * and compares. Holds one bundle and the tiles at the right edge at a time.
 *
 * @param kept what the log must only have added to.
 */
export async function auditLog(read: ReadLog, key: VerifierKey, kept: readonly Kept[] = []): Promise<Audit> {
  const note = (await read('checkpoint'))?.toString('utf8')
  const checkpoint = note === undefined ? undefined : openCheckpoint(note, key)
  if (!checkpoint) return { checkpoint, faults: ['The checkpoint is missing, or not signed with this key.'] }
  const { size, root } = checkpoint
  const edge = new Map<string, Buffer>()
  const faults = kept.filter(({ head }) => head.size > size).map(({ name }) => `The log is smaller than ${name}.`)
  for (let first = 0; first < size && faults.length < MOST_FAULTS; first += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, size - first)
    faults.push(...(await auditBundle(read, edge, { first, width, kept })))
  }
  faults.push(...(await auditEdge(read, edge, size)))
  if (faults.length === 0 && !isRootOf({ size, root }, edge)) {
    faults.push('The root of the entries is not that of the checkpoint.')
  }
  return { checkpoint, faults }
}

// Who has seen so many need not see the others.
const MOST_FAULTS = 100

/** One bundle against what is served of its entries; full tiles that it completes against theirs. */
async function auditBundle(
  read: ReadLog,
  edge: Map<string, Buffer>,
  { first, width, kept }: { first: number; width: number; kept: readonly Kept[] },
) {
  const index = first / TILE_WIDTH
  const path = `tile/${tilePath({ level: 'entries', index, width })}`
  const entries = entriesIn((await read(path)) ?? Buffer.of(0))
  if (entries?.length !== width) return [`${path} is missing, or has not ${width} entries.`]
  const grown = grow(first, edge, entries)
  for (const { name, hashes } of grown) edge.set(name, hashes)
  const full = grown.filter(({ hashes }) => hashes.length === TILE_WIDTH * 32)
  const faults = await Promise.all(full.map(({ level, index, hashes }) => auditTile(read, { level, index, hashes })))
  const changed = kept.filter(({ head }) => isWithin(head, first, width) && !isRootOf(head, edge))
  faults.push(changed.map(({ name }) => `The log does not add to ${name}: it is another one.`))
  // Only the last tile of each level is needed further on.
  for (const { level, index } of full) edge.delete(nameOf({ level, index: index - 1 }))
  return faults.flat()
}

const isWithin = ({ size }: Head, first: number, width: number) => size > first && size <= first + width

const isRootOf = ({ size, root }: Head, edge: ReadonlyMap<string, Buffer>) =>
  isSameHash(rootOfRange({ start: 0, end: size }, edge), root)

/** The tiles that are not full. */
async function auditEdge(read: ReadLog, edge: ReadonlyMap<string, Buffer>, size: number): Promise<string[]> {
  const partial = Array.from({ length: levelsOf(size) }, (_, level) => {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1))
    return {
      level,
      index,
      hashes: edge.get(nameOf({ level, index })) ?? Buffer.alloc(0),
      width: widthOf({ level, index }, size),
    }
  })
  const served = partial.filter(({ width }) => width > 0)
  return (await Promise.all(served.map((tile) => auditTile(read, tile)))).flat()
}

async function auditTile(read: ReadLog, { level, index, hashes }: { level: number; index: number; hashes: Buffer }) {
  const path = `tile/${tilePath({ level, index, width: hashes.length / 32 })}`
  const bytes = await read(path)
  return bytes?.equals(hashes) ? [] : [`${path} is missing, or not what the entries make of it.`]
}
