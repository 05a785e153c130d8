import { describe, expect, test } from 'vitest'
import type { AddressLookup } from '../../src/places/address-lookup.ts'
import { bundledAddresses } from '../../src/places/bundled-addresses.ts'
import { councils, councilsAt, councilsOfCustodian, findCouncil, withCounty } from '../../src/places/councils.ts'

const LEEDS = ['E08000035']
const CAMBRIDGE = ['E07000008', 'E10000003']

describe('the list of councils', () => {
  test('has each council of the United Kingdom once', () => {
    const tiers = Object.groupBy(councils, (council) => `${council.code[0]} ${council.tier}`)
    expect(Object.fromEntries(Object.entries(tiers).map(([tier, some]) => [tier, some?.length]))).toEqual({
      'W single': 22,
      'S single': 32,
      'N single': 11,
      'E single': 132,
      'E district': 164,
      'E county': 21,
    })
    for (const key of ['code', 'custodian'] as const) {
      expect(new Set(councils.map((council) => council[key])).size).toBe(councils.length)
    }
    expect(new Set(councils.map((council) => council.name.en)).size).toBe(councils.length)
  })

  test('has codes of the form that the tier demands', () => {
    const forms = { single: /^(E0[689]|W06|S12|N09)\d{6}$/, district: /^E07\d{6}$/, county: /^E10\d{6}$/ }
    for (const { code, tier } of councils) expect(code).toMatch(forms[tier])
  })

  test('has a Welsh name for every council in Wales', () => {
    for (const { code, name } of councils) expect(Boolean(name.cy), code).toBe(code.startsWith('W'))
    expect(findCouncil('W06000015')?.name).toEqual({ en: 'Cardiff Council', cy: 'Cyngor Caerdydd' })
  })

  test('puts each district under a county of the list', () => {
    for (const { tier, county } of councils) {
      if (tier === 'district') expect(findCouncil(county ?? '')?.tier).toBe('county')
      else expect(county).toBeUndefined()
    }
  })

  test('finds the councils by who numbers the addresses', () => {
    expect(councilsOfCustodian(4720)).toEqual(LEEDS)
    expect(councilsOfCustodian(505)).toEqual(CAMBRIDGE)
    expect(councilsOfCustodian(7655), 'Ordnance Survey itself is no council').toEqual([])
  })

  test('adds the county to a district that somebody named', () => {
    const [leeds, cambridge] = [findCouncil('E08000035'), findCouncil('E07000008')]
    expect([leeds && withCounty(leeds), cambridge && withCounty(cambridge)]).toEqual([LEEDS, CAMBRIDGE])
    expect(findCouncil('E99999999')).toBeUndefined()
  })
})

describe('the councils at an address', () => {
  const cases: [what: string, address: Parameters<typeof councilsAt>[1], councils: string[] | undefined][] = [
    ['by its UPRN', { uprn: 72000000012, postalCode: 'LS8 5DR' }, LEEDS],
    ['of two tiers', { uprn: 200004000005, postalCode: 'CB1 2AD' }, CAMBRIDGE],
    ['typed by hand, in a postcode of one council', { streetName: '999 Otley Road', postalCode: 'ls63aa' }, LEEDS],
    ['with a UPRN that the postcode does not have', { uprn: 1, postalCode: 'LS8 5DR' }, LEEDS],
    ['this side of the border', { uprn: 303000566, postalCode: 'BS7 0YF' }, ['E06000023']],
    ['that side of the border', { uprn: 506000568, postalCode: 'BS7 0YF' }, ['E06000025']],
    ['typed by hand across the border', { streetName: '570, FILTON avenue', postalCode: 'BS7 0YF' }, ['E06000025']],
    ['typed by hand somewhere along the border', { streetName: '57 Filton Avenue', postalCode: 'BS7 0YF' }, undefined],
    ['in Welsh', { buildingNumber: '103', streetName: 'Heol y Gadeirlan', postalCode: 'CF11 9LL' }, ['W06000015']],
    ['nobody knows', { streetName: 'New Road', postalCode: 'ZE1 0AA' }, undefined],
    ['without a postcode', { streetName: 'Harehills Lane' }, undefined],
    ['with no real postcode', { streetName: 'Harehills Lane', postalCode: 'Leeds' }, undefined],
    ['abroad', { addressLocality: 'Lyon', postalCode: '69001', addressCountry: 'FR' }, []],
    ['of British Forces post', { postalCode: 'BFPO 57' }, []],
  ]

  test.each(cases)('%s', async (_what, address, expected) => {
    expect(await councilsAt(bundledAddresses, address)).toEqual(expected)
  })

  test('are asked of the citizen when nobody knows who numbers the address, or the look-up is away', async () => {
    const address = { uprn: 1, postalCode: 'LS8 5DR' }
    const unknown: AddressLookup = {
      findByPostcode: () => Promise.resolve({ kind: 'found', addresses: [{ address, councils: [] }] }),
    }
    const away: AddressLookup = { findByPostcode: () => Promise.resolve({ kind: 'unavailable' }) }
    expect(await councilsAt(unknown, address)).toBeUndefined()
    expect(await councilsAt(away, address)).toBeUndefined()
  })
})
