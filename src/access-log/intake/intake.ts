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

// While the database stores one part of a call, the next is read.
const AT_A_TIME = 250
const AT_ONCE = 2

/**
 * Takes in what a body reports. Each part of a call commits by itself: two calls that share records in another order would
 * otherwise wait for each other, and a call that fails half-way is simply sent again.
 *
 * @returns a result for each record, in the order sent.
 */
export async function takeIn(parts: IntakeParts, agencyId: string, sent: readonly unknown[]): Promise<IntakeResult[]> {
  const some = Array.from({ length: Math.ceil(sent.length / AT_A_TIME) }, (_, part) =>
    sent.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME),
  )
  const results: IntakeResult[][] = some.map(() => [])
  const left = [...some.entries()]
  const take = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [part, records] = next
      results[part] = await inContext(parts.db, { agency: agencyId }, (tx) => takeSome(parts, tx, agencyId, records))
    }
  }
  await Promise.all(Array.from({ length: hasRepeats(sent) ? 1 : AT_ONCE }, take))
  return results.flat()
}

/** Of two records under one id the first stands, so that they cannot be taken in at once. */
function hasRepeats(sent: readonly unknown[]): boolean {
  const ids = sent.map((value) => (value as { record_id?: unknown } | null)?.record_id)
  return new Set(ids).size < ids.length
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
