import { z } from 'zod'
import { addressLines, normalPostcode, type PostalAddress } from '../shared/address.ts'
import type { Language } from '../shared/language.ts'
import { countryName } from './countries.ts'

const line = z.string().min(1)

/** `PostalAddress` without its dates: where something is, not since when somebody lives there. */
export const postalAddress = z.strictObject({
  uprn: z.int().positive().exactOptional().meta({ description: 'Unique property reference number' }),
  organisationName: line.exactOptional(),
  departmentName: line.exactOptional(),
  subBuildingName: line.exactOptional(),
  buildingNumber: line.exactOptional(),
  buildingName: line.exactOptional(),
  dependentStreetName: line.exactOptional(),
  streetName: line.exactOptional(),
  doubleDependentAddressLocality: line.exactOptional(),
  dependentAddressLocality: line.exactOptional(),
  addressLocality: line.exactOptional(),
  addressRegion: line.exactOptional(),
  postalCode: line.exactOptional(),
  addressCountry: line.exactOptional().meta({ description: 'ISO 3166-1 alpha-2' }),
})

/** Only the parts that say where: validity dates of a verified claim stay with us. */
export function placeOf({ validFrom: _from, validUntil: _until, ...place }: PostalAddress): PostalAddress {
  return place
}

/** Lines for a page, with the country in words. */
export function addressInWords(address: PostalAddress, language: Language): string[] {
  const { addressCountry } = address
  if (!addressCountry || addressCountry === 'GB') return addressLines(address)
  return addressLines({ ...address, addressCountry: countryName(addressCountry, language) })
}

/** The same front door? By property number where both have one, otherwise by postcode and what stands on the door. */
export function sameAddress(one: PostalAddress, other: PostalAddress): boolean {
  if (one.uprn && other.uprn) return one.uprn === other.uprn
  return door(one) === door(other)
}

function door(address: PostalAddress): string {
  const { subBuildingName, buildingName, buildingNumber, streetName, postalCode } = address
  const parts = [subBuildingName, buildingName, buildingNumber, streetName]
  const postcode = normalPostcode(postalCode ?? '') ?? postalCode ?? address.addressLocality ?? ''
  return [...parts, postcode].map((part) => (part ?? '').toLowerCase().replace(/[^\p{L}\d]/gu, '')).join('|')
}
