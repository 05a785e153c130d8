import { Counter, Gauge, Histogram } from 'prom-client'
import { SECOND, type Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Registry } from '../../web/metrics.ts'
import { whatIsDue, type DueOfAgency } from './due-store.ts'
import { hasArrived, timeToArrive, type DeliveryFigures } from './figures.ts'

// From what an idle engine needs to what a body that was away for days makes of it.
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3600, 86_400]

/** What this process has sent and how that went, by agency: our own opaque id of it, and so as many as there are bodies. */
export function deliveryMetrics(registry: Registry): DeliveryFigures {
  const registers = [registry]
  const attempts = new Counter({
    ...{ name: 'delivery_attempts_total', help: 'Attempts by what came of them', registers },
    labelNames: ['agency', 'result'],
  })
  const arrival = new Histogram({
    ...{ name: 'delivery_arrival_seconds', registers, buckets: SECONDS },
    help: 'Seconds from when a body was to be told until it acknowledged',
    labelNames: ['agency'],
  })
  const inFlight = new Gauge({
    ...{ name: 'deliveries_in_flight', help: 'Deliveries on their way from this process', registers },
    labelNames: ['agency'],
  })
  return {
    begin: (agency) => inFlight.inc({ agency }),
    end: (agency) => inFlight.dec({ agency }),
    settled(settlements) {
      for (const settlement of settlements) {
        const agency = settlement.delivery.agencyId
        const { attempt } = settlement
        if (attempt) attempts.inc({ agency, result: attempt.result })
        if (hasArrived(settlement)) arrival.observe({ agency }, timeToArrive(settlement) / SECOND)
      }
    },
  }
}

// A collector comes every few seconds: past that, how many it is exactly is for the charts.
const MOST_COUNTED = 1000

// Several collectors, or one in a hurry, ask the database no more often than that.
const KEPT_FOR = 5 * SECOND

/** What waits in the database, the same for every process that says so. While the database is away nothing is said. */
export function dueMetrics(registry: Registry, { db, clock }: { db: Db; clock: Clock }): void {
  const labelNames = ['agency', 'method'] as const
  const ask = kept(() => whatIsDue(db, clock(), MOST_COUNTED))
  const shown = (name: string, help: string, value: (due: DueOfAgency) => number) =>
    new Gauge({
      ...{ name, help, labelNames, registers: [registry] },
      async collect() {
        const due = await ask().catch(() => [])
        this.reset()
        for (const one of due) this.set({ agency: one.agencyId, method: one.method }, value(one))
      },
    })
  shown('deliveries_due', `Deliveries due now, at most ${MOST_COUNTED} of a stream and priority`, ({ due }) => due)
  shown('deliveries_oldest_due_seconds', 'How late the oldest of them is', ({ oldest }) => oldest)
}

function kept<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked = -Infinity
  let answer: Promise<Value> | undefined
  return () => {
    if (answer && performance.now() - asked < KEPT_FOR) return answer
    asked = performance.now()
    answer = ask()
    answer.catch(() => (answer = undefined))
    return answer
  }
}
