import { expect, test } from 'vitest'
import { documentReference, lineUpTo } from '../../src/catalogue/typed-line.ts'

test.each([
  ['MXJ 123456', 'MXJ 123456'],
  ['  mxj   123456 ', 'MXJ 123456'],
  ['1234-5678-9012-3456', '1234-5678-9012-3456'],
  ['ZZ99D99999', 'ZZ99D99999'],
  ['Bd. 12/2026', 'BD. 12/2026'],
  ['ÉC (2026) 7', 'ÉC (2026) 7'],
  ['123', '123'],
  ['12', undefined],
  ['my certificate', undefined],
  ['<b>1</b>', undefined],
  ['1'.repeat(40), '1'.repeat(40)],
  ['1'.repeat(41), undefined],
  ['', undefined],
])('the reference %j is %j', (typed, stored) => {
  expect(documentReference(typed)).toBe(stored)
  if (stored) expect(documentReference(stored)).toBe(stored)
})

test.each([
  [' St  James’s,\nLeeds ', 'St James’s, Leeds'],
  ['abcdefghij0123456789', 'abcdefghij0123456789'],
  ['abcdefghij01234567890', undefined],
  ['  ', undefined],
])('the line %j of up to 20 is %j', (typed, stored) => {
  expect(lineUpTo(20)(typed)).toBe(stored)
})
