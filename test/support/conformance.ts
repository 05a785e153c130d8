import type { Method } from '../../src/subscriptions/subscription.ts'
import { resultsOf, type Result } from '../../src/deliveries/conformance/result-store.ts'
import { findRun, type Run } from '../../src/deliveries/conformance/run-store.ts'
import { startRun } from '../../src/deliveries/conformance/start-run.ts'
import { inContext } from '../../src/shared/database.ts'
import { ukToday } from '../../src/shared/dates.ts'
import type { TestDatabase } from './database.ts'

/** As the agency's admin starts one on its page. */
export async function aRun(database: TestDatabase, agencyId: string, streamId: string, method: Method = 'push') {
  const stream = { id: streamId, agencyId, method, status: 'enabled' } as const
  const now = new Date()
  const started = await inContext(database.web, { agency: agencyId }, (tx) =>
    startRun(tx, { stream, startedBy: null, now, today: ukToday(now) }),
  )
  if (started.kind !== 'started') throw new Error(`The run was refused: ${started.why}`)
  return started.runId
}

/** What there is of a run, as its body sees it. */
export async function seen(
  database: TestDatabase,
  agency: string,
  id: string,
): Promise<{ run: Run; results: Result[] }> {
  return inContext(database.web, { agency }, async (tx) => {
    const run = await findRun(tx, id)
    if (!run) throw new Error('no such run')
    return { run, results: await resultsOf(tx, id) }
  })
}

/** Results in a word each: `good passed`, `forged failed: accepted 202`. */
export const inWords = (results: readonly Result[]) =>
  results.map(({ step, passed, answer, code }) =>
    passed ? `${step} passed` : `${step} failed: ${answer}${code === null ? '' : ` ${code}`}`,
  )
