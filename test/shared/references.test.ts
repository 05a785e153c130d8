import { expect, test } from 'vitest'
import { newReference, parseReference } from '../../src/shared/references.ts'

test('a reference can be read aloud, copied by hand and typed back', () => {
  for (let round = 0; round < 200; round++) {
    const reference = newReference()
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(parseReference(reference.toLowerCase().replaceAll('-', ' '))).toBe(reference)
  }
})

test.each([
  ['O1IL-0000-0000', '0111-0000-0000'],
  ['7K3M9QXD24TV', '7K3M-9QXD-24TV'],
  ['7K3M-9QXD-24T', undefined],
  ['7K3M-9QXD-24TU', undefined],
  ['', undefined],
  ["' or 1=1 --", undefined],
])('%j is %j', (typed, reference) => {
  expect(parseReference(typed)).toBe(reference)
})
