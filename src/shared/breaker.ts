import { SECOND, later, type Clock } from './clock.ts'

export interface Breaker {
  /** Whether to ask at all. */
  mayAsk(): boolean
  settle(answered: boolean): void
}

// Three people waited in vain: the next ones are not kept waiting for half a minute.
const FAILURES = 3
const PAUSE = 30 * SECOND

/** After three failures in a row nobody is asked for 30 seconds; then one failure is enough for another pause. */
export function createBreaker(clock: Clock): Breaker {
  let failures = 0
  let pausedUntil = new Date(0)
  return {
    mayAsk: () => clock() >= pausedUntil,
    settle: (answered) => {
      failures = answered ? 0 : failures + 1
      if (failures >= FAILURES) pausedUntil = later(clock(), PAUSE)
    },
  }
}
