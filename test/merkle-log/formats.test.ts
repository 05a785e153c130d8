import { describe, expect, test } from 'vitest'
import { signCheckpoint } from '../../src/merkle-log/checkpoint.ts'
import { bundle, entriesIn } from '../../src/merkle-log/entry-bundle.ts'
import { signerKey } from '../../src/merkle-log/note-key.ts'
import { parseTilePath, tilePath, type TilePath } from '../../src/merkle-log/tile-path.ts'
import { checkTlogProof, parseTlogProof, tlogProof } from '../../src/merkle-log/tlog-proof.ts'
import { inclusionRanges } from '../../src/merkle-log/tree.ts'
import { plainRoot } from './plain-tree.ts'
import { growing } from './tiles-in-memory.ts'

describe('the address of a tile', () => {
  test.each<[path: string, tile: TilePath]>([
    ['0/000', { level: 0, index: 0, width: 256 }],
    ['0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['2/000.p/1', { level: 2, index: 0, width: 1 }],
    ['entries/x001/000.p/255', { level: 'entries', index: 1000, width: 255 }],
    ['63/999', { level: 63, index: 999, width: 256 }],
  ])('%s', (path, tile) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  test.each([
    '',
    '0',
    '0/0',
    '0/00',
    '00/000',
    '64/000',
    '0/x000/001',
    '0/001/000',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/000/',
    '../000',
  ])('is never %j', (path) => {
    expect(parseTilePath(path)).toBeUndefined()
  })
})

describe('a bundle of entries', () => {
  test('gives back what was put in, each behind its length', () => {
    const entries = [Buffer.from('one'), Buffer.alloc(0), Buffer.alloc(300, 7)]
    expect(bundle(entries).subarray(0, 5).toString('hex')).toBe('00036f6e65')
    expect(entriesIn(bundle(entries))).toEqual(entries)
  })

  test('that was cut is refused', () => {
    const bytes = bundle([Buffer.from('one')])
    for (let end = 1; end < bytes.length; end += 1) expect(entriesIn(bytes.subarray(0, end))).toBeUndefined()
  })

  test('holds no entry that is too long for it', () => {
    expect(() => bundle([Buffer.alloc(65_536)])).toThrow(RangeError)
  })
})

describe('a proof to keep', () => {
  const key = signerKey('log.example/access', Buffer.alloc(32, 1))
  const entries = ['one', 'two', 'three', 'four', 'five'].map((word) => Buffer.from(word))
  const log = growing()
  log.add(entries)
  const checkpoint = signCheckpoint({ size: 5, root: plainRoot(entries) }, key)
  const proof = tlogProof({ index: 2, hashes: log.hashes(inclusionRanges(2, 5), 5), checkpoint })

  test('is checked with nothing but the key, and shows this entry only', () => {
    expect(checkTlogProof(proof, Buffer.from('three'), key)).toMatchObject({ origin: key.name, size: 5 })
    expect(checkTlogProof(proof, Buffer.from('four'), key)).toBeUndefined()
    expect(checkTlogProof(proof, Buffer.from('three'), signerKey(key.name, Buffer.alloc(32, 2)))).toBeUndefined()
    expect(proof.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 2'])
    expect(parseTlogProof(proof.replace('index', 'extra AAAA\nindex'))?.index).toBe(2)
  })

  test('shows nothing with any letter of it changed', () => {
    for (let at = 0; at < proof.length; at += 1) {
      const changed = proof.slice(0, at) + (proof[at] === 'x' ? 'y' : 'x') + proof.slice(at + 1)
      expect(checkTlogProof(changed, Buffer.from('three'), key), changed).toBeUndefined()
    }
  })
})
