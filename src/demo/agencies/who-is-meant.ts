import type { PostalAddress } from '../../shared/address.ts'
import type { PersonName } from '../../shared/names.ts'
import { matchingNumbers, type ToldFacts } from './facts.ts'

/** Whose record a body has to find: who reports, or who died. */
export interface Meant {
  names: PersonName[]
  birthDate: string | undefined
  address: PostalAddress | undefined
  /** By the name of the record's number. One may stand several times, as vehicles do. */
  numbers: [field: string, value: string][]
}

export function whoIsMeant(facts: ToldFacts): Meant {
  return facts.deceased_names ? whoDied(facts.deceased_names, facts) : whoReports(facts)
}

function whoReports(facts: ToldFacts): Meant {
  return {
    names: [...(facts.names ?? []), ...(facts.old_names ?? [])],
    birthDate: facts.birth_date,
    address: facts.old_address ?? facts.address,
    numbers: present(matchingNumbers.map((field) => [field, facts[field]])),
  }
}

function whoDied(names: PersonName[], facts: ToldFacts): Meant {
  const vehicles = facts.deceased_vehicles ?? []
  return {
    names,
    birthDate: facts.deceased_birth_date,
    address: facts.deceased_address,
    numbers: present([
      ['national_insurance_number', facts.deceased_national_insurance_number],
      ['driver_number', facts.deceased_driver_number],
      ['passport_number', facts.deceased_passport_number],
      ...vehicles.map(({ registration }): [string, string] => ['vehicle_registration', registration]),
    ]),
  }
}

const present = (numbers: [field: string, value: string | undefined][]) =>
  numbers.filter((pair): pair is [string, string] => pair[1] !== undefined)
