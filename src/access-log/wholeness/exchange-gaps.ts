import { later } from '../../shared/clock.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { SETTLES_IN, gapIn, type Gap, type Reporting } from './gap.ts'

/** Both sides have their own clocks, and midnight falls between them. */
const TOLERANCE = { share: 0.05, records: 2 }

/** Where both have counted a day, what one gave the other got: the gap is with whoever reports less. */
export function exchangeGaps(body: Reporting, all: readonly Reporting[], now: Date): Gap[] {
  return all.flatMap((other) => {
    if (other.agencyId === body.agencyId) return []
    const days = body.counts.map(({ day }) => day).filter((day) => settledInBoth(day, [body, other], now))
    return days.flatMap((day) =>
      (['disclose', 'receive'] as const).flatMap((type) => {
        const arrived = exchanged(body, type, other.agencyId, day)
        const expected = claimed(other, type === 'disclose' ? 'receive' : 'disclose', body.agencyId, day)
        if (expected - arrived <= Math.max(TOLERANCE.records, expected * TOLERANCE.share)) return []
        return [gapIn(body.agencyId, 'exchange', day, { otherId: other.agencyId, expected, arrived })]
      }),
    )
  })
}

const settledInBoth = (day: CalendarDate, both: readonly Reporting[], now: Date) =>
  both.every(({ counts }) => counts.some((one) => one.day === day && later(one.receivedAt, SETTLES_IN) <= now))

const exchanged = ({ exchanges: all }: Reporting, type: string, otherId: string, day: CalendarDate) =>
  all
    .filter((one) => one.day === day && one.accessType === type && one.otherId === otherId)
    .reduce((sum, { records }) => sum + records, 0)

/** What a body says of an exchange, signed or in its records, whichever is more. */
function claimed(body: Reporting, type: 'disclose' | 'receive', otherId: string, day: CalendarDate): number {
  const count = body.counts.find((one) => one.day === day)
  const signed = (type === 'disclose' ? count?.disclosedTo : count?.receivedFrom)?.[otherId] ?? 0
  return Math.max(signed, exchanged(body, type, otherId, day))
}
