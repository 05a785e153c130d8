import type { PostalAddress } from '../../shared/address.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { PersonName } from '../../shared/names.ts'
import { matchingNumbers, type ToldFacts } from './facts.ts'

/** What a body already holds about somebody. */
export interface PersonRecord {
  givenNames: string
  familyName: string
  birthDate: CalendarDate
  /** Where it has known the person to live, oldest first. */
  addresses: PostalAddress[]
  /** By field name, such as `driver_number`. */
  numbers?: Record<string, string>
}

/**
 * Finds the person among the body's own records: by a number where the token has one that is known here, otherwise by
 * name, birth date (where told) and an address where the person has lived.
 */
export function findPerson(records: readonly PersonRecord[], facts: ToldFacts): PersonRecord | undefined {
  return records.find((record) => sharesNumber(record, facts)) ?? records.find((record) => isLike(record, facts))
}

function sharesNumber(record: PersonRecord, facts: ToldFacts): boolean {
  return matchingNumbers.some((field) => {
    const [known, told] = [record.numbers?.[field], facts[field]]
    return known !== undefined && told !== undefined && plain(known) === plain(told)
  })
}

function isLike(record: PersonRecord, facts: ToldFacts): boolean {
  const nameFits = (facts.names ?? []).some((name) => isNamed(record, name))
  const birthDateFits = facts.birth_date === undefined || facts.birth_date === record.birthDate
  return nameFits && birthDateFits && record.addresses.some((address) => isSame(address, facts.old_address))
}

/** Family name and first given name: middle names come and go between files. */
function isNamed(record: PersonRecord, { nameParts }: PersonName): boolean {
  const family = nameParts.filter(({ type }) => type === 'FamilyName').map(({ value }) => value)
  const [given = ''] = nameParts.filter(({ type }) => type === 'GivenName').flatMap(({ value }) => value.split(' '))
  const [known = ''] = record.givenNames.split(' ')
  return plain(family.join(' ')) === plain(record.familyName) && plain(given) === plain(known)
}

function isSame(known: PostalAddress, told: PostalAddress | undefined): boolean {
  if (!told) return false
  if (known.uprn !== undefined && told.uprn !== undefined) return known.uprn === told.uprn
  return doorOf(known) === doorOf(told)
}

const doorOf = ({ postalCode, buildingNumber, buildingName, subBuildingName }: PostalAddress) =>
  [postalCode, buildingNumber, buildingName, subBuildingName].map((part) => plain(part ?? '')).join('|')

/** Without accents, spaces and marks, so that two spellings of one thing are one. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
