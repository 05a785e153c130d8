import type { Knex } from 'knex'
import type { CalendarDate } from '../shared/dates.ts'

/** Whose delivery an agency answers to. */
export interface AnsweredDelivery {
  id: string
  reportId: string
  accountId: string
  subjectRef: Buffer
  agencyId: string
}

export interface StoredOutcome {
  status: string
  effectiveDate: CalendarDate | null
  dueBy: CalendarDate | null
  /** Sealed. */
  words: Buffer | null
}

/** In an agency's context: undefined for another's. Two answers to one delivery wait for each other. */
export async function answeredDelivery(tx: Knex.Transaction, id: string): Promise<AnsweredDelivery | undefined> {
  const row = await tx<DeliveryRow>('deliveries')
    .where({ id })
    .first('id', 'report_id', 'account_id', 'subject_ref', 'agency_id')
  if (!row) return undefined
  await tx.raw(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`outcome ${id}`])
  const { report_id: reportId, account_id: accountId, subject_ref: subjectRef, agency_id: agencyId } = row
  return { id, reportId, accountId, subjectRef, agencyId }
}

/** In the context of the report's account. `safety`: somebody may be at risk. */
export async function answeredReport(tx: Knex.Transaction, id: string) {
  const row = await tx<{ id: string; data_key_id: string; subject_ref: Buffer; safety: boolean }>('reports')
    .where({ id })
    .first('data_key_id', 'subject_ref', 'safety')
  return row && { dataKeyId: row.data_key_id, reporterRef: row.subject_ref, safety: row.safety }
}

export async function latestOutcome(tx: Knex.Transaction, deliveryId: string): Promise<StoredOutcome | undefined> {
  const row = await tx<OutcomeRow>('outcomes').where({ delivery_id: deliveryId }).orderBy('id', 'desc').first()
  return row && { status: row.status, effectiveDate: row.effective_date, dueBy: row.due_by, words: row.words }
}

/** How many there are of a delivery since then. */
export async function countOutcomes(tx: Knex.Transaction, deliveryId: string, since: Date): Promise<number> {
  const rows = await tx('outcomes').where({ delivery_id: deliveryId }).where('received_at', '>', since).select('id')
  return rows.length
}

/** @returns its id. */
export async function addOutcome(
  tx: Knex.Transaction,
  { id, accountId, agencyId }: AnsweredDelivery,
  outcome: StoredOutcome & { receivedAt: Date },
): Promise<number> {
  const [row] = await tx('outcomes')
    .insert({
      delivery_id: id,
      account_id: accountId,
      agency_id: agencyId,
      status: outcome.status,
      effective_date: outcome.effectiveDate,
      due_by: outcome.dueBy,
      words: outcome.words,
      received_at: outcome.receivedAt,
    })
    .returning<{ id: number }[]>('id')
  return row?.id ?? 0
}

/** Nobody waits for the body's answer any more. In its context. */
export async function noteAnswer(tx: Knex.Transaction, deliveryId: string): Promise<void> {
  await tx.raw('select note_answer(?)', [deliveryId])
}

interface DeliveryRow {
  id: string
  report_id: string
  account_id: string
  subject_ref: Buffer
  agency_id: string
}

interface OutcomeRow {
  id: number
  delivery_id: string
  status: string
  effective_date: string | null
  due_by: string | null
  words: Buffer | null
}
