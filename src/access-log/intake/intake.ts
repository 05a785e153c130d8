import type { Knex } from 'knex'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import type { Vault } from '../../vault/vault.ts'
import { addRecords, contentHashes, type HashedRecord } from '../access-record-store.ts'
import { contentHash, isSameContent } from '../content-hash.ts'
import { judge, type Judgement } from './judge.ts'
import { lookUp } from './look-up.ts'
import { readSubmission, type FieldProblem } from './submission.ts'

export interface IntakeParts {
  db: Db
  vault: Vault
  clock: Clock
  baseUrl: string
}

/** What became of one record of a call. `recorded` and `duplicate` are acknowledgements: the record is durable. */
export interface IntakeResult {
  /** Null when it could not be read. */
  record_id: string | null
  result: 'recorded' | 'duplicate' | 'conflict' | 'refused'
  errors?: FieldProblem[]
}

// Row-level security compares each row with every subject of the context, so that fewer at a time are quicker.
const AT_A_TIME = 500

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
  const submissions = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.submission] : []))
  const known = await lookUp(parts, tx, agencyId, submissions)
  const judgements = readings.map((reading): Judgement =>
    reading.kind === 'read' ? judge(reading.submission, known, { agencyId, now }) : reading,
  )
  return store(parts.vault, tx, agencyId, sent, judgements)
}

async function store(vault: Vault, tx: Db, agencyId: string, sent: readonly unknown[], judgements: Judgement[]) {
  const first = new Map<string, { index: number; hashed: HashedRecord }>()
  for (const [index, judgement] of judgements.entries()) {
    if (judgement.kind !== 'record' || first.has(judgement.record.recordId)) continue
    const hashed = { record: judgement.record, contentHash: contentHash(vault, sent[index]) }
    first.set(judgement.record.recordId, { index, hashed })
  }
  const added = await addRecords(
    tx,
    [...first.values()].map(({ hashed }) => hashed),
  )
  const known = await contentHashes(tx, agencyId, [...first.keys()])
  return judgements.map((judgement, index): IntakeResult => {
    if (judgement.kind === 'invalid') return refused(judgement)
    const id = judgement.record.recordId
    if (added.has(id) && first.get(id)?.index === index) return { record_id: id, result: 'recorded' }
    const hash = known.get(id)
    if (hash && isSameContent(vault, sent[index], hash)) return { record_id: id, result: 'duplicate' }
    return { record_id: id, result: 'conflict', errors: [CONFLICT] }
  })
}

const CONFLICT = { field: 'record_id', message: 'stands for another record of yours, which says something else' }

const refused = ({ recordId, problems }: { recordId?: string | undefined; problems: FieldProblem[] }) => ({
  record_id: recordId ?? null,
  result: 'refused' as const,
  errors: problems,
})
