import { expect, test } from 'vitest'
import { addressLines, normalPostcode } from '../../src/shared/address.ts'

test.each([
  [' ls8  5dr ', 'LS8 5DR'],
  ['cf146hf', 'CF14 6HF'],
  ['EC1A 1BB', 'EC1A 1BB'],
  ['gir0aa', 'GIR 0AA'],
  ['bfpo 801', 'BFPO 801'],
  ['LS8', undefined],
  ['12345', undefined],
  ['LS8 5DRR', undefined],
  ['', undefined],
])('postcode %j is %j', (typed, postcode) => {
  expect(normalPostcode(typed)).toBe(postcode)
})

test('an address reads as an envelope does', () => {
  const address = {
    subBuildingName: 'Flat 3',
    buildingNumber: '4',
    streetName: 'Otley Road',
    addressLocality: 'Leeds',
    postalCode: 'LS6 3AA',
    addressCountry: 'GB',
  }
  expect(addressLines(address)).toEqual(['Flat 3', '4 Otley Road', 'Leeds', 'LS6 3AA'])
})
