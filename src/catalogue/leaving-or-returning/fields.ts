import { field, type Field } from '../life-event.ts'
import { addressInWords, postalAddress } from '../postal-address.ts'
import { inBoth } from '../question-words.ts'
import { reporterFields } from '../reporter.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const label = inBoth(en.fields, cy.fields)

export const fields = {
  address: { ...reporterFields.address, label: label.address },
  forwarding_address: field({
    category: 'address',
    label: label.forwarding_address,
    schema: postalAddress,
    show: addressInWords,
  }),
} satisfies Record<string, Field>
