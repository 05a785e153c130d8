import { Counter, Gauge } from 'prom-client'
import type { Registry } from '../web/metrics.ts'
import type { TimerRun } from './run-timer.ts'

/** Counts runs of timers by name and result, and says when each was done last. */
export function timerMetrics(registry: Registry): (run: TimerRun) => void {
  const registers = [registry]
  const runs = new Counter({
    ...{ name: 'timer_runs_total', help: 'Runs of timers in this process', registers },
    labelNames: ['timer', 'result'],
  })
  const lastDone = new Gauge({
    ...{ name: 'timer_last_done_timestamp_seconds', help: 'When this process did a timer last', registers },
    labelNames: ['timer'],
  })
  return ({ timer, result }) => {
    runs.inc({ timer, result })
    if (result === 'done') lastDone.setToCurrentTime({ timer })
  }
}
