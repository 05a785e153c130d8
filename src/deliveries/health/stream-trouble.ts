import { DAY, HOUR, later } from '../../shared/clock.ts'

/** Shares of the days of trying after which the body hears how little is left. */
export const shares = [50, 70, 90] as const
export type Share = (typeof shares)[number]

/** How a stream stands that is open to its body. */
export interface StreamStanding {
  /** Since when the oldest that waits has been open to it; null: nothing old waits. */
  oldest: Date | null
  /** How far its body was warned; null: not. */
  warned: Share | null
  /** Null: the last attempt got through. */
  failing: { since: Date; attempts: number; needsPeople: boolean; told: boolean } | null
  /** When its endpoint proved itself; null: nothing about a person is pushed there. */
  provedAt: Date | null
}

export type Measure =
  | { kind: 'warn'; share: Share }
  /** What its body was warned of is over: the next time it is warned from the start. */
  | { kind: 'forget-warnings' }
  /** Body and operators hear that something has to be done. */
  | { kind: 'tell' }
  /** Nothing about a person is sent there any more, until it has proved itself anew. */
  | { kind: 'distrust' }

// A deployment that goes wrong is put right sooner; what needs people is not going to mend itself.
const TOLD_AFTER = HOUR
const DISTRUSTED_AFTER = DAY
// Fewer say little of a day: a stream that has seldom something to tell.
const ATTEMPTS_OF_A_DAY = 4

/** @param window milliseconds of trying */
export function measuresFor(stream: StreamStanding, now: Date, window: number): Measure[] {
  return [...warning(stream, now, window), ...ofFailure(stream, now)]
}

function warning({ oldest, warned }: StreamStanding, now: Date, window: number): Measure[] {
  const over = oldest ? ((now.getTime() - oldest.getTime()) / window) * 100 : 0
  const share = shares.findLast((one) => over >= one)
  if (share === undefined) return warned === null ? [] : [{ kind: 'forget-warnings' }]
  return share > (warned ?? 0) ? [{ kind: 'warn', share }] : []
}

function ofFailure({ failing, provedAt }: StreamStanding, now: Date): Measure[] {
  if (!failing) return []
  const lasts = (time: number) => now >= later(failing.since, time)
  const isDay = lasts(DISTRUSTED_AFTER) && failing.attempts >= ATTEMPTS_OF_A_DAY
  // One that takes our tokens, though not what we tell, is asked again once a day.
  const isTrusted = provedAt !== null && now >= later(provedAt, DISTRUSTED_AFTER)
  const tell = !failing.told && (isDay || (failing.needsPeople && lasts(TOLD_AFTER)))
  return [...(tell ? [{ kind: 'tell' } as const] : []), ...(isDay && isTrusted ? [{ kind: 'distrust' } as const] : [])]
}
