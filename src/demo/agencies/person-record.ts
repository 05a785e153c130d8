import type { PostalAddress } from '../../shared/address.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { PersonName } from '../../shared/names.ts'
import type { ToldFacts } from './facts.ts'
import { whoIsMeant, type Meant } from './who-is-meant.ts'

/** What a body already holds about somebody. */
export interface PersonRecord {
  givenNames: string
  familyName: string
  /** Those that it has learnt of since. */
  laterNames?: PersonName[]
  birthDate: CalendarDate
  /** Where it has known the person to live, oldest first. */
  addresses: PostalAddress[]
  /** By field name, such as `driver_number`. */
  numbers?: Record<string, string>
  /** What else it knows that its decisions turn on, such as `blue-badge`. */
  holds?: string[]
}

/**
 * Finds the person among the body's own records: by a number where the token has one that is known here, otherwise by
 * name, birth date (where told) and an address where the person has lived.
 */
export function findPerson(records: readonly PersonRecord[], facts: ToldFacts): PersonRecord | undefined {
  const meant = whoIsMeant(facts)
  return records.find((record) => sharesNumber(record, meant)) ?? records.find((record) => isLike(record, meant))
}

/** From now on it finds the person at either address, and under either name. */
export function learn(record: PersonRecord, { new_address, new_names }: ToldFacts): void {
  if (new_address) record.addresses.push(new_address)
  if (new_names) record.laterNames = [...(record.laterNames ?? []), ...new_names]
}

function sharesNumber(record: PersonRecord, { numbers }: Meant): boolean {
  return numbers.some(([field, told]) => {
    const known = record.numbers?.[field]
    return known !== undefined && plain(known) === plain(told)
  })
}

function isLike(record: PersonRecord, { names, birthDate, address }: Meant): boolean {
  const nameFits = names.some((name) => isNamed(record, name))
  const birthDateFits = birthDate === undefined || birthDate === record.birthDate
  return nameFits && birthDateFits && record.addresses.some((known) => isSame(known, address))
}

/** Family name and first given name: middle names come and go between files. */
function isNamed(record: PersonRecord, name: PersonName): boolean {
  const known = [`${record.givenNames.split(' ')[0]} ${record.familyName}`, ...(record.laterNames ?? []).map(shortName)]
  return known.some((one) => plain(one) === plain(shortName(name)))
}

function shortName({ nameParts }: PersonName): string {
  const family = nameParts.filter(({ type }) => type === 'FamilyName').map(({ value }) => value)
  const [given = ''] = nameParts.filter(({ type }) => type === 'GivenName').flatMap(({ value }) => value.split(' '))
  return [given, ...family].join(' ')
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
