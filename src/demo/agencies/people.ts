import { ageOn, type CalendarDate } from '../../shared/dates.ts'
import type { PersonRecord } from './person-record.ts'

// The made-up citizens and dead, as bodies know them: each body has its own list, and its own numbers for them.

export const amira: PersonRecord = {
  givenNames: 'Amira',
  familyName: 'Hassan',
  birthDate: '1988-05-14',
  addresses: [{ uprn: 72000000012, buildingNumber: '12', postalCode: 'LS8 5DR' }],
}

export const grace: PersonRecord = {
  givenNames: 'Grace Eleanor',
  familyName: 'Whitfield',
  birthDate: '1975-11-23',
  addresses: [{ uprn: 72000000304, subBuildingName: 'Flat 3', buildingNumber: '4', postalCode: 'LS6 3AA' }],
}

export const llyr: PersonRecord = {
  givenNames: 'Llŷr Siôn',
  familyName: 'Prydderch',
  birthDate: '1969-02-27',
  addresses: [{ uprn: 100100000027, buildingNumber: '27', postalCode: 'CF14 6HF' }],
}

export const margaret: PersonRecord = {
  givenNames: 'Margaret Anne',
  familyName: 'Fielding',
  birthDate: '1951-09-30',
  addresses: [{ uprn: 200004000005, buildingNumber: '5', postalCode: 'CB1 2AD' }],
}

export const kofi = (today: CalendarDate): PersonRecord => ({
  givenNames: 'Kofi',
  familyName: 'Mensah',
  birthDate: bornForAge(16, '03-01', today),
  addresses: [{ uprn: 72000000108, buildingNumber: '8', postalCode: 'LS7 1AB' }],
})

export const tomasz: PersonRecord = {
  givenNames: 'Tomasz',
  familyName: 'Zieliński',
  birthDate: '1993-12-06',
  addresses: [{ uprn: 72000000044, buildingNumber: '44', postalCode: 'LS6 1DT' }],
}

/** He died on 30 October 2026. */
export const arthur: PersonRecord = {
  givenNames: 'Arthur James',
  familyName: 'Fielding',
  birthDate: '1948-04-02',
  addresses: [{ uprn: 200004000005, buildingNumber: '5', postalCode: 'CB1 2AD' }],
}

/** She died on 2 November 2026. */
export const nia: PersonRecord = {
  givenNames: 'Nia',
  familyName: 'Prydderch',
  birthDate: '1939-06-17',
  addresses: [{ uprn: 100100000027, buildingNumber: '27', postalCode: 'CF14 6HF' }],
}

export const withNumbers = (person: PersonRecord, numbers: Record<string, string>): PersonRecord => ({
  ...person,
  numbers,
})

export const holding = (person: PersonRecord, ...holds: string[]): PersonRecord => ({ ...person, holds })

/** Somebody who is of that age today. */
function bornForAge(age: number, birthday: string, today: CalendarDate): CalendarDate {
  const year = Number(today.slice(0, 4)) - age
  return ageOn(`${year}-${birthday}`, today) === age ? `${year}-${birthday}` : `${year - 1}-${birthday}`
}
