import { Gauge } from 'prom-client'
import { SECOND, type Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Registry } from '../../web/metrics.ts'
import { backlog } from './place-store.ts'

// Past that, how many it is exactly tells nobody more.
const MOST_COUNTED = 10_000

/** What waits for its place in the public log: two seconds are promised. While the database is away nothing is said. */
export function logMetrics(registry: Registry, { db, clock }: { db: Db; clock: Clock }): void {
  const registers = [registry]
  const age = new Gauge({
    ...{ name: 'log_unplaced_seconds', registers },
    help: 'For how long the record has waited that waits longest for its place in the public log',
  })
  new Gauge({
    ...{ name: 'log_unplaced', help: `Records without a place in the public log, at most ${MOST_COUNTED}`, registers },
    async collect() {
      this.reset()
      age.reset()
      const found = await backlog(db, MOST_COUNTED).catch(() => undefined)
      if (!found) return
      this.set(found.waiting)
      age.set(found.since ? (clock().getTime() - found.since.getTime()) / SECOND : 0)
    },
  })
}
