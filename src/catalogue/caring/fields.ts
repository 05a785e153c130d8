import { z } from 'zod'
import { formatDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { fullName } from '../../shared/names.ts'
import { sharedWords } from '../content/words.ts'
import { field, type Field } from '../life-event.ts'
import { personNames } from '../person-name.ts'
import { addressInWords, postalAddress } from '../postal-address.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const person = z.strictObject({
  names: personNames,
  birth_date: z.iso.date().exactOptional(),
  address: postalAddress.exactOptional(),
})

export type CaredFor = z.infer<typeof person>

const label = inBoth(en.fields, cy.fields)

/** That somebody needs care says something of their health. */
export const fields = {
  cared_for: field({
    category: 'family',
    special: true,
    household: true,
    label: label.cared_for,
    schema: person,
    show: showPerson,
  }),
} satisfies Record<string, Field>

function showPerson({ names, birth_date, address }: CaredFor, language: Language): string[] {
  const name = names.map(fullName).join(', ')
  const born = birth_date ? sharedWords[language].born(name, formatDate(birth_date, language)) : name
  return [born, ...(address ? addressInWords(address, language) : [])]
}
