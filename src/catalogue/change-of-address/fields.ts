import { z } from 'zod'
import type { PostalAddress } from '../../shared/address.ts'
import { formatDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { fullName } from '../../shared/names.ts'
import type { Field } from '../life-event.ts'
import { field } from '../life-event.ts'
import { personNames } from '../person-name.ts'
import { addressInWords, postalAddress } from '../postal-address.ts'
import { inBoth } from '../question.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

/** Without a fixed address the lines, if any, say where post finds the person. */
const newAddress = postalAddress.extend({
  noFixedAddress: z.literal(true).exactOptional().meta({ description: 'The address, if any, is for post only' }),
})

const child = z.strictObject({ names: personNames, birth_date: z.iso.date().exactOptional() })

export type NewAddress = PostalAddress & { noFixedAddress?: true }
export type Child = z.infer<typeof child>

const label = inBoth(en.fields, cy.fields)
const values = { en: en.values, cy: cy.values }

export const fields = {
  new_address: field({
    category: 'address',
    always: true,
    label: label.new_address,
    schema: newAddress,
    show: showNewAddress,
  }),
  old_address: field({
    category: 'address',
    label: label.old_address,
    schema: postalAddress,
    show: addressInWords,
  }),
  move_date: field({
    category: 'dates',
    always: true,
    label: label.move_date,
    schema: z.iso.date(),
    show: (date, language) => [formatDate(date, language)],
  }),
  moving_with: field({
    category: 'household',
    household: true,
    label: label.moving_with,
    schema: z.array(child).min(1),
    show: (children, language) => children.map((one) => showChild(one, language)),
  }),
} satisfies Record<string, Field>

function showNewAddress(address: NewAddress, language: Language): string[] {
  const { noFixedAddress, ...place } = address
  const lines = addressInWords(place, language)
  if (!noFixedAddress) return lines
  const { noFixedAddress: none, postTo } = values[language]
  return lines.length > 0 ? [none, postTo, ...lines] : [none]
}

function showChild({ names, birth_date }: Child, language: Language): string {
  const name = names.map(fullName).join(', ')
  return birth_date ? values[language].born(name, formatDate(birth_date, language)) : name
}
