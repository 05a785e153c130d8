import type { Db } from '../../shared/database.ts'
import type { Vault } from '../../vault/vault.ts'
import { contentHashes } from '../access-record-store.ts'
import { contentHash, isSameContent } from '../content-hash.ts'
import { addBulkUses, type HashedBulkUse } from './bulk-use-store.ts'
import type { IntakeResult } from './intake.ts'
import type { Judgement } from './judge.ts'
import { addReceived, type HashedReceived } from './received-record-store.ts'

/** Stores what is to be kept, each id once, and says of each what became of it. */
export async function keep(
  vault: Vault,
  tx: Db,
  agencyId: string,
  sent: readonly unknown[],
  judgements: readonly Judgement[],
): Promise<IntakeResult[]> {
  const first = firstOfEach(judgements)
  const records: HashedReceived[] = []
  const bulk: HashedBulkUse[] = []
  for (const index of first.values()) {
    const judgement = judgements[index]
    const hash = contentHash(vault, sent[index])
    if (judgement?.kind === 'record') records.push({ record: judgement.record, contentHash: hash })
    if (judgement?.kind === 'bulk') bulk.push({ record: judgement.record, contentHash: hash })
  }
  const [added, addedBulk] = await Promise.all([addReceived(tx, records), addBulkUses(tx, bulk)])
  const isNew = (id: string, index: number) => first.get(id) === index && (added.has(id) || addedBulk.has(id))
  const again = judgements.flatMap((judgement, index) =>
    judgement.kind === 'invalid' || isNew(judgement.record.recordId, index) ? [] : [judgement.record.recordId],
  )
  const known = again.length > 0 ? await contentHashes(tx, agencyId, again) : new Map<string, Buffer>()
  return judgements.map((judgement, index): IntakeResult => {
    if (judgement.kind === 'invalid') return refused(judgement)
    const { recordId } = judgement.record
    const flags = judgement.flags.length > 0 ? { flags: judgement.flags } : {}
    if (isNew(recordId, index)) return { record_id: recordId, result: 'recorded', ...flags }
    const hash = known.get(recordId)
    if (hash && isSameContent(vault, sent[index], hash)) return { record_id: recordId, result: 'duplicate', ...flags }
    return { record_id: recordId, result: 'conflict', errors: [CONFLICT] }
  })
}

/** Where each id stands first: what follows under the same id is the same record again, or another. */
function firstOfEach(judgements: readonly Judgement[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const [index, judgement] of judgements.entries()) {
    if (judgement.kind === 'invalid' || first.has(judgement.record.recordId)) continue
    first.set(judgement.record.recordId, index)
  }
  return first
}

const CONFLICT = { field: 'record_id', message: 'stands for another record of yours, which says something else' }

const refused = ({ recordId, problems }: Extract<Judgement, { kind: 'invalid' }>) => ({
  record_id: recordId ?? null,
  result: 'refused' as const,
  errors: problems,
})
