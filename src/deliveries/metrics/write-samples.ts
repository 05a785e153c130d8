import { setTimeout as pause } from 'node:timers/promises'
import { DAY, SECOND, later, type Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Logger } from '../../shared/log.ts'
import { whatIsDue } from './due-store.ts'
import { periodOf, type Sampler } from './sample.ts'
import { addSamples, forgetSamples, noteDue } from './sample-store.ts'

export interface SampleWriter {
  start(): void
  /** Writes what is left. */
  stop(): Promise<void>
  /** What has been counted by now. */
  write(): Promise<void>
}

// What a process that is killed has counted in that time is missing from a chart, and from nothing else.
const EVERY = 20 * SECOND

/** Writes what this process counts, every so often. */
export function createSampleWriter(parts: { db: Db; clock: Clock; logger: Logger; sampler: Sampler }): SampleWriter {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  return {
    start: () => void (running = writeAlways()),
    async stop() {
      stopping.abort()
      await running
      await write()
    },
    write,
  }

  async function writeAlways(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(EVERY, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
      if (!stopping.signal.aborted) await write()
    }
  }

  async function write(): Promise<void> {
    const { db, clock, logger, sampler } = parts
    await addSamples(db, periodOf(clock()), sampler.take()).catch((error: unknown) =>
      logger.warn({ err: error }, 'a sample of deliveries was not kept'),
    )
  }
}

// As long as an operator looks back at how deliveries went: two weeks, to lay one beside the other.
const KEPT_FOR = 14 * DAY

// Past that, how many it is exactly changes nothing that anybody does.
const MOST_COUNTED = 10_000

/** Every minute, by whichever worker has the turn. */
export async function sampleDue(db: Db, now: Date): Promise<void> {
  await noteDue(db, periodOf(now), await whatIsDue(db, now, MOST_COUNTED))
  await forgetSamples(db, later(now, -KEPT_FOR))
}
