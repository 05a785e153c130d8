import type { Db } from '../../shared/database.ts'
import type { BulkRecord } from './judge.ts'

export interface HashedBulkUse {
  record: BulkRecord
  contentHash: Buffer
}

/** Adds those that are not there yet, by the same ledger as other records. They are few. @returns the ids that were new */
export async function addBulkUses(tx: Db, uses: readonly HashedBulkUse[]): Promise<Set<string>> {
  if (uses.length === 0) return new Set()
  const rows = await tx('access_record_ledger')
    .insert(
      uses.map(({ record, contentHash }) => ({
        ...{ controller_id: record.controller.id, record_id: record.recordId, content_hash: contentHash },
      })),
    )
    .onConflict(['controller_id', 'record_id'])
    .ignore()
    .returning<{ record_id: string }[]>('record_id')
  const added = new Set(rows.map(({ record_id }) => record_id))
  const wanted = uses.filter(({ record }) => added.has(record.recordId)).map(({ record }) => rowOf(record))
  if (wanted.length > 0) await tx('bulk_uses').insert(wanted)
  return added
}

const rowOf = (record: BulkRecord) => ({
  controller_id: record.controller.id,
  record_id: record.recordId,
  registered_at: record.registeredAt,
  public_from: record.publicFrom,
  controller_unit: record.controller.unit ?? null,
  controller_system: record.controller.system ?? null,
  counterparty_id: record.counterpartyId ?? null,
  trace_id: record.traceId,
  span_id: record.spanId,
  name: record.name,
  status: record.status,
  occurred_start: record.occurredStart,
  occurred_end: record.occurredEnd,
  access_type: record.accessType,
  activity_id: record.activityId,
  purpose: record.purpose,
  legal_basis: record.legalBasis,
  power: record.power,
  data_categories: record.dataCategories,
  people: record.people,
  actor_kind: record.actor.kind,
  actor_role: record.actor.role ?? null,
  drift: record.drift,
  supersedes: record.supersedes ?? null,
  void: record.void,
})
