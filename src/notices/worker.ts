import { setTimeout as pause } from 'node:timers/promises'
import { createBreaker } from '../shared/breaker.ts'
import { DAY, SECOND, later } from '../shared/clock.ts'
import { removeSettled } from './claimed-notice-store.ts'
import { AT_ONCE, sendDue, type SendingParts } from './send-due.ts'
import type { Timer } from './timer.ts'

export type NoticesParts = Omit<SendingParts, 'breaker'>

export interface NoticesWorker {
  start(): Promise<void>
  /** Begins nothing more, and ends when what is on its way is settled, within 25 s. */
  stop(): Promise<void>
  /** Every notice that is due. For tests, on a worker that is not started. */
  runOnce(): Promise<void>
}

// An email may come a second or two later; a poll costs one look into an index that holds only what is queued.
const POLL = 2 * SECOND
const PAUSE_AFTER_FAILURE = 5 * SECOND
// Supervisors kill after 30 s; looking for a notice and sending it may take 20 s.
const DRAIN = 24 * SECOND

/** A loop beside whatever else the process does: a dead GOV.UK Notify holds up nothing else. */
export function createNoticesWorker(given: NoticesParts): NoticesWorker {
  const parts = { ...given, breaker: createBreaker(given.clock) }
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  return {
    start() {
      running = sendAlways()
      return Promise.resolve()
    },
    async stop() {
      stopping.abort()
      await Promise.race([running, pause(DRAIN, undefined, { ref: false })])
    },
    async runOnce() {
      while ((await sendDue(parts)) > 0);
    },
  }

  /** Again and again: at once while there may be more. */
  async function sendAlways(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if ((await sendDue(parts)) < AT_ONCE) await sleep(POLL)
      } catch (error) {
        parts.logger.error({ err: error, step: 'notices' }, 'a step of the worker failed, trying again')
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

export const forgetOldNotices: Timer = {
  name: 'forget-old-notices',
  at: '15 3 * * *',
  run: (db, now) => removeSettled(db, later(now, -KEPT_FOR)),
}
