/** One part of a name as GOV.UK One Login gives it: in order, so that no culture's order is assumed. */
export interface NamePart {
  type: 'GivenName' | 'FamilyName'
  value: string
}

/** A name with its validity; without `validUntil` it is the current one. Dates are `YYYY-MM-DD`. */
export interface PersonName {
  nameParts: NamePart[]
  validFrom?: string
  validUntil?: string
}

export const fullName = (name: PersonName) => name.nameParts.map((part) => part.value).join(' ')
