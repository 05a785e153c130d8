import { HASH_LENGTH, type Hash } from './tree-hash.ts'
import { nodesOf, rootOver, type Node, type Range } from './tree.ts'

/** How many hashes a full tile holds: it is a subtree of height 8 (C2SP tlog-tiles). */
export const TILE_WIDTH = 256
const TILE_HEIGHT = 8

/** A run of hashes of one height: at level 0 of leaves, at each further level the roots over full tiles of the one below. */
export interface TileId {
  level: number
  index: number
}

/** All tiles of a tree of a size that are not empty; the last of a level may be partial. */
export function widthOf({ level, index }: TileId, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level)
  return Math.min(Math.max(hashes - index * TILE_WIDTH, 0), TILE_WIDTH)
}

/** How many levels of tiles a tree of a size has. */
export function levelsOf(size: number): number {
  let levels = 0
  while (TILE_WIDTH ** levels <= size) levels += 1
  return levels
}

/** In which tiles the hashes stand that a range is made of, each once. */
export function tilesUnder(ranges: readonly Range[]): TileId[] {
  const tiles = new Map(ranges.flatMap(nodesOf).map((node) => [nameOf(tileOf(node)), tileOf(node)]))
  return [...tiles.values()]
}

export const nameOf = ({ level, index }: TileId) => `${level}/${index}`

/** @param tiles by name, as many bytes of each as there are. @throws {RangeError} when a tile lacks the hash. */
export function rootOfRange(range: Range, tiles: ReadonlyMap<string, Uint8Array>): Hash {
  return rootOver(nodesOf(range).map((node) => hashOfSubtree(node, tiles)))
}

function tileOf({ height, index }: Node): TileId {
  const level = Math.floor(height / TILE_HEIGHT)
  return { level, index: Math.floor((index * 2 ** (height % TILE_HEIGHT)) / TILE_WIDTH) }
}

/** A subtree inside a tile is the root over some of its hashes. */
function hashOfSubtree(node: Node, tiles: ReadonlyMap<string, Uint8Array>): Hash {
  const tile = tiles.get(nameOf(tileOf(node)))
  const width = 2 ** (node.height % TILE_HEIGHT)
  const first = (node.index * width) % TILE_WIDTH
  if (!tile || tile.length < (first + width) * HASH_LENGTH) {
    throw new RangeError(`no hash of height ${node.height} at ${node.index} in tile ${nameOf(tileOf(node))}`)
  }
  return rootOverTile(tile.subarray(first * HASH_LENGTH, (first + width) * HASH_LENGTH))
}

/** The root over the hashes of a tile, full or not. */
export function rootOverTile(hashes: Uint8Array): Hash {
  const all = hashesIn(hashes)
  return rootOver(nodesOf({ start: 0, end: all.length }).map((node) => rootOfWhole(all, node)))
}

function rootOfWhole(hashes: readonly Hash[], { height, index }: Node): Hash {
  const width = 2 ** height
  let row = hashes.slice(index * width, (index + 1) * width)
  while (row.length > 1) row = pairs(row)
  return row[0] as Hash
}

const pairs = (row: readonly Hash[]) =>
  row.flatMap((hash, at) => (at % 2 === 0 ? [rootOver(row.slice(at, at + 2))] : []))

export function hashesIn(bytes: Uint8Array): Hash[] {
  return Array.from({ length: bytes.length / HASH_LENGTH }, (_, at) =>
    bytes.subarray(at * HASH_LENGTH, (at + 1) * HASH_LENGTH),
  )
}
