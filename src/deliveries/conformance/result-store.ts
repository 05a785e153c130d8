import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { AnswerKind, Step, Verdict } from './conformance.ts'
import type { Run } from './run-store.ts'

export interface Result {
  step: Step
  passed: boolean
  answer: AnswerKind
  code: string | null
  asExpected: number
  ofAll: number
  at: Date
}

/** Kept for good. */
export async function addResult(tx: Knex.Transaction, run: Run, step: Step, verdict: Verdict, now: Date) {
  await tx('conformance_results').insert({
    ...{ run_id: run.id, agency_id: run.agencyId, step, passed: verdict.passed, at: now },
    ...{ answer: verdict.answer.kind, code: verdict.answer.code },
    ...{ as_expected: verdict.asExpected, of_all: verdict.ofAll },
  })
}

/** In the order in which they came. */
export async function resultsOf(tx: Db, runId: string): Promise<Result[]> {
  const rows = await tx<ResultRow>('conformance_results').where({ run_id: runId }).orderBy('at')
  return rows.map(({ as_expected: asExpected, of_all: ofAll, step, passed, answer, code, at }) => ({
    ...{ step, passed, answer, code, asExpected, ofAll, at },
  }))
}

interface ResultRow {
  run_id: string
  step: Step
  passed: boolean
  answer: AnswerKind
  code: string | null
  as_expected: number
  of_all: number
  at: Date
}
