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
  // In the order of JCS, so that JSON is JCS: sorting the names of each record anew takes three times as long as all else.
  return JSON.stringify({
    access_type: row.access_type,
    activity_id: row.activity_id,
    actor: { kind: row.actor_kind, role: row.actor_role ?? undefined },
    agreement_ref: row.agreement_ref ?? undefined,
    controller: {
      id: row.controller_id,
      system: row.controller_system ?? undefined,
      unit: row.controller_unit ?? undefined,
    },
    counterparty: row.counterparty_id === null ? undefined : { id: row.counterparty_id },
    data_categories: row.data_categories,
    drift: row.drift.length > 0 ? row.drift : undefined,
    legal_basis: row.legal_basis,
    life_event_ref: row.report_id ?? undefined,
    name: row.name,
    occurred_end: row.occurred_end,
    occurred_start: row.occurred_start,
    parent_span_id: row.parent_span_id ?? undefined,
    power: row.power,
    purpose: row.purpose,
    record_id: row.record_id,
    references,
    registered_at: row.registered_at,
    retention_until: row.retention_until ?? undefined,
    span_id: row.span_id,
    special_basis: row.special_basis ?? undefined,
    status: row.status,
    subject_id_type: row.subject_id_type,
    subject_ref: row.subject_ref.toString('hex'),
    subject_role: row.subject_role,
    supersedes: row.supersedes ?? undefined,
    trace_id: row.trace_id,
    void: row.void || undefined,
  })
}
