import { setTimeout as pause } from 'node:timers/promises'
import { createBreaker } from '../shared/breaker.ts'
import { DAY, SECOND, later } from '../shared/clock.ts'
import { removeSettled } from './claimed-notice-store.ts'
import { runDueTimer, setTimers, type TimerParts } from './run-timers.ts'
import { AT_ONCE, sendDue, type SendingParts } from './send-due.ts'
import type { Timer } from './timer.ts'

export type NoticesParts = Omit<SendingParts, 'breaker'> & TimerParts

export interface NoticesWorker {
  start(): Promise<void>
  /** Begins nothing more, and ends when what is on its way is settled, within 25 s. */
  stop(): Promise<void>
  /** Every timer that is due, then every notice. For tests, on a worker that is not started. */
  runOnce(): Promise<void>
}

// An email may come a second or two later; a poll costs one look into an index that holds only what is queued.
const POLL = 2 * SECOND
const PAUSE_AFTER_FAILURE = 5 * SECOND
// Supervisors kill after 30 s; looking for a notice and sending it may take 20 s.
const DRAIN = 24 * SECOND

/** Two loops beside whatever else the process does: neither a dead GOV.UK Notify nor a slow timer holds up the other. */
export function createNoticesWorker(given: NoticesParts): NoticesWorker {
  const parts = { ...given, breaker: createBreaker(given.clock), timers: [...given.timers, forgetOldNotices] }
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  const send = async () => (await sendDue(parts)) === AT_ONCE
  return {
    start() {
      const set = once(() => setTimers(parts))
      const tick = async () => (await set(), runDueTimer(parts))
      running = Promise.all([repeat('notices', send), repeat('timers', tick)])
      return Promise.resolve()
    },
    async stop() {
      stopping.abort()
      await Promise.race([running, pause(DRAIN, undefined, { ref: false })])
    },
    async runOnce() {
      await setTimers(parts)
      while (await runDueTimer(parts));
      while ((await sendDue(parts)) > 0);
    },
  }

  /** Does a step again and again: at once while it says that there is more. */
  async function repeat(name: string, step: () => Promise<boolean>): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if (!(await step())) await sleep(POLL)
      } catch (error) {
        parts.logger.error({ err: error, step: name }, 'a step of the worker failed, trying again')
        await sleep(PAUSE_AFTER_FAILURE)
      }
    }
  }

  function sleep(milliseconds: number): Promise<unknown> {
    return pause(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
  }
}

// As long as anybody may ask what we sent them; after that the row is of use to nobody.
const KEPT_FOR = 400 * DAY

const forgetOldNotices: Timer = {
  name: 'forget-old-notices',
  every: DAY,
  run: (db, now) => removeSettled(db, later(now, -KEPT_FOR)),
}

/** Until it has succeeded once. */
function once(work: () => Promise<void>): () => Promise<void> {
  let isDone = false
  return async () => {
    if (isDone) return
    await work()
    isDone = true
  }
}
