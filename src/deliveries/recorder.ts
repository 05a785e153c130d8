import { setTimeout as pause } from 'node:timers/promises'

export interface RecorderRules<Item> {
  /** All or nothing. Called with one batch at a time. */
  flush: (items: Item[]) => Promise<void>
  onFailure: (error: unknown) => void
  /** Something was written: there is room for more. */
  onFlushed: () => void
}

export interface Recorder<Item> {
  add(item: Item): void
  readonly size: number
  /** Resolves when everything that was added is written, or when `giveUp` says that it must end. */
  drain(giveUp: AbortSignal): Promise<void>
}

// Ten milliseconds cost a citizen nothing; alone, each settlement would cost a commit.
const LONGEST_WAIT = 10
const ROWS_A_FLUSH = 500
const PAUSE_AFTER_FAILURE = 500

/**
 * Collects what is to be written and writes it in batches. Fails never: what the database does not take is tried again,
 * and what is lost with the process is sent again by whoever claims it next, under the same jti.
 */
export function createRecorder<Item>({ flush, onFailure, onFlushed }: RecorderRules<Item>): Recorder<Item> {
  const waiting: Item[] = []
  let flushing: Promise<void> | undefined
  let stopped = false

  async function flushAll(): Promise<void> {
    if (waiting.length < ROWS_A_FLUSH) await pause(LONGEST_WAIT)
    while (waiting.length > 0 && !stopped) {
      const batch = waiting.slice(0, ROWS_A_FLUSH)
      try {
        await flush(batch)
        waiting.splice(0, batch.length)
        onFlushed()
      } catch (error) {
        onFailure(error)
        await pause(PAUSE_AFTER_FAILURE)
      }
    }
    // Here and not when the promise has settled: what is added between the two would lie until something else is.
    flushing = undefined
  }

  return {
    add(item) {
      waiting.push(item)
      flushing ??= flushAll()
    },
    get size() {
      return waiting.length
    },
    async drain(giveUp) {
      const ended = new Promise<void>((resolve) => giveUp.addEventListener('abort', () => resolve()))
      if (!giveUp.aborted) await Promise.race([flushing, ended])
      // What is added by what still ends is written too.
      stopped = giveUp.aborted
    },
  }
}
