import type { FollowUp } from './thread.ts'
import type { Outcome } from './tracked-delivery.ts'

/** What a query needs to select for `toOutcome`, in their order. In the citizen's context, as the next. */
export const OUTCOMES = 'select id, delivery_id, status, effective_date, due_by, words, received_at from outcomes'

/** What the citizen did after sending, for `toFollowUp`. */
export const FOLLOW_UPS = `
  select id, report_id, kind, delivery_id, outcome_id, content, created_at, fanned_out_at from follow_ups`

/** As JSON, as the next. */
export interface OutcomeRow {
  id: number
  delivery_id: string
  status: Outcome['status']
  effective_date: string | null
  due_by: string | null
  words: string | null
  received_at: string
}

export interface FollowUpRow {
  id: string
  report_id: string
  kind: FollowUp['kind']
  delivery_id: string | null
  outcome_id: number | null
  content: string | null
  created_at: string
  fanned_out_at: string | null
}

export const toOutcome = (row: OutcomeRow): Outcome => ({
  id: row.id,
  deliveryId: row.delivery_id,
  status: row.status,
  effectiveDate: row.effective_date ?? undefined,
  dueBy: row.due_by ?? undefined,
  words: bytesIn(row.words),
  receivedAt: new Date(row.received_at),
})

export const toFollowUp = (row: FollowUpRow): FollowUp => ({
  id: row.id,
  reportId: row.report_id,
  kind: row.kind,
  deliveryId: row.delivery_id ?? undefined,
  outcomeId: row.outcome_id ?? undefined,
  content: bytesIn(row.content),
  at: new Date(row.created_at),
  fannedOut: row.fanned_out_at !== null,
})

/** PostgreSQL writes bytes into JSON as `\\x` and hex. */
const bytesIn = (text: string | null) => (text === null ? undefined : Buffer.from(text.slice(2), 'hex'))
