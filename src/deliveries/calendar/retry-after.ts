import { DAY, SECOND } from '../../shared/clock.ts'

// Who asks for longer has made a mistake, or pauses its stream.
const LONGEST_WAIT = DAY

/**
 * `Retry-After` in milliseconds (RFC 9110 section 10.2.3: seconds or a date), a day at most; undefined without one. It is
 * what the body wants, so it may leave a working day with one attempt or none.
 */
export function askedToWait(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined
  const text = retryAfter.trim()
  const wait = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now.getTime()
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT)
}
