import { arrayLiteral } from '../../shared/array-literal.ts'
import type { Db } from '../../shared/database.ts'
import type { ReceivedRecord } from '../access-record.ts'
import { COLUMNS, type Column } from '../access-record-store.ts'

export interface HashedReceived {
  record: ReceivedRecord
  contentHash: Buffer
}

/**
 * Adds those records of a body that are not there yet, by the ledger (controller, record id), and queues them for their
 * place in the public log; in one statement however many, for what is open and one for what is not yet.
 *
 * @returns the ids that were new. Two batches with the same new id wait for each other, and one of them gets it.
 */
export async function addReceived(tx: Db, records: readonly HashedReceived[]): Promise<Set<string>> {
  // In one order, so that two batches that share ids cannot wait for each other in a circle.
  const ordered = records.toSorted((one, other) => (one.record.recordId < other.record.recordId ? -1 : 1))
  const open = ordered.filter(({ record }) => !record.release)
  const closed = ordered.filter(({ record }) => record.release)
  const added = await Promise.all([add(tx, OPEN, open), add(tx, CLOSED, closed)])
  return new Set(added.flat())
}

interface Statement {
  name: string
  columns: readonly Column<ReceivedRecord>[]
  text: string
}

async function add(tx: Db, { name, columns, text }: Statement, records: readonly HashedReceived[]): Promise<string[]> {
  if (records.length === 0) return []
  const values = [
    records.map(({ contentHash }) => contentHash),
    ...columns.map(([, , value]) => records.map(({ record }) => value(record) ?? null)),
  ]
  const { rows } = await tx
    .raw<{ rows: { record_id: string }[] }>(text, values.map(arrayLiteral))
    // By a name each connection plans it once.
    .options({ name })
  return rows.map(({ record_id }) => record_id)
}

const RECEIVED: readonly Column<ReceivedRecord>[] = [
  ...COLUMNS,
  ['special_basis', 'text', ({ specialBasis }) => specialBasis],
  ['subject_id_type', 'text', ({ subjectIdType }) => subjectIdType],
  ['drift', 'text', ({ drift }) => drift.join('\n')],
  ['visibility', 'text', ({ visibility }) => visibility],
  ['retention_until', 'date', ({ retentionUntil }) => retentionUntil],
  ['supersedes', 'uuid', ({ supersedes }) => supersedes],
  ['void', 'boolean', ({ void: isVoid }) => (isVoid ? 't' : 'f')],
]

const LISTS = ['data_categories', 'drift']

function statementFor(table: string, chain: 'open' | 'sealed', columns: readonly Column<ReceivedRecord>[]): Statement {
  const names = columns.map(([column]) => column)
  const values = names.map((name) => (LISTS.includes(name) ? `string_to_array(${name}, E'\\n')` : name))
  const text = `
    with given as materialized (
      select * from unnest(?::bytea[], ${columns.map(([, type]) => `?::${type}[]`).join(', ')})
        as given (content_hash, ${names.join(', ')})
    ), added as (
      insert into access_record_ledger (controller_id, record_id, content_hash)
      select controller_id, record_id, content_hash from given
      on conflict (controller_id, record_id) do nothing returning record_id
    ), records as (
      insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from given join added using (record_id)
    ), queued as (
      insert into unplaced_access_records (chain, subject_ref, registered_at, record_id, controller_id)
      select '${chain}', subject_ref, registered_at, record_id, controller_id from given join added using (record_id)
    )
    select record_id from added`
  return { name: `add received ${chain}`, columns, text }
}

const OPEN = statementFor('access_records', 'open', RECEIVED)
const CLOSED = statementFor('sealed_access_records', 'sealed', [
  ...RECEIVED,
  ['release_not_before', 'timestamptz', ({ release }) => release?.notBefore],
  ['review_at', 'date', ({ release }) => release?.reviewAt],
])
