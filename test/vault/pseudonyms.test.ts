import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { pairwise, subjectRef } from '../../src/vault/pseudonyms.ts'

const ring = () => parseKeyring(`k:${randomBytes(32).toString('base64')}`)
const vault = { dataKeys: ring(), pseudonymKeys: ring() }
const person = subjectRef(vault, 'account', 'person-1')

describe('a subject', () => {
  test('has one reference, which another type, id or key does not have', () => {
    expect(subjectRef(vault, 'account', 'person-1').equals(person)).toBe(true)
    expect(subjectRef(vault, 'one-login-sub', 'person-1').equals(person)).toBe(false)
    expect(subjectRef(vault, 'account', 'person-2').equals(person)).toBe(false)
    expect(subjectRef({ ...vault, pseudonymKeys: ring() }, 'account', 'person-1').equals(person)).toBe(false)
  })

  test('cannot be guessed with a plain hash', () => {
    for (const algorithm of ['sha256', 'sha512', 'md5']) {
      expect(createHash(algorithm).update('person-1').digest().subarray(0, 32).equals(person)).toBe(false)
    }
  })
})

describe('a pairwise identifier', () => {
  const agencies = Array.from({ length: 50 }, (_, number) => `agency-${number}`)

  test('is stable for one agency and unlike every other agency’s', () => {
    const all = agencies.map((agency) => pairwise(vault, agency, 'person', person))
    expect(new Set(all).size).toBe(agencies.length)
    expect(agencies.map((agency) => pairwise(vault, agency, 'person', person))).toEqual(all)
  })

  test('of a person is not that of a transaction', () => {
    expect(pairwise(vault, 'dvla', 'person', person)).not.toBe(pairwise(vault, 'dvla', 'transaction', person))
  })

  test('has 132 bits in characters that need no escaping', () => {
    expect(pairwise(vault, 'dvla', 'person', person)).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })
})
