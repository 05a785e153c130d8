import type { Knex } from 'knex'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import type { Vault } from '../../vault/vault.ts'
import { judge, type Flag, type Judgement } from './judge.ts'
import { lookUp, type Read } from './look-up.ts'
import { keep } from './keep.ts'
import { readSubmission, type FieldProblem } from './submission.ts'

export interface IntakeParts {
  db: Db
  vault: Vault
  clock: Clock
  baseUrl: string
  events?: Catalogue
}

/** What became of one record of a call. `recorded` and `duplicate` are acknowledgements: the record is durable. */
export interface IntakeResult {
  /** Null when it could not be read. */
  record_id: string | null
  result: 'recorded' | 'duplicate' | 'conflict' | 'refused'
  /** Of what is kept: what about it looks wrong. */
  flags?: Flag[]
  errors?: FieldProblem[]
}

// As many as bodies send at a time: each transaction waits for the disk once. With more, row-level security, which compares
// each row with every subject of the context, takes longer than that.
const AT_A_TIME = 1000

/**
 * Takes in what a body reports. Each batch commits by itself: two calls that share records in another order would
 * otherwise wait for each other, and a call that fails half-way is simply sent again.
 *
 * @returns a result for each record, in the order sent.
 */
export async function takeIn(parts: IntakeParts, agencyId: string, sent: readonly unknown[]): Promise<IntakeResult[]> {
  const results: IntakeResult[] = []
  for (let start = 0; start < sent.length; start += AT_A_TIME) {
    const some = sent.slice(start, start + AT_A_TIME)
    results.push(...(await inContext(parts.db, { agency: agencyId }, (tx) => takeSome(parts, tx, agencyId, some))))
  }
  return results
}

async function takeSome(parts: IntakeParts, tx: Knex.Transaction, agencyId: string, sent: readonly unknown[]) {
  const now = parts.clock()
  const readings = sent.map((value) => readSubmission(value, { agencyId, now }))
  const read = readings.filter((reading): reading is Read & { kind: 'read' } => reading.kind === 'read')
  const known = await lookUp(parts, tx, agencyId, read)
  const caller = { agencyId, now, baseUrl: parts.baseUrl }
  const judgements = readings.map((reading): Judgement =>
    reading.kind === 'read' ? judge(reading, known, caller) : reading,
  )
  return keep(parts.vault, tx, agencyId, sent, judgements)
}
