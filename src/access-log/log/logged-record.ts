import { canonicalJson } from '../canonical-json.ts'

/** What the log vouches for of a record: the columns of its row, all but those that follow from its activity. */
export interface LoggedRecord {
  record_id: string
  subject_ref: Buffer
  subject_id_type: string
  subject_role: string
  registered_at: Date
  occurred_start: Date
  occurred_end: Date
  controller_id: string
  controller_unit: string | null
  controller_system: string | null
  counterparty_id: string | null
  trace_id: string
  span_id: string
  parent_span_id: string | null
  name: string
  status: string
  access_type: string
  activity_id: string
  purpose: string
  legal_basis: string
  special_basis: string | null
  power: string
  agreement_ref: string | null
  report_id: string | null
  data_categories: string[]
  actor_kind: string
  actor_role: string | null
  drift: string[]
  retention_until: string | null
  supersedes: string | null
  void: boolean
  sealed: Buffer | null
}

/**
 * The record under the names that the shared format gives its fields, as JCS. What is not there is left out, so that a
 * field that comes to be later changes nothing of earlier records.
 *
 * @param references stands for what is sealed of it: an officer's and a case's reference are never given out.
 */
export function recordJson(row: LoggedRecord, references: string | undefined): string {
  const { record_id, subject_id_type, subject_role, trace_id, span_id, name, status, access_type, activity_id } = row
  const { purpose, legal_basis, power, data_categories, registered_at, occurred_start, occurred_end } = row
  return canonicalJson({
    ...{ record_id, subject_id_type, subject_role, trace_id, span_id, name, status, access_type, activity_id },
    ...{ purpose, legal_basis, power, data_categories, registered_at, occurred_start, occurred_end, references },
    subject_ref: row.subject_ref.toString('hex'),
    controller: {
      id: row.controller_id,
      unit: row.controller_unit ?? undefined,
      system: row.controller_system ?? undefined,
    },
    counterparty: row.counterparty_id === null ? undefined : { id: row.counterparty_id },
    actor: { kind: row.actor_kind, role: row.actor_role ?? undefined },
    parent_span_id: row.parent_span_id ?? undefined,
    special_basis: row.special_basis ?? undefined,
    agreement_ref: row.agreement_ref ?? undefined,
    life_event_ref: row.report_id ?? undefined,
    drift: row.drift.length > 0 ? row.drift : undefined,
    retention_until: row.retention_until ?? undefined,
    supersedes: row.supersedes ?? undefined,
    void: row.void || undefined,
  })
}
