import type { Db } from '../shared/database.ts'

/** What must be done every so often. Rooms name theirs, and worker.ts hands all of them to the timekeeper. */
export interface Timer {
  /** Unique in the service, and the same from release to release. */
  name: string
  /** A cron line of five fields, read in UK time. One that came round while no worker ran is made up for, once. */
  at: string
  /**
   * On the worker's database. One worker at a time runs it; one that was killed is followed by another within the
   * minute, so what it does must bear being done twice.
   */
  run(db: Db, now: Date): Promise<unknown>
}
