import { z } from 'zod'
import type { Agency } from '../../agencies/agency.ts'
import { agencyInRegister, listedAgency } from '../register.ts'
import type { AgencyRecord } from './agency-record.ts'

const share = z.number().nullable()

/** One body with all that is public about it. */
export const wholeAgency = agencyInRegister.extend({
  receives: z.array(z.string()).meta({ description: 'Ids of its agreements in use, 1,000 at most' }),
  provides: z
    .array(z.string())
    .meta({ description: 'Ids of agreements in use about data that it holds, 1,000 at most' }),
  record: z
    .object({
      told: z.int(),
      used: z.int(),
      drift: z.int().nullable().meta({ description: 'Null: some, and fewer than 5' }),
      answered: share.meta({ description: 'Share of what it was told that it has answered, 0 to 1' }),
      on_time: share.meta({ description: 'Share of its answers that came on time, 0 to 1' }),
    })
    .nullable()
    .meta({ description: 'Over the last 12 months' }),
})

interface Whole {
  receives: string[]
  provides: string[]
  record: AgencyRecord | undefined
}

export const listedBody = (
  agency: Agency,
  { receives, provides, record }: Whole,
  baseUrl: string,
): z.infer<typeof wholeAgency> => ({
  ...listedAgency(agency, baseUrl),
  ...{ receives, provides },
  record: record
    ? { told: record.told, used: record.used, drift: record.drift, answered: record.answered, on_time: record.onTime }
    : null,
})
