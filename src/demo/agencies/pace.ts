import { SECOND } from '../../shared/clock.ts'

/** How fast the sample bodies are. Milliseconds, passed in so that a test need not wait. */
export interface Pace {
  delays: {
    /** To say that the news has arrived. */
    received: number
    quickly: number
    soon: number
    slowly: number
    /** To look at the data, counted from when the news arrived. */
    look: number
  }
  /** Calls that a body which is down at first answers with 503 after a start. */
  unavailableCalls: number
  /** Seconds it asks to be left alone. */
  retryAfter: number
  /** From one look for days that are to be counted to the next; without it a body counts none. */
  counts?: number
}

/** Slow enough to be watched arriving one after the other, quick enough to watch to the end. */
export const demonstrationPace: Pace = {
  delays: {
    received: 1.5 * SECOND,
    quickly: 6 * SECOND,
    soon: 12 * SECOND,
    slowly: 60 * SECOND,
    look: 25 * SECOND,
  },
  unavailableCalls: 2,
  retryAfter: 5,
  counts: 20 * SECOND,
}

/** For tests: at once, in the same order. */
export const immediatePace: Pace = {
  delays: { received: 0, quickly: 0, soon: 0, slowly: 0, look: 0 },
  unavailableCalls: 0,
  retryAfter: 1,
}
