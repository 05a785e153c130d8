import { randomUUID } from 'node:crypto'
import { MINUTE, later, type Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { dueAfter, dueAfterFailure, firstDue, type Timer } from './timer.ts'
import { claimTimer, rememberTimers, settleTimer } from './timer-store.ts'

export interface TimerParts {
  /** The worker role's. */
  db: Db
  clock: Clock
  logger: Logger
  timers: readonly Timer[]
}

const LEASE = 10 * MINUTE

/** To be called once before the first run. */
export async function setTimers({ db, clock, timers }: TimerParts): Promise<void> {
  const now = clock()
  const known = timers.map((timer) => ({
    name: timer.name,
    firstDue: firstDue(timer, now),
    latest: dueAfter(timer, now),
  }))
  await rememberTimers(db, known)
}

/** Runs one timer that is due, if there is one. @returns whether there was one, and so may be another. */
export async function runDueTimer(parts: TimerParts): Promise<boolean> {
  const { db, clock, timers } = parts
  const now = clock()
  const lease = randomUUID()
  const names = timers.map(({ name }) => name)
  const name = await claimTimer(db, { names, now, lease, leasedUntil: later(now, LEASE) })
  const timer = timers.find((one) => one.name === name)
  if (!timer) return false
  const done = await succeeds(parts, timer, now)
  const end = clock()
  const dueAt = done ? dueAfter(timer, end) : dueAfterFailure(timer, end)
  await settleTimer(db, { name: timer.name, lease, dueAt, doneAt: done ? end : undefined })
  return true
}

/** One that fails must not keep the others from their turn. */
async function succeeds({ db, logger }: TimerParts, timer: Timer, now: Date): Promise<boolean> {
  try {
    await timer.run(db, now)
    return true
  } catch (error) {
    logger.error({ err: error, timer: timer.name }, 'a timer failed, and will be tried again')
    return false
  }
}
