import type { Nation } from '../../agencies/agency.ts'
import { HOUR, later } from '../../shared/clock.ts'
import { isAtWork, nextOpening } from './working-time.ts'

export interface RetrySchedule {
  /** Milliseconds before the second attempt, the third and so on; the last one repeats while the body is at work. */
  delays: readonly number[]
  /** For answers that only people can mend, while the body is at work. */
  slowDelay: number
  /** Between attempts while nobody is at work there, once the delays have run out. */
  awayDelay: number
}

// However many wait for a body to open, they come one after the other.
const SPREAD_AFTER_OPENING = 2 * HOUR

/**
 * When it is tried again. The first attempts follow each other fast, at any hour: most faults are over in minutes. What
 * fails for hours is mended by people, so from then on it is tried while they are there, and seldom while they are not.
 *
 * At least two attempts lie in every working day of eight hours. The first is made at most 2.4 hours after it begins:
 * two hours with the jitter of a fifth before it, or two hours after opening. The next follows within 3.6 hours.
 *
 * @param jitter 0 to 1, spread evenly
 */
export function retryAt(
  now: Date,
  { attempts, slow, jitter }: { attempts: number; slow: boolean; jitter: number },
  { nation, schedule }: { nation: Nation; schedule: RetrySchedule },
): Date {
  const { delays, slowDelay, awayDelay } = schedule
  const next = slow ? slowDelay : delays[attempts]
  const around = (delay: number) => later(now, delay * (0.8 + 0.4 * jitter))
  if (!slow && next !== undefined && attempts < delays.length - 1) return around(next)
  if (isAtWork(now, nation)) return around(next ?? delays.at(-1) ?? HOUR)
  const opened = later(nextOpening(now, nation), jitter * SPREAD_AFTER_OPENING)
  return new Date(Math.min(around(awayDelay).getTime(), opened.getTime()))
}
