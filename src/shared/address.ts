/**
 * A UK postal address in the fields of GOV.UK One Login's vocabulary (govuk-one-login/data-vocab), so that an agency
 * that reads One Login's addresses reads ours. Every field may be absent; dates are `YYYY-MM-DD`.
 */
export interface PostalAddress {
  uprn?: number
  organisationName?: string
  departmentName?: string
  subBuildingName?: string
  buildingNumber?: string
  buildingName?: string
  dependentStreetName?: string
  streetName?: string
  doubleDependentAddressLocality?: string
  dependentAddressLocality?: string
  addressLocality?: string
  addressRegion?: string
  postalCode?: string
  addressCountry?: string
  validFrom?: string
  validUntil?: string
}

/** The address as lines of an envelope. */
export function addressLines(address: PostalAddress): string[] {
  const number = [address.buildingNumber, address.dependentStreetName ?? address.streetName].filter(Boolean).join(' ')
  const lines = [
    address.departmentName,
    address.organisationName,
    address.subBuildingName,
    address.buildingName,
    number,
    address.dependentStreetName ? address.streetName : undefined,
    address.doubleDependentAddressLocality,
    address.dependentAddressLocality,
    address.addressLocality,
    address.addressRegion,
    address.postalCode,
    address.addressCountry && address.addressCountry !== 'GB' ? address.addressCountry : undefined,
  ]
  return lines.filter((line): line is string => Boolean(line))
}

/** `ls85dr`, ` LS8  5DR ` and `LS8 5DR` are one postcode; undefined when it cannot be one (BS 7666, GOV.UK's own pattern). */
export function normalPostcode(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (!/^(GIR0AA|BFPO\d{1,4}|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})$/.test(letters)) return undefined
  if (letters.startsWith('BFPO')) return `BFPO ${letters.slice(4)}`
  return `${letters.slice(0, -3)} ${letters.slice(-3)}`
}
