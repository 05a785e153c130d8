import { expect, test } from 'vitest'
import { auditLog, type ReadLog } from '../../src/merkle-log/audit.ts'
import { signCheckpoint } from '../../src/merkle-log/checkpoint.ts'
import { bundle } from '../../src/merkle-log/entry-bundle.ts'
import { signerKey } from '../../src/merkle-log/note-key.ts'
import { parseTilePath, tileIdOf } from '../../src/merkle-log/tile-path.ts'
import { nameOf, TILE_WIDTH } from '../../src/merkle-log/tile.ts'
import { plainRoot } from './plain-tree.ts'
import { growing } from './tiles-in-memory.ts'

const key = signerKey('log.example/audited', Buffer.alloc(32, 9))

test.each([0, 1, 255, 256, 257, 70_000])('a log of %i entries that is as it should be has no faults', async (size) => {
  const files = served(size)
  const read: ReadLog = (path) => Promise.resolve(files(path))
  const { checkpoint, faults } = await auditLog(read, key)
  expect({ size: checkpoint?.size, faults }).toEqual({ size, faults: [] })
})

test('one bit flipped anywhere in a small log is found', async () => {
  const files = served(5)
  for (const path of ['checkpoint', 'tile/0/000.p/5', 'tile/entries/000.p/5']) {
    const bytes = files(path) ?? Buffer.alloc(0)
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { faults } = await auditLog((asked) => Promise.resolve(asked === path ? changed : files(asked)), key)
      expect(faults, `${path}, bit ${bit}`).not.toEqual([])
    }
  }
})

test('what is missing, or other than it was when it was smaller, is named', async () => {
  const files = served(600)
  for (const path of ['tile/0/001', 'tile/1/000.p/2', 'tile/entries/002.p/88', 'tile/0/002.p/88']) {
    const { faults } = await auditLog((asked) => Promise.resolve(asked === path ? undefined : files(asked)), key)
    expect(faults.join(' ')).toContain(path)
  }
  expect((await auditLog(() => Promise.resolve(undefined), key)).faults).toHaveLength(1)
})

/** A log of so many entries as its files. */
function served(size: number) {
  const entries = Array.from({ length: size }, (_, at) => Buffer.from(`entry ${at}`))
  const log = growing()
  log.add(entries)
  const root = size > 1000 ? (log.hashes([{ start: 0, end: size }], size)[0] ?? Buffer.alloc(0)) : plainRoot(entries)
  const checkpoint = Buffer.from(signCheckpoint({ size, root }, key))
  return (path: string): Buffer | undefined => {
    if (path === 'checkpoint') return checkpoint
    const tile = parseTilePath(path.replace('tile/', ''))
    if (!tile) return undefined
    const { level, index, width } = tile
    const start = index * TILE_WIDTH
    return level === 'entries'
      ? bundle(entries.slice(start, start + width))
      : log.tiles.get(nameOf(tileIdOf(tile)))?.subarray(0, width * 32)
  }
}
