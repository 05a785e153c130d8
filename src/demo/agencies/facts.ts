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

const names = z
  .array(
    z.object({
      nameParts: z.array(z.object({ type: z.enum(['GivenName', 'FamilyName']), value: z.string() })),
    }),
  )
  .exactOptional()

/** Of the 15 address fields of GOV.UK One Login, those that a body here reads. */
const address = z
  .object({
    uprn: z.number().exactOptional(),
    subBuildingName: text,
    buildingName: text,
    buildingNumber: text,
    postalCode: text,
    addressCountry: text,
  })
  .exactOptional()

const yesOrNo = z.boolean().exactOptional()
const codes = z.array(z.string()).exactOptional()
const someone = z.object({ names }).exactOptional()

/** Present in tokens about an earlier one. */
const followUp = {
  change: z.enum(['corrected', 'withdrawn', 'answered', 'offer_accepted', 'offer_declined']).exactOptional(),
  original_jti: text,
  answer: text,
}

const dates = {
  move_date: text,
  change_date: text,
  ceremony_date: text,
  separation_date: text,
  travel_date: text,
}

const theDead = {
  deceased_names: names,
  deceased_birth_date: text,
  deceased_address: address,
  deceased_national_insurance_number: text,
  deceased_driver_number: text,
  deceased_passport_number: text,
  deceased_vehicles: z
    .array(z.object({ registration: z.string(), motability: yesOrNo, personalised_number_kept: yesOrNo }))
    .exactOptional(),
  passport_keepsake: yesOrNo,
  executor: someone,
  next_of_kin: someone,
  surviving_partner: someone,
}

/**
 * What bodies here read of events, of whichever type. Each field is there only if the body's agreement names it and the
 * citizen gave it; of what is not here they read nothing.
 */
export const toldFacts = z.object({
  ...followUp,
  ...dates,
  ...theDead,
  names,
  birth_date: text,
  address,
  ...(Object.fromEntries(matchingNumbers.map((field) => [field, text])) as Record<MatchingNumber, typeof text>),
  old_address: address,
  new_address: address,
  old_names: names,
  new_names: names,
  kind: text,
  partner: someone,
  child_birth_date: text,
  claiming_child_benefit: text,
  pay_band: text,
  income_change: text,
  children_at_school: z.array(z.object({ school: text })).exactOptional(),
  hours_band: text,
  gets_benefit: text,
  affects_daily_life: yesOrNo,
  affects_mobility: yesOrNo,
  driving_conditions: codes,
})

type MatchingNumber = (typeof matchingNumbers)[number]

export type ToldFacts = z.infer<typeof toldFacts>
export type Change = NonNullable<ToldFacts['change']>
