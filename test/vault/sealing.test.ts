import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { open, openBytes, seal, sealBytes, SealBroken } from '../../src/vault/sealing.ts'

const key = createSecretKey(randomBytes(32))
const other = createSecretKey(randomBytes(32))
const place = { table: 'accounts', column: 'identity', row: 'a1' }

describe('a sealed value', () => {
  test('opens with its key in its place', () => {
    expect(open(key, seal(key, { name: 'Ŵyn', list: [1] }, place), place)).toEqual({ name: 'Ŵyn', list: [1] })
  })

  test('is never the same twice, so that equal values cannot be seen to be equal', () => {
    expect(seal(key, 'x', place).equals(seal(key, 'x', place))).toBe(false)
  })

  test.each([
    ['another row', { ...place, row: 'a2' }],
    ['another column', { ...place, column: 'numbers' }],
    ['another table', { ...place, table: 'reports' }],
    ['parts that only look alike when joined', { table: 'accounts.identity', column: '', row: 'a1' }],
  ])('moved to %s does not open', (_where, elsewhere) => {
    expect(() => openBytes(key, sealBytes(key, Buffer.from('x'), place), elsewhere)).toThrow(SealBroken)
  })

  test('re-keyed does not open', () => {
    expect(() => openBytes(other, sealBytes(key, Buffer.from('x'), place), place)).toThrow(SealBroken)
  })

  test('cut anywhere, or lengthened, does not open', () => {
    const sealed = sealBytes(key, Buffer.from('nine bytes'), place)
    for (let length = 0; length < sealed.length; length++) {
      expect(() => openBytes(key, sealed.subarray(0, length), place)).toThrow(SealBroken)
    }
    expect(() => openBytes(key, Buffer.concat([sealed, Buffer.of(0)]), place)).toThrow(SealBroken)
  })

  test('with any one bit changed does not open', () => {
    const sealed = sealBytes(key, Buffer.from('x'), place)
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => openBytes(key, changed, place)).toThrow(SealBroken)
    }
  })
})
