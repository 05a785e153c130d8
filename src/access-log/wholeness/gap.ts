import { DAY, MINUTE, later } from '../../shared/clock.ts'
import { addDays, ukToday, type CalendarDate } from '../../shared/dates.ts'
import { ukInstant } from '../../shared/uk-time.ts'

/**
 * Where what a body reports may not be whole. Silent: nothing came, from this day. Uncounted: records came, and no count
 * for this day. Fewer, more: not as many came as it says. Exchange: not as many as the body on the other side reports.
 */
export type GapKind = 'silent' | 'uncounted' | 'fewer' | 'more' | 'exchange'

export interface Gap {
  agencyId: string
  kind: GapKind
  day: CalendarDate
  /** The body on the other side of an exchange; empty otherwise. */
  otherId: string
  expected: number | null
  arrived: number | null
}

/** What a body has said and sent in the days that are looked at, the earliest first. */
export interface Reporting {
  agencyId: string
  lastHeard: Date
  /** What it signed. */
  counts: SignedDay[]
  /** What came of it, by day. */
  arrivals: { day: CalendarDate; records: number }[]
  /** Where data passed to or from another body. */
  exchanges: { day: CalendarDate; accessType: 'disclose' | 'receive'; otherId: string; records: number }[]
}

export interface SignedDay {
  day: CalendarDate
  records: number
  receivedAt: Date
  /** By the other body's id. */
  disclosedTo: Record<string, number>
  receivedFrom: Record<string, number>
}

/** A count of a day is owed by noon of the next. */
const OWED_BY = '12:00'
/** What was sent together arrives together, give or take: but the citizen should know within the hour. */
const SETTLES_IN = 30 * MINUTE
/** A body that never counts is expected to go on as it did: heard on most days, and now not for this long. */
const RHYTHM = { of: 14, heardOn: 10, silence: 3 * DAY }
/** Both sides have their own clocks, and midnight falls between them. */
const TOLERANCE = { share: 0.05, records: 2 }

/** Every gap that there is now. @param bodies those that have ever reported */
export function gapsOf(bodies: readonly Reporting[], now: Date): Gap[] {
  return bodies.flatMap((body) => [
    ...(body.counts.length > 0 ? owedCounts(body, now) : outOfRhythm(body, now)),
    ...differences(body, now),
    ...exchanges(body, bodies, now),
  ])
}

const gapIn = (agencyId: string, kind: GapKind, day: CalendarDate, more: Partial<Gap> = {}): Gap => ({
  ...{ agencyId, kind, day, otherId: '', expected: null, arrived: null },
  ...more,
})

/** Since its first count a body owes one for each day. */
function owedCounts({ agencyId, counts, lastHeard }: Reporting, now: Date): Gap[] {
  const counted = new Set(counts.map(({ day }) => day))
  const first = counts[0]?.day ?? ukToday(now)
  const missing: CalendarDate[] = []
  for (let day = first; isOwed(day, now); day = addDays(day, 1)) if (!counted.has(day)) missing.push(day)
  const [earliest] = missing
  if (earliest === undefined) return []
  const isSilent = lastHeard < owedAt(earliest) && missing.at(-1) === lastOwed(now)
  if (isSilent) return [gapIn(agencyId, 'silent', ukToday(lastHeard))]
  return missing.map((day) => gapIn(agencyId, 'uncounted', day))
}

const owedAt = (day: CalendarDate) => ukInstant({ date: addDays(day, 1), time: OWED_BY })
const isOwed = (day: CalendarDate, now: Date) => owedAt(day) <= now
const lastOwed = (now: Date) => {
  const yesterday = addDays(ukToday(now), -1)
  return isOwed(yesterday, now) ? yesterday : addDays(yesterday, -1)
}

function outOfRhythm({ agencyId, arrivals, lastHeard }: Reporting, now: Date): Gap[] {
  const last = ukToday(lastHeard)
  const heardOn = arrivals.filter(({ day }) => day > addDays(last, -RHYTHM.of) && day <= last).length
  const isSilent = heardOn >= RHYTHM.heardOn && later(lastHeard, RHYTHM.silence) < now
  return isSilent ? [gapIn(agencyId, 'silent', last)] : []
}

function differences({ agencyId, counts, arrivals }: Reporting, now: Date): Gap[] {
  return counts.flatMap(({ day, records: expected, receivedAt }) => {
    const arrived = arrivals.find((one) => one.day === day)?.records ?? 0
    if (arrived === expected || later(receivedAt, SETTLES_IN) > now) return []
    return [gapIn(agencyId, arrived < expected ? 'fewer' : 'more', day, { expected, arrived })]
  })
}

/** Where both have counted a day, what one gave the other got: the gap is with whoever reports less. */
function exchanges(body: Reporting, all: readonly Reporting[], now: Date): Gap[] {
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
