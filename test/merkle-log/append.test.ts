import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendToLog, BrokenLog } from '../../src/merkle-log/append.ts'
import { isConsistent } from '../../src/merkle-log/check-proof.ts'
import { openCheckpoint } from '../../src/merkle-log/checkpoint.ts'
import { entriesIn } from '../../src/merkle-log/entry-bundle.ts'
import { latestCheckpoint } from '../../src/merkle-log/checkpoint-store.ts'
import { bundleBytes, tileBytes } from '../../src/merkle-log/tile-store.ts'
import { signerKey } from '../../src/merkle-log/note-key.ts'
import { proveConsistency, proveInclusion } from '../../src/merkle-log/prove.ts'
import { hashOfLeaf } from '../../src/merkle-log/tree-hash.ts'
import { checkTlogProof } from '../../src/merkle-log/tlog-proof.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { plainRoot } from './plain-tree.ts'

const at = new Date('2026-11-23T09:00:00Z')
const entriesOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => Buffer.from(`entry ${from + n}`))
const keyOf = (name: string) => signerKey(`log.example/${name}`, Buffer.alloc(32, 5))

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const append = (name: string, entries: readonly Buffer[]) =>
  database.worker.transaction((tx) => appendToLog(tx, keyOf(name), { entries, at }))

test('entries are added, and each checkpoint proves each entry and each checkpoint before it', async () => {
  const sizes = [0, 1, 256, 300, 513]
  for (const [nth, size] of sizes.entries()) await append('growing', entriesOf(sizes[nth - 1] ?? 0, size))
  const key = keyOf('growing')
  const all = entriesOf(0, 513)
  for (const size of sizes) {
    const kept = await latestCheckpoint(database.web, key.name, size)
    expect(openCheckpoint(kept?.note ?? '', key)).toEqual({
      origin: key.name,
      size,
      root: plainRoot(all.slice(0, size)),
    })
  }
  for (const index of [0, 255, 256, 299, 512]) {
    const proof = await proveInclusion(database.web, key.name, index)
    expect(checkTlogProof(proof ?? '', all[index] ?? Buffer.alloc(0), key), `entry ${index}`).toBeDefined()
  }
  expect(await proveInclusion(database.web, key.name, 513)).toBeUndefined()
  const heads = sizes.map((size) => ({ size, root: plainRoot(all.slice(0, size)) }))
  const [, one, , older, newer] = heads as [Head, Head, Head, Head, Head]
  for (const [first, second] of [
    [one, older],
    [one, newer],
    [older, newer],
  ] as const) {
    const proof = await proveConsistency(database.web, key.name, first.size, second.size)
    expect(isConsistent(proof, first, second)).toBe(true)
  }
})

test('what is served is what stood there when the log was smaller', async () => {
  const { name } = keyOf('growing')
  const entries = entriesIn((await bundleBytes(database.web, name, 1, 44)) ?? Buffer.of(1))
  expect(entries).toEqual(entriesOf(256, 300))
  const hashes = await tileBytes(database.web, name, { level: 0, index: 1 }, 44)
  expect(hashes).toEqual(Buffer.concat(entriesOf(256, 300).map(hashOfLeaf)))
  expect(await tileBytes(database.web, name, { level: 0, index: 2 }, 2), 'more than there are').toBeUndefined()
  expect(await bundleBytes(database.web, name, 2, 2), 'more than there are').toBeUndefined()
})

test('of those who add at once each finds what the other has added', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, nth) => append('shared', entriesOf(nth * 40, nth * 40 + 40))))
  const { name } = keyOf('shared')
  const held = await Promise.all([0, 1].map((index) => bundleBytes(database.web, name, index, index === 0 ? 256 : 64)))
  const entries = held.flatMap((bytes) => entriesIn(bytes ?? Buffer.of(1)) ?? [])
  expect(new Set(entries.map(String)).size).toBe(320)
  expect((await latestCheckpoint(database.web, name))?.root).toEqual(plainRoot(entries))
})

test('what did not commit left nothing', async () => {
  await append('cut', entriesOf(0, 10))
  const cut = database.worker.transaction(async (tx) => {
    await appendToLog(tx, keyOf('cut'), { entries: entriesOf(10, 400), at })
    throw new Error('the power is out')
  })
  await expect(cut).rejects.toThrow('the power is out')
  expect(await latestCheckpoint(database.web, keyOf('cut').name)).toMatchObject({ size: 10 })
  expect(await append('cut', entriesOf(10, 11))).toMatchObject({
    first: 10,
    size: 11,
    root: plainRoot(entriesOf(0, 11)),
  })
})

test.each([
  ['a hash', `update log_tiles set hashes = set_byte(hashes, 0, 0)`],
  ['a tile made shorter', `update log_tiles set hashes = substr(hashes, 1, 32)`],
  ['an entry', `update log_bundles set entries = set_byte(entries, 2, 0)`],
  ['a tile', `delete from log_tiles`],
  ['a bundle', `delete from log_bundles`],
  ['all tiles', `truncate log_tiles`],
  ['a checkpoint', `update log_checkpoints set size = size + 1`],
  ['checkpoints', `delete from log_checkpoints`],
])('not even its owner takes back %s', async (_what, change) => {
  await append('kept', entriesOf(0, 3))
  await expect(database.owner.raw(change)).rejects.toThrow(/append-only|only grows/)
})

test('a log whose tiles were changed behind its back is not gone on with', async () => {
  await append('broken', entriesOf(0, 300))
  const { name } = keyOf('broken')
  await database.owner.raw('alter table log_tiles disable trigger user')
  await database.owner.raw(
    'update log_tiles set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where origin = ?',
    [name],
  )
  await database.owner.raw('alter table log_tiles enable trigger user')
  await expect(append('broken', entriesOf(300, 301))).rejects.toThrow(BrokenLog)
  expect(await latestCheckpoint(database.web, name)).toMatchObject({ size: 300 })
})

interface Head {
  size: number
  root: Buffer
}
