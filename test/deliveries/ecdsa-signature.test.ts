import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { sideBySide } from '../../src/deliveries/ecdsa-signature.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const r = `${'11'.repeat(31)}22`

test.each([
  ['both as long as they may be', `3044 0220${r} 0220${r}`, `${r}${r}`],
  [
    'one whose first bit is set, with the zero before it',
    `3045 0221 00ff${r.slice(2)} 0220${r}`,
    `ff${r.slice(2)}${r}`,
  ],
  ['short ones, filled up with zeros', '3006 020101 020102', `${'00'.repeat(31)}01${'00'.repeat(31)}02`],
])('%s', (_, der, both) => {
  expect(sideBySide(hex(der)).toString('hex')).toBe(both)
})

test.each([
  ['cut short', `3044 0220${r} 0220${r.slice(2)}`],
  ['with something after it', `3044 0220${r} 0220${r} 00`],
  ['empty', ''],
])('one that is %s is no signature', (_, der) => {
  expect(() => sideBySide(hex(der))).toThrow(RangeError)
})

test('what is made so verifies, for numbers of every length that come up', () => {
  const data = Buffer.from('what is signed')
  const lengths = new Set<number>()
  for (let number = 0; number < 2000; number += 1) {
    const der = sign('sha256', data, privateKey)
    lengths.add(der.length)
    const signature = sideBySide(der)
    expect(verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  }
  expect(lengths.size).toBeGreaterThan(3)
})
