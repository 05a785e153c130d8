import { z } from 'zod'
import { ukToday } from '../../shared/dates.ts'
import { fewer } from '../directory/agency-record.ts'
import type { AgreementUse } from './agreement-use.ts'

const count = (description: string) =>
  z
    .int()
    .nullable()
    .meta({ description: `${description}; null: 1 to 4` })

/** How an agreement is used, as programs read it. */
export const useInRegister = z.object({
  last_used_in: z.iso.date().nullable().meta({ description: 'The first day of that month' }),
  months: z
    .array(
      z.object({
        month: z.iso.date().meta({ description: 'Its first day' }),
        told: count('Times this service told the body something under it'),
        used: count('Uses under it that its body has reported'),
        drift: count('Those of them that went beyond it'),
      }),
    )
    .meta({ description: 'The newest first, two years at most; a month without any use is left out' }),
})

export const listedUse = ({ months, lastAt }: AgreementUse): z.infer<typeof useInRegister> => ({
  last_used_in: lastAt ? `${ukToday(lastAt).slice(0, 7)}-01` : null,
  months: months.map(({ month, told, used, drift }) => ({
    ...{ month, told: fewer(told), used: fewer(used), drift: fewer(drift) },
  })),
})
