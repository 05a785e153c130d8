import { z } from 'zod'
import { formatDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { fullName } from '../../shared/names.ts'
import { field, type Field } from '../life-event.ts'
import { numberFormats } from '../matching-numbers.ts'
import { personNames } from '../person-name.ts'
import { addressInWords, postalAddress } from '../postal-address.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const label = inBoth(en.fields, cy.fields)
const values = { en: en.values, cy: cy.values }
const places = { en: en.questions.place.options, cy: cy.questions.place.options }

const placeOfDeath = z.strictObject({
  kind: z.enum(['home', 'hospital', 'care-home', 'hospice', 'elsewhere']),
  name: z.string().min(1).exactOptional().meta({ description: 'Name and town of the hospital, care home or hospice' }),
  stay_28_days: z.boolean().exactOptional().meta({ description: 'There for 28 days or more' }),
})

const executor = z.strictObject({
  names: personNames,
  address: postalAddress.exactOptional(),
  phone: z.string().min(1).exactOptional(),
})

const survivingPartner = z.strictObject({
  names: personNames,
  birth_date: z.iso.date().exactOptional(),
  phone: z.string().min(1).exactOptional(),
  national_insurance_number: z
    .string()
    .refine((value) => numberFormats.national_insurance_number(value) === value)
    .exactOptional(),
})

export type PlaceOfDeath = z.infer<typeof placeOfDeath>
export type Executor = z.infer<typeof executor>
export type SurvivingPartner = z.infer<typeof survivingPartner>

/** Those that are made of several answers; the others follow from their questions. */
export const fields = {
  deceased_names: field({
    category: 'name',
    always: true,
    label: label.deceasedNames,
    schema: personNames,
    show: (names) => names.map(fullName),
  }),
  deceased_birth_date: field({
    category: 'birth-date',
    always: true,
    label: label.deceasedBirthDate,
    schema: z.iso.date(),
    show: (date, language) => [formatDate(date, language)],
  }),
  death_date: field({
    category: 'dates',
    always: true,
    label: label.deathDate,
    schema: z.iso.date(),
    show: (date, language) => [formatDate(date, language)],
  }),
  deceased_address: field({
    category: 'address',
    label: label.deceasedAddress,
    schema: postalAddress,
    show: addressInWords,
  }),
  place_of_death: field({
    category: 'health',
    special: true,
    label: label.placeOfDeath,
    schema: placeOfDeath,
    show: ({ kind, name, stay_28_days }, language) => [
      places[language][kind],
      ...(name ? [name] : []),
      ...(stay_28_days ? [values[language].stayed] : []),
    ],
  }),
  executor: field({ category: 'household', label: label.executor, schema: executor, show: showExecutor }),
  surviving_partner: field({
    category: 'household',
    label: label.survivingPartner,
    schema: survivingPartner,
    show: showPartner,
  }),
  next_of_kin: field({
    category: 'household',
    label: label.nextOfKin,
    schema: z.strictObject({ names: personNames }),
    show: ({ names }) => names.map(fullName),
  }),
  registration_reference: field({
    category: 'identity-number',
    label: label.registrationReference,
    schema: z.string().min(1),
    show: (reference) => [reference],
  }),
} satisfies Record<string, Field>

function showExecutor({ names, address, phone }: Executor, language: Language): string[] {
  return [
    ...names.map(fullName),
    ...(address ? addressInWords(address, language) : []),
    ...(phone ? [values[language].phone(phone)] : []),
  ]
}

function showPartner({ names, birth_date, phone, national_insurance_number }: SurvivingPartner, language: Language) {
  const words = values[language]
  return [
    ...names.map(fullName),
    ...(birth_date ? [words.born(formatDate(birth_date, language))] : []),
    ...(phone ? [words.phone(phone)] : []),
    ...(national_insurance_number ? [national_insurance_number] : []),
  ]
}
