import { describe, expect, test } from 'vitest'
import { isConsistent, isIncluded } from '../../src/merkle-log/check-proof.ts'
import { levelsOf, widthOf } from '../../src/merkle-log/tile.ts'
import { EMPTY_ROOT, hashOfLeaf } from '../../src/merkle-log/tree-hash.ts'
import { consistencyRanges, inclusionRanges, rootOver } from '../../src/merkle-log/tree.ts'
import { plainConsistency, plainPath, plainRoot } from './plain-tree.ts'
import { growing } from './tiles-in-memory.ts'

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
const entriesOf = (number: number) => Array.from({ length: number }, (_, at) => Buffer.from(`entry ${at}`))

describe('the tree of RFC 6962', () => {
  test('of nothing is the hash of nothing', () => {
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hex(rootOver([]))).toBe(hex(EMPTY_ROOT))
  })

  // Of the eight leaves that implementations of Certificate Transparency test each other with.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  test.each(roots.map((root, at) => [at + 1, root]))(
    'of the first %i of eight leaves has the known root',
    (size, root) => {
      const log = growing()
      log.add(leaves.map((leaf) => Buffer.from(leaf, 'hex')))
      expect(log.hashes([{ start: 0, end: size }], size).map(hex)).toEqual([root])
    },
  )
})

describe('a tree in tiles, grown in batches of every length', () => {
  const entries = entriesOf(700)
  const log = growing()
  for (let at = 0, step = 1; at < entries.length; at += step, step = (step * 7) % 61)
    log.add(entries.slice(at, at + step))

  test.each([1, 2, 3, 255, 256, 257, 511, 512, 513, 699, 700])('has at size %i the plain root and paths', (size) => {
    const first = entries.slice(0, size)
    expect(log.hashes([{ start: 0, end: size }], size).map(hex)).toEqual([hex(plainRoot(first))])
    for (const leaf of [0, 1, 254, 255, 256, 500, size - 1].filter((at) => at < size)) {
      const proof = log.hashes(inclusionRanges(leaf, size), size)
      expect(proof.map(hex)).toEqual(plainPath(leaf, first).map(hex))
      const claim = { leaf: hashOfLeaf(entries[leaf] as Buffer), index: leaf, size, root: plainRoot(first) }
      expect(isIncluded(proof, claim)).toBe(true)
      expect(isIncluded(proof, { ...claim, index: leaf === 0 ? size : leaf - 1 }), 'at another place').toBe(false)
    }
    const headOf = (each: number) => ({ size: each, root: plainRoot(entries.slice(0, each)) })
    for (const older of [1, 2, 128, 255, 256, 257, 512, size].filter((at) => at <= size)) {
      const proof = log.hashes(consistencyRanges(older, size), size)
      expect(proof.map(hex)).toEqual(plainConsistency(older, first).map(hex))
      expect(isConsistent(proof, headOf(older), headOf(size))).toBe(true)
    }
  })

  test('no path holds with one bit of it flipped', () => {
    const size = 300
    const claim = {
      leaf: hashOfLeaf(entries[137] as Buffer),
      index: 137,
      size,
      root: plainRoot(entries.slice(0, size)),
    }
    const proof = log.hashes(inclusionRanges(137, size), size)
    for (const [at, hash] of proof.entries()) {
      for (let bit = 0; bit < 256; bit += 1) {
        const changed = Buffer.from(hash)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(isIncluded(proof.with(at, changed), claim)).toBe(false)
      }
    }
  })
})

// C2SP tlog-tiles, "Partial Tiles", gives the first two.
test.each<[size: number, widths: [level: number, index: number, width: number][]]>([
  [
    70_000,
    [
      [0, 272, 256],
      [0, 273, 112],
      [0, 274, 0],
      [1, 0, 256],
      [1, 1, 17],
      [2, 0, 1],
      [3, 0, 0],
    ],
  ],
  [
    256,
    [
      [0, 0, 256],
      [0, 1, 0],
      [1, 0, 1],
      [2, 0, 0],
    ],
  ],
  [0, [[0, 0, 0]]],
])('a tree of %i leaves has tiles of the widths that the format says', (size, widths) => {
  for (const [level, index, width] of widths) expect(widthOf({ level, index }, size), `${level}/${index}`).toBe(width)
  expect(levelsOf(size)).toBe(size === 0 ? 0 : Math.floor(Math.log2(size) / 8) + 1)
})
