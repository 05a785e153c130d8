import type { Answers } from '../../src/catalogue/answers.ts'
import type { Known } from '../../src/catalogue/known.ts'
import { findLifeEvent } from '../../src/catalogue/catalogue.ts'
import type { Question } from '../../src/catalogue/question.ts'
import type { AddressLookup } from '../../src/places/address-lookup.ts'
import { sampleDeathRegister } from '../../src/demo/registrar/registered-deaths.ts'
import { bundledAddresses } from '../../src/places/bundled-addresses.ts'
import type { Language } from '../../src/shared/language.ts'
import type { Asking, Parsed } from '../../src/reports/kinds/kind.ts'
import { parse, readTyped } from '../../src/reports/kinds/kinds.ts'

export const TODAY = '2026-11-22'

export const HAREHILLS = {
  uprn: 72000000012,
  buildingNumber: '12',
  streetName: 'Harehills Lane',
  addressLocality: 'Leeds',
  postalCode: 'LS8 5DR',
  addressCountry: 'GB',
}

/** Amira, who lives at Harehills Lane and has given us nothing yet. */
export const known = (remarkable: Partial<Known> = {}): Known => ({
  identity: {
    names: [
      {
        nameParts: [
          { type: 'GivenName', value: 'Amira' },
          { type: 'FamilyName', value: 'Hassan' },
        ],
      },
    ],
    birthDate: '1988-05-14',
    addresses: [{ ...HAREHILLS, validFrom: '2019-08-01' }],
    drivingPermits: [],
    passports: [],
    email: 'amira.hassan@example.com',
  },
  proved: true,
  kept: {},
  numbers: {},
  wanted: [],
  today: TODAY,
  ...remarkable,
})

export const asking = (remarkable: Partial<Asking> = {}): Asking => ({
  language: 'en',
  given: {},
  known: known(),
  addresses: bundledAddresses,
  deathRegister: sampleDeathRegister,
  now: new Date(`${TODAY}T12:00:00Z`),
  ...remarkable,
})

export const brokenLookup: AddressLookup = { findByPostcode: () => Promise.resolve({ kind: 'unavailable' }) }

/** A question of the change of address, as the site asks it. */
export function questionNamed(name: string): Question {
  const question = findLifeEvent('change-of-address')?.questions.find((each) => each.name === name)
  if (!question) throw new Error(`No question ${name}`)
  return question
}

/** What the site makes of a form that was sent. */
export const answered = (
  name: string,
  body: unknown,
  around: { given?: Answers; known?: Known; language?: Language; addresses?: AddressLookup } = {},
): Promise<Parsed<unknown>> => {
  const question = questionNamed(name)
  return parse(question, readTyped(question, body), asking(around))
}

export const problem = (field: string, message: string) => ({ errors: [{ field, message }] })
