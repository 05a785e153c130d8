import { z } from 'zod'
import { partyRoles, sharings } from '../account.ts'

const bilingual = z.object({ en: z.string(), cy: z.string().optional() })

const argument = z.object({ text: bilingual, evidence: z.url().optional() })

/** The account of an agreement as programs read it, in the words of the agencies file. */
export const accountInRegister = z.object({
  receiving_team: bilingual.meta({ description: 'The business team that answers for what is received' }),
  parties: z.array(z.object({ body: z.string(), role: z.enum(partyRoles) })),
  sharing: z.enum(sharings),
  benefits: z.array(argument),
  risks: z.array(argument),
  harms_of_not_sharing: bilingual.optional(),
  safeguards: bilingual.optional(),
  sanctions: bilingual.optional(),
  retention: z.string().optional().meta({ description: 'ISO 8601 duration' }),
  notice: bilingual.optional().meta({ description: 'How people are told of it' }),
})
