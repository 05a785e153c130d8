import type { Db } from '../shared/database.ts'
import type { AccessRecord } from './access-record.ts'

/** A record with the hash of what it says, by which the same record is told from another under the same id. */
export interface HashedRecord {
  record: AccessRecord
  contentHash: Buffer
}

interface LedgerRow {
  controller_id: string
  record_id: string
  content_hash: Buffer
}

// PostgreSQL takes 65,535 parameters a statement; a record has 27.
const ROWS_A_STATEMENT = 2000

/**
 * Adds those records that are not there yet, by the ledger (controller, record id). Rows are given as VALUES and not
 * selected: a distributed table refuses INSERT … SELECT to roles under row-level security.
 *
 * @returns the ids that were new. Two batches with the same new id wait for each other, and one of them gets it.
 */
export async function addRecords(tx: Db, records: readonly HashedRecord[]): Promise<Set<string>> {
  // In one order, so that two batches that share ids cannot wait for each other in a circle.
  const once = new Map(records.map((hashed) => [hashed.record.recordId, hashed]))
  const ordered = [...once.values()].sort((one, other) => (one.record.recordId < other.record.recordId ? -1 : 1))
  const added = new Set<string>()
  for (let start = 0; start < ordered.length; start += ROWS_A_STATEMENT) {
    const batch = ordered.slice(start, start + ROWS_A_STATEMENT)
    const ledger = await tx<LedgerRow>('access_record_ledger')
      .insert(batch.map(ledgerRow))
      .onConflict(['controller_id', 'record_id'])
      .ignore()
      .returning('record_id')
    for (const { record_id } of ledger) added.add(record_id)
    const fresh = batch.filter(({ record }) => added.has(record.recordId))
    if (fresh.length > 0) await tx('access_records').insert(fresh.map(({ record }) => recordRow(record)))
  }
  return added
}

/** Hashes of what the ledger holds under these ids of one controller. */
export async function contentHashes(tx: Db, controllerId: string, ids: readonly string[]) {
  const rows = await tx<LedgerRow>('access_record_ledger')
    .where({ controller_id: controllerId })
    .whereRaw('record_id = any(?::uuid[])', [[...ids]])
    .select('record_id', 'content_hash')
  return new Map(rows.map((row) => [row.record_id, row.content_hash]))
}

const ledgerRow = ({ record, contentHash }: HashedRecord): LedgerRow => ({
  controller_id: record.controller.id,
  record_id: record.recordId,
  content_hash: contentHash,
})

const recordRow = (record: AccessRecord) => ({
  record_id: record.recordId,
  subject_ref: record.subjectRef,
  registered_at: record.registeredAt,
  body_id: record.bodyId,
  controller_id: record.controller.id,
  controller_unit: record.controller.unit ?? null,
  controller_system: record.controller.system ?? null,
  counterparty_id: record.counterpartyId ?? null,
  trace_id: record.traceId,
  span_id: record.spanId,
  parent_span_id: record.parentSpanId ?? null,
  name: record.name,
  status: record.status,
  occurred_start: record.occurredStart,
  occurred_end: record.occurredEnd,
  access_type: record.accessType,
  activity_id: record.activityId,
  purpose: record.purpose,
  legal_basis: record.legalBasis,
  power: record.power,
  agreement_ref: record.agreementRef,
  report_id: record.reportId ?? null,
  data_categories: record.dataCategories,
  actor_kind: record.actor.kind,
  actor_role: record.actor.role ?? null,
  subject_role: record.subjectRole,
  sealed: record.sealed ?? null,
})
