import { z } from 'zod'

/** Any of these finds the person, where the agreement names it and the citizen gave it. */
export const matchingNumbers = [
  'national_insurance_number',
  'driver_number',
  'vehicle_registration',
  'log_book_reference',
  'council_tax_account',
  'customer_reference_number',
] as const

const text = z.string().exactOptional()

const name = z.object({
  nameParts: z.array(z.object({ type: z.enum(['GivenName', 'FamilyName']), value: z.string() })),
})

/** Of the 15 address fields of GOV.UK One Login, those that a body here reads. */
const address = z.object({
  uprn: z.number().exactOptional(),
  subBuildingName: text,
  buildingName: text,
  buildingNumber: text,
  postalCode: text,
  addressCountry: text,
})

/** What a body here reads of an event. Each field is there only if the body's agreement names it. */
export const toldFacts = z.object({
  names: z.array(name).exactOptional(),
  birth_date: text,
  old_address: address.exactOptional(),
  new_address: address.exactOptional(),
  move_date: text,
  ...(Object.fromEntries(matchingNumbers.map((field) => [field, text])) as Record<MatchingNumber, typeof text>),
})

type MatchingNumber = (typeof matchingNumbers)[number]

export type ToldFacts = z.infer<typeof toldFacts>
