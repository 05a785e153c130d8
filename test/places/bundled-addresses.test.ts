import { describe, expect, test } from 'vitest'
import { addressLines, normalPostcode } from '../../src/shared/address.ts'
import { addressList } from '../../src/places/bundled-address-list.ts'
import { bundledAddresses } from '../../src/places/bundled-addresses.ts'
import { findCouncil } from '../../src/places/councils.ts'

async function linesAt(postcode: string): Promise<string[]> {
  const lookup = await bundledAddresses.findByPostcode(postcode)
  return lookup.kind === 'found' ? lookup.addresses.map(({ address }) => addressLines(address).join(', ')) : []
}

describe('the bundled addresses', () => {
  test.each([
    ['LS8 5DR', '12 Harehills Lane, Leeds, LS8 5DR'],
    ['LS6 3AA', 'Flat 3, 4 Otley Road, Leeds, LS6 3AA'],
    ['LS7 1AB', '8 Roundhay Road, Leeds, LS7 1AB'],
    ['LS6 1DT', '44 Victoria Road, Leeds, LS6 1DT'],
    ['CF14 6HF', '27 Heol y Deri, Cardiff, CF14 6HF'],
    ['CB1 2AD', '5 Mill Road, Cambridge, CB1 2AD'],
    ['CB24 9XH', 'Rose Cottage, Chapel Court, Mill Lane, Histon, Cambridge, CB24 9XH'],
    ['EH9 1HF', '2F1, 14 Marchmont Road, Edinburgh, EH9 1HF'],
    ['BT7 1JQ', 'Apartment 4, Botanic House, 65 Botanic Avenue, Belfast, BT7 1JQ'],
  ])('have in %s among a few neighbours %s', async (postcode, line) => {
    const lines = await linesAt(postcode)
    expect(lines).toContain(line)
    expect(lines.length).toBeGreaterThanOrEqual(3)
    expect(lines.length).toBeLessThanOrEqual(8)
  })

  test('are found however the postcode was typed, and nothing is found elsewhere', async () => {
    expect(await linesAt(' ls85dr')).toEqual(await linesAt('LS8 5DR'))
    expect(await linesAt('ZE1 0AA')).toEqual([])
    expect(await linesAt('not a postcode')).toEqual([])
  })

  test('have a UPRN of their own, a real postcode and councils that exist', () => {
    expect(new Set(addressList.map(({ address }) => address.uprn)).size).toBe(addressList.length)
    for (const { address, councils } of addressList) {
      expect(normalPostcode(address.postalCode ?? '')).toBe(address.postalCode)
      expect(councils.length).toBeGreaterThan(0)
      for (const code of councils) expect(findCouncil(code), code).toBeDefined()
    }
  })

  test('have a Welsh form where the street has one', async () => {
    const lookup = await bundledAddresses.findByPostcode('CF11 9LL')
    const flat = lookup.kind === 'found' ? lookup.addresses[2] : undefined
    expect(addressLines(flat?.address ?? {})).toEqual(['Flat 1', '105 Cathedral Road', 'Cardiff', 'CF11 9LL'])
    expect(addressLines(flat?.welsh ?? {})).toEqual(['Fflat 1', '105 Heol y Gadeirlan', 'Caerdydd', 'CF11 9LL'])
    expect(flat?.welsh?.uprn).toBe(flat?.address.uprn)
  })
})
