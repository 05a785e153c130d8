import type { PostalAddress } from '../../shared/address.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { NamePart, PersonName } from '../../shared/names.ts'

/** A made-up citizen. Phone numbers are of Ofcom's range for drama, e-mail addresses of example.com (RFC 2606). */
export interface Persona {
  id: string
  about: Bilingual
  names: PersonName[]
  birthDate: CalendarDate | { age: number; birthday: string }
  email: string
  phone: string
  addresses: PostalAddress[]
  drivingPermits?: { personalNumber: string; issueNumber: string; issuedBy: string; expiryDate: string }[]
  passports?: { documentNumber: string; icaoIssuerCode: string; expiryDate: string }[]
  /** How proving identity ends for this person. Signing in works for everyone. */
  identity: 'proved' | 'not-proved' | 'cancelled'
  returnCodes?: { code: string }[]
}

/**
 * Born so as to be of a given age today: between two birthdays the date is stable, and on the birthday the year of
 * birth moves on by one.
 */
export function birthDateOf(persona: Persona, today: CalendarDate): CalendarDate {
  if (typeof persona.birthDate === 'string') return persona.birthDate
  const { age, birthday } = persona.birthDate
  const hadBirthday = today.slice(5) >= birthday
  return `${Number(today.slice(0, 4)) - age - (hadBirthday ? 0 : 1)}-${birthday}`
}

export const findPersona = (id: string) => personas.find((persona) => persona.id === id)

const given = (value: string): NamePart => ({ type: 'GivenName', value })
const family = (value: string): NamePart => ({ type: 'FamilyName', value })

export const personas: readonly Persona[] = [
  {
    id: 'amira',
    about: { en: 'Lives in Leeds', cy: 'Yn byw yn Leeds' },
    names: [{ nameParts: [given('Amira'), family('Hassan')] }],
    birthDate: '1988-05-14',
    email: 'amira.hassan@example.com',
    phone: '+447700900101',
    addresses: [
      {
        uprn: 72000000012,
        buildingNumber: '12',
        streetName: 'Harehills Lane',
        addressLocality: 'Leeds',
        postalCode: 'LS8 5DR',
        addressCountry: 'GB',
        validFrom: '2019-08-01',
      },
    ],
    passports: [{ documentNumber: '120382978', icaoIssuerCode: 'GBR', expiryDate: '2031-03-09' }],
    identity: 'proved',
  },
  {
    id: 'grace',
    about: {
      en: 'Two first names, an earlier surname and an earlier address in Leeds, a driving licence and a passport',
      cy: 'Dau enw cyntaf, cyfenw cynharach a chyfeiriad cynharach yn Leeds, trwydded yrru a phasbort',
    },
    names: [
      { nameParts: [given('Grace'), given('Eleanor'), family('Whitfield')], validFrom: '2009-07-18' },
      { nameParts: [given('Grace'), given('Eleanor'), family('O’Donnell')], validUntil: '2009-07-18' },
    ],
    birthDate: '1975-11-23',
    email: 'grace.whitfield@example.com',
    phone: '+447700900102',
    // The earlier address comes first: One Login promises no order.
    addresses: [
      {
        uprn: 72000000044,
        buildingNumber: '44',
        streetName: 'Victoria Road',
        addressLocality: 'Leeds',
        postalCode: 'LS6 1DT',
        addressCountry: 'GB',
        validFrom: '2012-02-01',
        validUntil: '2021-06-30',
      },
      {
        uprn: 72000000304,
        subBuildingName: 'Flat 3',
        buildingNumber: '4',
        streetName: 'Otley Road',
        addressLocality: 'Leeds',
        postalCode: 'LS6 3AA',
        addressCountry: 'GB',
        validFrom: '2021-06-30',
      },
    ],
    drivingPermits: [
      { personalNumber: 'WHITF761235GE9AB', issueNumber: '12', issuedBy: 'DVLA', expiryDate: '2030-04-17' },
    ],
    passports: [{ documentNumber: '533401372', icaoIssuerCode: 'GBR', expiryDate: '2029-10-02' }],
    identity: 'proved',
  },
  {
    id: 'llyr',
    about: { en: 'Speaks Welsh, lives in Cardiff', cy: 'Yn siarad Cymraeg, yn byw yng Nghaerdydd' },
    names: [{ nameParts: [given('Llŷr'), given('Siôn'), family('Prydderch')] }],
    birthDate: '1969-02-27',
    email: 'llyr.prydderch@example.com',
    phone: '+447700900103',
    addresses: [
      {
        uprn: 100100000027,
        buildingNumber: '27',
        streetName: 'Heol y Deri',
        addressLocality: 'Caerdydd',
        postalCode: 'CF14 6HF',
        addressCountry: 'GB',
        validFrom: '2003-01-01',
      },
    ],
    drivingPermits: [
      { personalNumber: 'PRYDD602279LS9CY', issueNumber: '03', issuedBy: 'DVLA', expiryDate: '2033-01-20' },
    ],
    identity: 'proved',
  },
  {
    id: 'margaret',
    about: {
      en: 'Lives in Cambridge, which has a city council and a county council',
      cy: 'Yn byw yng Nghaergrawnt, lle mae cyngor dinas a chyngor sir',
    },
    names: [{ nameParts: [given('Margaret'), given('Anne'), family('Fielding')] }],
    birthDate: '1951-09-30',
    email: 'margaret.fielding@example.com',
    phone: '+447700900104',
    addresses: [
      {
        uprn: 200004000005,
        buildingNumber: '5',
        streetName: 'Mill Road',
        addressLocality: 'Cambridge',
        postalCode: 'CB1 2AD',
        addressCountry: 'GB',
        validFrom: '1984-01-01',
      },
    ],
    passports: [{ documentNumber: '707797979', icaoIssuerCode: 'GBR', expiryDate: '2028-06-11' }],
    identity: 'proved',
  },
  {
    id: 'kofi',
    about: { en: 'Aged 16, lives in Leeds', cy: 'Yn 16 oed, yn byw yn Leeds' },
    names: [{ nameParts: [given('Kofi'), family('Mensah')] }],
    birthDate: { age: 16, birthday: '03-01' },
    email: 'kofi.mensah@example.com',
    phone: '+447700900105',
    addresses: [
      {
        uprn: 72000000108,
        buildingNumber: '8',
        streetName: 'Roundhay Road',
        addressLocality: 'Leeds',
        postalCode: 'LS7 1AB',
        addressCountry: 'GB',
        validFrom: '2015-09-01',
      },
    ],
    passports: [{ documentNumber: '561009843', icaoIssuerCode: 'GBR', expiryDate: '2029-02-25' }],
    identity: 'proved',
  },
  {
    id: 'tomasz',
    about: {
      en: 'GOV.UK One Login cannot prove this person’s identity',
      cy: 'Ni all GOV.UK One Login brofi pwy yw’r person hwn',
    },
    names: [{ nameParts: [given('Tomasz'), family('Zieliński')] }],
    birthDate: '1993-12-06',
    email: 'tomasz.zielinski@example.com',
    phone: '+447700900106',
    addresses: [],
    identity: 'not-proved',
    returnCodes: [{ code: 'N' }],
  },
  {
    id: 'denise',
    about: { en: 'Stops before proving identity', cy: 'Yn rhoi’r gorau iddi cyn profi pwy yw hi' },
    names: [{ nameParts: [given('Denise'), family('Carter')] }],
    birthDate: '1980-04-02',
    email: 'denise.carter@example.com',
    phone: '+447700900107',
    addresses: [],
    identity: 'cancelled',
  },
]
