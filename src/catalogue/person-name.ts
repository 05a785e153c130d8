import { z } from 'zod'

const namePart = z.strictObject({ type: z.enum(['GivenName', 'FamilyName']), value: z.string().min(1) })

/** Names as GOV.UK One Login gives them, without the dates of their validity; the current one only unless said. */
export const personNames = z.array(z.strictObject({ nameParts: z.array(namePart).min(1) })).min(1)

export type PersonNames = z.infer<typeof personNames>
