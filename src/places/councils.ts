import { addressLines, normalPostcode, type PostalAddress } from '../shared/address.ts'
import type { Bilingual } from '../shared/language.ts'
import type { AddressLookup, FoundAddress } from './address-lookup.ts'
import { counties, singleTier, type CouncilRow } from './council-list.ts'

export interface Council {
  /** GSS code of the Office for National Statistics. */
  code: string
  name: Bilingual
  /** Councils of one tier do everything; in two-tier areas a district and a county share the work. */
  tier: 'single' | 'district' | 'county'
  /** GSS code of the county above a district. */
  county?: string
  /** Ordnance Survey's code for the council that numbers the addresses. */
  custodian: number
}

/** All councils of the United Kingdom. */
export const councils: readonly Council[] = [
  ...singleTier.map((row) => councilOf(row, 'single')),
  ...counties.flatMap(({ county, districts }) => [
    councilOf(county, 'county'),
    ...districts.map((row) => ({ ...councilOf(row, 'district'), county: county[0] })),
  ]),
]

export const findCouncil = (code: string): Council | undefined => byCode.get(code)

/** GSS codes of all councils serving an address of this custodian; empty when it is not a council that we know. */
export function councilsOfCustodian(custodian: number): string[] {
  const council = byCustodian.get(custodian)
  return council ? withCounty(council) : []
}

/** A council that somebody named, and its county if it has one. A county alone does not say which district. */
export function withCounty(council: Council): string[] {
  return council.county ? [council.code, council.county] : [council.code]
}

/**
 * GSS codes of the councils that serve an address: by its UPRN, by its own words, or because all of its postcode has the
 * same. None serves an address abroad or of British Forces post. Undefined: not known, ask the citizen.
 */
export async function councilsAt(lookup: AddressLookup, address: PostalAddress): Promise<string[] | undefined> {
  if (address.addressCountry && address.addressCountry !== 'GB') return []
  const postcode = normalPostcode(address.postalCode ?? '')
  if (!postcode) return undefined
  if (postcode.startsWith('BFPO')) return []
  const found = await lookup.findByPostcode(postcode)
  return found.kind === 'found' ? councilsAmong(found.addresses, address) : undefined
}

/** Of all addresses of its postcode. */
export function councilsAmong(neighbours: FoundAddress[], address: PostalAddress): string[] | undefined {
  const itself = neighbours.find((neighbour) => isSame(neighbour, address))
  const candidates = itself ? [itself] : neighbours
  const [first, ...others] = candidates.map((candidate) => candidate.councils)
  if (!first || first.length === 0) return undefined
  return others.every((other) => other.join() === first.join()) ? first : undefined
}

function councilOf([code, custodian, en, cy]: CouncilRow, tier: Council['tier']): Council {
  return { code, custodian, name: { en, cy }, tier }
}

function isSame(found: FoundAddress, address: PostalAddress): boolean {
  if (address.uprn !== undefined) return found.address.uprn === address.uprn
  return [found.address, found.welsh].some((known) => known && premises(known) === premises(address))
}

/** What tells an address from its neighbours, in whichever fields and with whichever commas and capitals it was typed. */
function premises(address: PostalAddress): string {
  const { addressLocality: _town, addressRegion: _region, postalCode: _postcode, ...rest } = address
  const { dependentAddressLocality: _part, doubleDependentAddressLocality: _partOfPart, ...street } = rest
  const letters = addressLines(street).join(' ').normalize('NFD').toLowerCase().replace(/\p{M}/gu, '')
  return letters.replace(/[^a-z0-9]+/g, ' ').trim()
}

const byCode = new Map(councils.map((council) => [council.code, council]))
const byCustodian = new Map(councils.map((council) => [council.custodian, council]))
