import { z } from 'zod'
import type { PostalAddress } from '../../shared/address.ts'
import type { Language } from '../../shared/language.ts'
import { field, type Field } from '../life-event.ts'
import { addressInWords, postalAddress } from '../postal-address.ts'
import { inBoth } from '../question-words.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

/** Without a fixed address the lines, if any, say where post finds the person. */
const newAddress = postalAddress.extend({
  noFixedAddress: z.literal(true).exactOptional().meta({ description: 'The address, if any, is for post only' }),
})

export type NewAddress = PostalAddress & { noFixedAddress?: true }

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
} satisfies Record<string, Field>

function showNewAddress(address: NewAddress, language: Language): string[] {
  const { noFixedAddress, ...place } = address
  const lines = addressInWords(place, language)
  if (!noFixedAddress) return lines
  const { noFixedAddress: none, postTo } = values[language]
  return lines.length > 0 ? [none, postTo, ...lines] : [none]
}
