import { ask, type Db } from '../shared/database.ts'
import type { FollowUp } from './thread.ts'
import type { Outcome } from './tracked-delivery.ts'

/** Every answer to these deliveries, the earliest first. In the citizen's context, as the next. */
export async function findOutcomes(tx: Db, deliveryIds: readonly string[]): Promise<Outcome[]> {
  const rows = await ask<OutcomeRow>(tx, {
    name: 'outcomes of deliveries',
    text: `
      select id, delivery_id, status, effective_date, due_by, words, received_at
      from outcomes where delivery_id = any($1::uuid[]) order by id`,
    values: [deliveryIds],
  })
  return rows.map(toOutcome)
}

/** What the citizen did after sending, of all these reports, the earliest first. */
export async function findFollowUps(tx: Db, reportIds: readonly string[]): Promise<FollowUp[]> {
  const rows = await ask<FollowUpRow>(tx, {
    name: 'follow-ups of reports',
    text: `
      select id, report_id, kind, delivery_id, outcome_id, content, created_at, fanned_out_at
      from follow_ups where report_id = any($1::uuid[]) order by created_at, id`,
    values: [reportIds],
  })
  return rows.map((row) => ({
    id: row.id,
    reportId: row.report_id,
    kind: row.kind,
    deliveryId: row.delivery_id ?? undefined,
    outcomeId: row.outcome_id ?? undefined,
    content: row.content ?? undefined,
    at: row.created_at,
    fannedOut: row.fanned_out_at !== null,
  }))
}

interface OutcomeRow {
  id: number
  delivery_id: string
  status: Outcome['status']
  effective_date: string | null
  due_by: string | null
  words: Buffer | null
  received_at: Date
}

interface FollowUpRow {
  id: string
  report_id: string
  kind: FollowUp['kind']
  delivery_id: string | null
  outcome_id: number | null
  content: Buffer | null
  created_at: Date
  fanned_out_at: Date | null
}

const toOutcome = (row: OutcomeRow): Outcome => ({
  id: row.id,
  deliveryId: row.delivery_id,
  status: row.status,
  effectiveDate: row.effective_date ?? undefined,
  dueBy: row.due_by ?? undefined,
  words: row.words ?? undefined,
  receivedAt: row.received_at,
})
