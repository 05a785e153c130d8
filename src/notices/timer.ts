import { Cron } from 'croner'
import { MINUTE, later } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'

/** What must be done every so often. Rooms name theirs, and worker.ts hands all of them to the worker. */
export interface Timer {
  /** Unique in the service, and the same from release to release. */
  name: string
  /** Milliseconds from the end of one run to the next, or a cron line of five fields, read in UK time. */
  every: number | string
  /**
   * On the worker's database. One worker at a time runs it; one that was killed, or took over ten minutes, may be
   * followed by another, so what it does must bear being done twice.
   */
  run(db: Db, now: Date): Promise<unknown>
}

/** When it is due again. */
export function dueAfter({ every }: Pick<Timer, 'every'>, now: Date): Date {
  if (typeof every === 'number') return later(now, every)
  const next = new Cron(every, { timezone: 'Europe/London' }).nextRun(now)
  if (!next) throw new Error(`The cron line "${every}" names no time that will come`)
  return next
}

/** A run that failed is tried again soon, but no sooner than it would be anyway. */
export const dueAfterFailure = (timer: Pick<Timer, 'every'>, now: Date) =>
  new Date(Math.min(dueAfter(timer, now).getTime(), later(now, MINUTE).getTime()))

/** When it is due for the first time: at once, unless it has a time of day. */
export const firstDue = (timer: Pick<Timer, 'every'>, now: Date) =>
  typeof timer.every === 'number' ? now : dueAfter(timer, now)
