import { expect, test } from 'vitest'
import { didYouMean, nearest } from '../../src/agencies/did-you-mean.ts'

const known = ['id', 'jwks', 'jwks_uri', 'streams', 'agreements', 'endpoint_url']

test.each([
  ['strems', 'streams'],
  ['Agreements', 'agreements'],
  ['agreement', 'agreements'],
  ['endpointUrl', 'endpoint_url'],
  ['endpoint-url', 'endpoint_url'],
  ['jwksuri', 'jwks_uri'],
  ['jwk', 'jwks'],
  ['name', undefined],
  ['', undefined],
  ['constructor', undefined],
])('%j', (typed, meant) => {
  expect(nearest(typed, known)).toBe(meant)
})

test('in words, or not at all', () => {
  expect(didYouMean('strems', known)).toBe(' (did you mean streams?)')
  expect(didYouMean('banana', known)).toBe('')
})
