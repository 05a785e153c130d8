import { DAY, MINUTE, later } from '../../shared/clock.ts'
import { addDays, ukToday, type CalendarDate } from '../../shared/dates.ts'
import { ukInstant } from '../../shared/uk-time.ts'
import { exchangeGaps } from './exchange-gaps.ts'

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
export const SETTLES_IN = 30 * MINUTE
/** A body that never counts is expected to go on as it did: heard on most days, and now not for this long. */
const RHYTHM = { of: 14, heardOn: 10, silence: 3 * DAY }

/** Every gap that there is now. @param bodies those that have ever reported */
export function gapsOf(bodies: readonly Reporting[], now: Date): Gap[] {
  return bodies.flatMap((body) => [
    ...(body.counts.length > 0 ? owedCounts(body, now) : outOfRhythm(body, now)),
    ...differences(body, now),
    ...exchangeGaps(body, bodies, now),
  ])
}

export const gapIn = (agencyId: string, kind: GapKind, day: CalendarDate, more: Partial<Gap> = {}): Gap => ({
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
