import { z } from 'zod'
import { bilingual, entry, text } from '../agencies/file-entry.ts'

// Years, months, weeks and days: nobody keeps a record of this kind by the hour.
const DURATION = /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/
const EVIDENCE = 'must be an https address'

/** What a party does with the data, in the words of the UK GDPR (Article 4(7) to (9)). */
export const partyRoles = ['controller', 'joint-controller', 'processor', 'recipient'] as const
export type PartyRole = (typeof partyRoles)[number]

/** One person after another as each is reported, or many at once. */
export const sharings = ['one-by-one', 'bulk'] as const
export type Sharing = (typeof sharings)[number]

/** The published account of an agreement: what it is for and what could go wrong, beside what is shared. */
export const accountEntry = entry({
  receiving_team: bilingual(120),
  parties: z.array(entry({ body: text(120), role: z.enum(partyRoles) })).default([]),
  sharing: z.enum(sharings).default('one-by-one'),
  benefits: z.array(argument()).default([]),
  risks: z.array(argument()).default([]),
  harms_of_not_sharing: bilingual(500).optional(),
  safeguards: bilingual(500).optional(),
  sanctions: bilingual(500).optional(),
  retention: z.string().regex(DURATION, 'must be an ISO 8601 duration, such as P1Y or P6M').optional(),
  notice: bilingual(500).optional(),
})

/** As the agencies file writes it, and as the database keeps it. */
export type Account = z.output<typeof accountEntry>

/** How it is shared; an agreement that says nothing of it shares one by one, as this service does. */
export const sharingOf = (account: Account | null | undefined): Sharing => account?.sharing ?? 'one-by-one'

/** Somebody who doubts it can look it up. */
function argument() {
  return entry({ text: bilingual(500), evidence: z.url({ protocol: /^https$/, error: EVIDENCE }).optional() })
}
