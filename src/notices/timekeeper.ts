import { setTimeout as pause } from 'node:timers/promises'
import { SECOND } from '../shared/clock.ts'
import { runTimer, type TimerParts } from './run-timer.ts'
import { LONGEST_SILENCE, openTimerJobs, type TimerJobs } from './timer-jobs.ts'

export interface Timekeeper {
  start(): void
  /** Begins nothing more, and ends when what has begun is done, within 25 s. */
  stop(): Promise<void>
}

export interface TimekeeperParts extends TimerParts {
  /** With the worker role. */
  databaseUrl: string
}

const LOOK_AFTER_IT = 2 * SECOND
const PAUSE_AFTER_FAILURE = 5 * SECOND
// Supervisors kill after 30 s.
const DRAIN = 22 * SECOND

/**
 * Has timers run when their time comes, once for all workers, whatever becomes of the database in between: the library
 * is opened again when it cannot be opened, and when it has not looked for jobs for a while.
 */
export function createTimekeeper(parts: TimekeeperParts): Timekeeper {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  return {
    start: () => void (running = keep(parts, stopping.signal)),
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function keep(parts: TimekeeperParts, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const jobs = await open(parts)
    if (jobs) await lookAfter(parts, jobs, stopping)
    else await sleep(PAUSE_AFTER_FAILURE, stopping)
  }
}

async function open(parts: TimekeeperParts): Promise<TimerJobs | undefined> {
  const { databaseUrl, timers, logger } = parts
  // Once a second at most: an outage makes as many as there are questions.
  let saidLast = 0
  const onError = (error: unknown) => {
    if (Date.now() - saidLast < SECOND) return
    saidLast = Date.now()
    logger.warn({ err: error }, 'the job library met an error')
  }
  const run = (name: string) => runTimer(parts, name)
  return openTimerJobs({ databaseUrl, timers, run, onError }).catch((error: unknown) => {
    logger.error({ err: error }, 'timers do not run, trying again')
    return undefined
  })
}

/** Until it falls silent, or is asked to stop. */
async function lookAfter({ logger }: TimekeeperParts, jobs: TimerJobs, stopping: AbortSignal): Promise<void> {
  const opened = Date.now()
  while (!stopping.aborted) {
    await sleep(LOOK_AFTER_IT, stopping)
    const silence = Date.now() - (jobs.lastLook() ?? opened)
    if (silence <= LONGEST_SILENCE) continue
    logger.error({ silence }, 'the job library has fallen silent, opening it again')
    break
  }
  const wait = stopping.aborted ? DRAIN : SECOND
  const stopped = jobs.stop(wait).catch((error: unknown) => logger.warn({ err: error }, 'the job library did not stop'))
  await Promise.race([stopped, pause(wait + SECOND, undefined, { ref: false })])
}

const sleep = (milliseconds: number, signal: AbortSignal) =>
  pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)
