import type { Knex } from 'knex'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { later, MINUTE, type Clock } from '../../shared/clock.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { nextStep, verdictOn, type Step } from './conformance.ts'
import { addResult, resultsOf } from './result-store.ts'
import { finishRun, lockRun, type Run } from './run-store.ts'
import { addTokens, silence, tokensOfRun } from './synthetic-token-store.ts'
import { tokensFor } from './synthetic-token.ts'

export interface AdvanceParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

// A receiver that polls every few minutes has its turn; nobody waits for an hour to learn that a program does not run.
export const TIME_FOR_A_STEP = 15 * MINUTE

/**
 * Takes every run on as far as its receiver has answered: what a step showed is written down, and the next begins. All
 * that a run is stands in the database, so any worker goes on with it, after any kill.
 */
export async function advanceRuns(parts: AdvanceParts): Promise<void> {
  const seen: string[] = []
  for (;;) {
    const run = await inTransaction(parts.db, async (tx) => {
      const locked = await lockRun(tx, seen)
      if (locked) await advance(tx, parts, locked)
      return locked
    })
    if (!run) return
    seen.push(run.id)
  }
}

async function advance(tx: Knex.Transaction, parts: AdvanceParts, run: Run): Promise<void> {
  const now = parts.clock()
  await silence(tx, run.id, later(now, -TIME_FOR_A_STEP), now)
  const [results, tokens] = [await resultsOf(tx, run.id), await tokensOfRun(tx, run.id)]
  const step = nextStep(
    run.method,
    results.map((result) => result.step),
  )
  if (!step)
    return finishRun(
      tx,
      run,
      results.every(({ passed }) => passed),
      now,
    )
  const ofStep = tokens.filter((token) => token.step === step)
  if (ofStep.length === 0) return begin(tx, parts, run, { step, good: tokens[0]?.token, now })
  const answers = ofStep.flatMap(({ answer }) => (answer ? [answer] : []))
  if (answers.length < ofStep.length) return
  await addResult(tx, run, step, verdictOn(step, answers), now)
  await advance(tx, parts, run)
}

async function begin(tx: Knex.Transaction, { events }: AdvanceParts, run: Run, { step, good, now }: Beginning) {
  const { id: runId, eventType, fields, subscriptionId, agencyId } = run
  const tokens = tokensFor(step, { eventType, fields, ...(events && { events }) }, good)
  await addTokens(tx, { subscriptionId, agencyId, runId, step }, tokens, now)
}

interface Beginning {
  step: Step
  good: ReturnType<typeof tokensFor>[number] | undefined
  now: Date
}
