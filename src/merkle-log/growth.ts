import { hashOfLeaf } from './tree-hash.ts'
import { levelsOf, nameOf, rootOverTile, TILE_WIDTH, type TileId } from './tile.ts'

/** A tile as it is to be kept: whole, and with what stood in it before. */
export interface GrownTile extends TileId {
  name: string
  hashes: Buffer
}

/** The last tile of each level, where it is not full: all that one must know of a tree to add to it. */
export function edgeOf(size: number): TileId[] {
  return Array.from({ length: levelsOf(size) }, (_, level) => ({
    level,
    index: Math.floor(size / TILE_WIDTH ** (level + 1)),
  }))
}

/**
 * The tiles that change, or come to be, when entries are added to a tree of a size.
 *
 * @param edge the tiles of `edgeOf(size)`, by name; those that are empty may be missing.
 */
export function grow(size: number, edge: ReadonlyMap<string, Uint8Array>, entries: readonly Uint8Array[]): GrownTile[] {
  const grown: GrownTile[] = []
  let added = entries.map(hashOfLeaf)
  let hashes = size
  for (let level = 0; added.length > 0; level += 1) {
    const first = Math.floor(hashes / TILE_WIDTH)
    const row = Buffer.concat([edge.get(nameOf({ level, index: first })) ?? Buffer.alloc(0), ...added])
    const tiles = tilesOf(row, { level, index: first })
    grown.push(...tiles)
    added = tiles.filter(({ hashes }) => hashes.length === FULL).map((tile) => rootOverTile(tile.hashes))
    hashes = first
  }
  return grown
}

const FULL = TILE_WIDTH * 32

function tilesOf(row: Buffer, { level, index: first }: TileId): GrownTile[] {
  return Array.from({ length: Math.ceil(row.length / FULL) }, (_, at) => {
    const index = first + at
    return { level, index, name: nameOf({ level, index }), hashes: row.subarray(at * FULL, (at + 1) * FULL) }
  })
}
