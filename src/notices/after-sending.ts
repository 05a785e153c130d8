import { HOUR, MINUTE, later } from '../shared/clock.ts'
import type { SendResult } from './sender.ts'

export type Decision =
  | { state: 'sent'; notifyId: string }
  | { state: 'failed' | 'not-wanted' | 'no-address'; failure?: string }
  | { state: 'queued'; dueAt: Date; failure?: string }

/** Before the second attempt, the third and so on; the last one repeats. */
const DELAYS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR]
// Three days: longer than a weekend, and Notify still knows what it took (it forgets after seven).
const MOST_ATTEMPTS = 17

/** Nobody can do sooner what people must do first, or a new day. */
const SLOW = HOUR

/** What becomes of a notice after an attempt. The same in, the same out. */
export function afterSending({ attempts }: { attempts: number }, result: SendResult, now: Date): Decision {
  if (result.kind === 'taken') return { state: 'sent', notifyId: result.notifyId }
  const failure = result.code
  if (result.kind === 'refused' || attempts >= MOST_ATTEMPTS) return { state: 'failed', failure }
  const delay = DELAYS[Math.min(attempts, DELAYS.length) - 1] ?? MINUTE
  const slow = result.kind === 'misconfigured' || failure === 'daily-limit'
  return { state: 'queued', dueAt: later(now, slow ? Math.max(delay, SLOW) : delay), failure }
}

/** Whether the other side works, as a breaker counts: a refusal of one address is an answer like any other. */
export const hasAnswered = ({ kind }: SendResult) => kind === 'taken' || kind === 'refused'
