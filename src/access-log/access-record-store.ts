import { arrayLiteral, type ArrayElement } from '../shared/array-literal.ts'
import { ask, type Db } from '../shared/database.ts'
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

/**
 * Adds those records that are not there yet, by the ledger (controller, record id), and queues them for their place in
 * the public log, in one statement however many: as columns, of which a batch has as many as a single record. (VALUES of 27 columns a row took PostgreSQL longer to read
 * than to store.)
 *
 * @returns the ids that were new. Two batches with the same new id wait for each other, and one of them gets it.
 */
export async function addRecords(tx: Db, records: readonly HashedRecord[]): Promise<Set<string>> {
  // In one order, so that two batches that share ids cannot wait for each other in a circle.
  const once = new Map(records.map((hashed) => [hashed.record.recordId, hashed]))
  const ordered = [...once.values()].sort((one, other) => (one.record.recordId < other.record.recordId ? -1 : 1))
  const values = [
    ordered.map(({ contentHash }) => contentHash),
    ...COLUMNS.map(([, , value]) => ordered.map(({ record }) => value(record) ?? null)),
  ]
  const rows = await ask<{ record_id: string }>(tx, {
    ...{ name: 'add access records', text: ADD },
    values: values.map(arrayLiteral),
  })
  return new Set(rows.map(({ record_id }) => record_id))
}

type Value = ArrayElement | undefined

export type Column<Kept> = readonly [column: string, type: string, value: (record: Kept) => Value]

/** What every record has. */
export const COLUMNS: readonly Column<AccessRecord>[] = [
  ['record_id', 'uuid', ({ recordId }) => recordId],
  ['controller_id', 'text', ({ controller }) => controller.id],
  ['subject_ref', 'bytea', ({ subjectRef }) => subjectRef],
  ['registered_at', 'timestamptz', ({ registeredAt }) => registeredAt],
  ['body_id', 'text', ({ bodyId }) => bodyId],
  ['controller_unit', 'text', ({ controller }) => controller.unit],
  ['controller_system', 'text', ({ controller }) => controller.system],
  ['counterparty_id', 'text', ({ counterpartyId }) => counterpartyId],
  ['trace_id', 'text', ({ traceId }) => traceId],
  ['span_id', 'text', ({ spanId }) => spanId],
  ['parent_span_id', 'text', ({ parentSpanId }) => parentSpanId],
  ['name', 'text', ({ name }) => name],
  ['status', 'text', ({ status }) => status],
  ['occurred_start', 'timestamptz', ({ occurredStart }) => occurredStart],
  ['occurred_end', 'timestamptz', ({ occurredEnd }) => occurredEnd],
  ['access_type', 'text', ({ accessType }) => accessType],
  ['activity_id', 'text', ({ activityId }) => activityId],
  ['purpose', 'text', ({ purpose }) => purpose],
  ['legal_basis', 'text', ({ legalBasis }) => legalBasis],
  ['power', 'text', ({ power }) => power],
  ['agreement_ref', 'text', ({ agreementRef }) => agreementRef],
  ['report_id', 'uuid', ({ reportId }) => reportId],
  // An array of arrays would have to be as long in each row.
  ['data_categories', 'text', ({ dataCategories }) => dataCategories.join('\n')],
  ['actor_kind', 'text', ({ actor }) => actor.kind],
  ['actor_role', 'text', ({ actor }) => actor.role],
  ['subject_role', 'text', ({ subjectRole }) => subjectRole],
  ['sealed', 'bytea', ({ sealed }) => sealed],
]

const names = COLUMNS.map(([column]) => column)

const ADD = `
  with given as materialized (
    select * from unnest($1::bytea[], ${COLUMNS.map(([, type], at) => `$${at + 2}::${type}[]`).join(', ')})
      as given (content_hash, ${names.join(', ')})
  ), added as (
    insert into access_record_ledger (controller_id, record_id, content_hash)
    select controller_id, record_id, content_hash from given
    on conflict (controller_id, record_id) do nothing returning controller_id, record_id
  ), records as (
    insert into access_records (${names.join(', ')})
    select ${names.map((name) => (name === 'data_categories' ? `string_to_array(data_categories, E'\\n')` : name)).join(', ')}
    from given join added using (controller_id, record_id)
  ), queued as (
    insert into unplaced_access_records (chain, subject_ref, registered_at, record_id, controller_id)
    select 'open', subject_ref, registered_at, record_id, controller_id
    from given join added using (controller_id, record_id)
  )
  select record_id from added`

/** Hashes of what the ledger holds under these ids of one controller. */
export async function contentHashes(tx: Db, controllerId: string, ids: readonly string[]) {
  const rows = await tx<LedgerRow>('access_record_ledger')
    .where({ controller_id: controllerId })
    .whereRaw('record_id = any(?::uuid[])', [[...ids]])
    .select('record_id', 'content_hash')
  return new Map(rows.map((row) => [row.record_id, row.content_hash]))
}
