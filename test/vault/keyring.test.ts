import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deriveKey, parseKeyring } from '../../src/vault/keyring.ts'

const secret = () => randomBytes(32).toString('base64')

describe('a keyring', () => {
  test('makes with its first key and opens with all', () => {
    const ring = parseKeyring(`new:${secret()}, old:${secret()}`)
    expect(ring.current.id).toBe('new')
    expect([...ring.byId.keys()]).toEqual(['new', 'old'])
  })

  test.each([
    ['', 'must be written'],
    ['no-colon', 'must be written'],
    [`a:${randomBytes(31).toString('base64')}`, '32 random bytes'],
    [`a:${randomBytes(33).toString('base64')}`, '32 random bytes'],
    [`a:${secret()},a:${secret()}`, 'twice'],
  ])('%j is refused in words', (text, words) => {
    expect(() => parseKeyring(text)).toThrow(words)
  })

  test('a refusal never shows the key', () => {
    const short = randomBytes(31).toString('base64')
    expect(() => parseKeyring(`a:${short}`)).toThrow(expect.not.stringContaining(short) as Error)
  })

  test('derived keys differ by purpose', () => {
    const { current } = parseKeyring(`a:${secret()}`)
    expect(deriveKey(current, 'one').equals(deriveKey(current, 'two'))).toBe(false)
    expect(deriveKey(current, 'one').equals(deriveKey(current, 'one'))).toBe(true)
  })
})
