import type { Db } from '../../shared/database.ts'
import { needsPeople } from '../after-attempt.ts'
import { failureOf, type AttemptResult } from '../delivery.ts'
import { addFailures, forgetFailures } from './stream-health-store.ts'

/** What the receiver of one stream did since it was written down last. */
export interface NotedFailures {
  first: Date
  last: Date
  attempts: number
  failure: string
  needsPeople: boolean
}

export interface StreamHealth {
  /** Keeps in mind what came of an attempt. Never throws and never waits: it stands on the way of every delivery. */
  note(subscriptionId: string, result: AttemptResult, at: Date): void
  /** Writes down what was noted. What is lost with the process is noted anew at the next attempt. */
  flush(db: Db): Promise<void>
}

/** Streams by what their receivers do. On the way of what gets through it costs a Set, and a statement every few seconds. */
export function createStreamHealth(): StreamHealth {
  let up = new Set<string>()
  let down = new Map<string, NotedFailures>()
  return {
    note(id, result, at) {
      // A receiver that says it is gone is stopped at once: there is nothing to wait for.
      if (result.kind === 'gone') return
      if (result.kind === 'accepted') {
        up.add(id)
        down.delete(id)
      } else down.set(id, added(down.get(id), result, at))
    },
    async flush(db) {
      const [succeeded, failed] = [up, down]
      up = new Set()
      down = new Map()
      if (succeeded.size > 0) await forgetFailures(db, [...succeeded])
      if (failed.size > 0) await addFailures(db, failed)
    },
  }
}

const added = (before: NotedFailures | undefined, result: AttemptResult, at: Date): NotedFailures => ({
  first: before?.first ?? at,
  last: at,
  attempts: (before?.attempts ?? 0) + 1,
  failure: failureOf(result) ?? '',
  needsPeople: needsPeople(result),
})
