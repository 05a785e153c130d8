import type { Cursor } from '../shared/cursor.ts'
import type { Db } from '../shared/database.ts'
import type { Outcome, TrackedDelivery } from './delivery-status.ts'
import type { TrackedReport } from './tracked-report.ts'

/** The account's reports, newest first, from a place on. All functions here run in the citizen's context. */
export async function findReports(
  tx: Db,
  page: { older?: Cursor | undefined; limit: number },
): Promise<TrackedReport[]> {
  const { rows } = await tx.raw<{ rows: ReportRow[] }>(
    `select ${REPORT_COLUMNS} from reports
     where account_id = context_account() ${page.older ? `and (submitted_at, id) < ${CURSOR}` : ''}
     order by submitted_at desc, id desc limit ?`,
    [...(page.older ? [page.older.microseconds, page.older.id] : []), page.limit],
  )
  return rows.map(toReport)
}

/** Undefined for a reference that is nobody's, and for another citizen's. */
export async function findReport(tx: Db, reference: string): Promise<TrackedReport | undefined> {
  const { rows } = await tx.raw<{ rows: ReportRow[] }>(
    `select ${REPORT_COLUMNS} from reports where reference = ? and account_id = context_account()`,
    [reference],
  )
  return rows[0] && toReport(rows[0])
}

export async function findDeliveries(tx: Db, reportIds: readonly string[]): Promise<TrackedDelivery[]> {
  const rows = await tx<DeliveryRow>('deliveries')
    .whereRaw('report_id = any(?::uuid[])', [[...reportIds]])
    .orderBy(['agency_id', 'agreement_id', 'id'])
    .select()
  return rows.map(toDelivery)
}

/** Every answer to these deliveries, the earliest first. */
export async function findOutcomes(tx: Db, deliveryIds: readonly string[]): Promise<Outcome[]> {
  const rows = await tx<OutcomeRow>('outcomes')
    .whereRaw('delivery_id = any(?::uuid[])', [[...deliveryIds]])
    .orderBy('id')
    .select('delivery_id', 'status', 'effective_date', 'due_by', 'words', 'received_at')
  return rows.map(toOutcome)
}

const REPORT_COLUMNS = `id, reference, event_type, data_key_id, withheld, submitted_at, fanned_out_at,
  (extract(epoch from submitted_at) * 1000000)::bigint as microseconds`
const CURSOR = `('epoch'::timestamptz + ?::bigint * interval '1 microsecond', ?::uuid)`

interface ReportRow {
  id: string
  reference: string
  event_type: string
  data_key_id: string
  withheld: TrackedReport['withheld']
  submitted_at: Date
  fanned_out_at: Date | null
  microseconds: number
}

interface DeliveryRow {
  id: string
  report_id: string
  agency_id: string
  agreement_id: string
  agreement_version: number
  event_type: string
  access_record_id: string
  state: TrackedDelivery['state']
  attempts: number
  created_at: Date
  next_attempt_at: Date
  settled_at: Date | null
}

interface OutcomeRow {
  delivery_id: string
  status: Outcome['status']
  effective_date: string | null
  due_by: string | null
  words: Buffer | null
  received_at: Date
}

const toReport = (row: ReportRow): TrackedReport => ({
  id: row.id,
  cursor: { microseconds: row.microseconds, id: row.id },
  reference: row.reference,
  eventType: row.event_type,
  dataKeyId: row.data_key_id,
  withheld: row.withheld,
  submittedAt: row.submitted_at,
  fannedOut: row.fanned_out_at !== null,
})

const toDelivery = (row: DeliveryRow): TrackedDelivery => ({
  id: row.id,
  reportId: row.report_id,
  agencyId: row.agency_id,
  agreementId: row.agreement_id,
  agreementVersion: row.agreement_version,
  eventType: row.event_type,
  accessRecordId: row.access_record_id,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at,
  nextAttemptAt: row.next_attempt_at,
  settledAt: row.settled_at ?? undefined,
})

const toOutcome = (row: OutcomeRow): Outcome => ({
  deliveryId: row.delivery_id,
  status: row.status,
  effectiveDate: row.effective_date ?? undefined,
  dueBy: row.due_by ?? undefined,
  words: row.words ?? undefined,
  receivedAt: row.received_at,
})
