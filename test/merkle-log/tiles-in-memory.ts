import { nameOf, rootOfRange, tilesUnder, widthOf } from '../../src/merkle-log/tile.ts'
import { edgeOf, grow } from '../../src/merkle-log/growth.ts'
import type { Range } from '../../src/merkle-log/tree.ts'

/** A log's tiles where a database would keep them, grown a batch at a time. */
export function growing() {
  const tiles = new Map<string, Buffer>()
  let size = 0
  return {
    add(entries: readonly Uint8Array[]) {
      const edge = new Map(edgeOf(size).flatMap((id) => entriesOf(tiles, nameOf(id))))
      for (const tile of grow(size, edge, entries)) tiles.set(nameOf(tile), tile.hashes)
      size += entries.length
    },
    tiles,
    /** Hashes over ranges, from no more of each tile than the tree of a size has. */
    hashes: (ranges: readonly Range[], ofSize: number) => {
      const needed = tilesUnder(ranges).map(
        (id) => [nameOf(id), tiles.get(nameOf(id))?.subarray(0, widthOf(id, ofSize) * 32) ?? Buffer.alloc(0)] as const,
      )
      return ranges.map((range) => rootOfRange(range, new Map(needed)))
    },
  }
}

function entriesOf(tiles: ReadonlyMap<string, Buffer>, name: string): [string, Buffer][] {
  const tile = tiles.get(name)
  return tile ? [[name, tile]] : []
}
