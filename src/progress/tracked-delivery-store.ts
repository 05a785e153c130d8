import type { Db } from '../shared/database.ts'
import type { Outcome, TrackedDelivery } from './delivery-status.ts'
import type { FollowUp } from './thread.ts'

/** By body and agreement, so that the order stays as answers come in. In the citizen's context, as the next. */
export async function findDeliveries(tx: Db, reportIds: readonly string[]): Promise<TrackedDelivery[]> {
  const { rows } = await tx.raw<{ rows: DeliveryRow[] }>(
    `select ${DELIVERY_COLUMNS}, s.status as stream_status, a.status as agency_status
     from deliveries d
     left join subscriptions s on s.id = d.subscription_id
     left join agencies a on a.id = d.agency_id
     where d.report_id = any(?::uuid[])
     order by d.agency_id, d.agreement_id, d.after_id is not null, d.created_at, d.id`,
    [[...reportIds]] as unknown as string[],
  )
  return rows.map(toDelivery)
}

/** Every answer to these deliveries, the earliest first. */
export async function findOutcomes(tx: Db, deliveryIds: readonly string[]): Promise<Outcome[]> {
  const rows = await tx<OutcomeRow>('outcomes')
    .whereRaw('delivery_id = any(?::uuid[])', [[...deliveryIds]])
    .orderBy('id')
    .select('id', 'delivery_id', 'status', 'effective_date', 'due_by', 'words', 'received_at')
  return rows.map(toOutcome)
}

/** What the citizen did after sending, of all these reports, the earliest first. */
export async function findFollowUps(tx: Db, reportIds: readonly string[]): Promise<FollowUp[]> {
  const rows = await tx<FollowUpRow>('follow_ups')
    .whereRaw('report_id = any(?::uuid[])', [[...reportIds]])
    .orderBy(['created_at', 'id'])
    .select('id', 'report_id', 'kind', 'delivery_id', 'outcome_id', 'content', 'created_at', 'fanned_out_at')
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

const DELIVERY_COLUMNS = `d.id, d.report_id, d.subscription_id, d.agency_id, d.agreement_id, d.agreement_version,
  d.event_type, d.access_record_id, d.state, d.attempts, d.last_failure, d.created_at, d.next_attempt_at, d.not_before,
  d.settled_at, d.follow_up_id, d.after_id, d.chased_at`

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

interface DeliveryRow {
  id: string
  report_id: string
  subscription_id: string
  agency_id: string
  agreement_id: string
  agreement_version: number
  event_type: string
  access_record_id: string
  state: TrackedDelivery['state']
  attempts: number
  last_failure: string | null
  created_at: Date
  next_attempt_at: Date
  not_before: Date | null
  settled_at: Date | null
  follow_up_id: string | null
  after_id: string | null
  chased_at: Date | null
  /** Null when it was taken away since: what is for it is refused when it is claimed. */
  stream_status: 'enabled' | 'paused' | 'disabled' | null
  agency_status: 'active' | 'suspended'
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

const toDelivery = (row: DeliveryRow): TrackedDelivery => ({
  id: row.id,
  reportId: row.report_id,
  subscriptionId: row.subscription_id,
  agencyId: row.agency_id,
  agreementId: row.agreement_id,
  agreementVersion: row.agreement_version,
  eventType: row.event_type,
  accessRecordId: row.access_record_id,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at,
  nextAttemptAt: row.next_attempt_at,
  notBefore: row.not_before ?? undefined,
  settledAt: row.settled_at ?? undefined,
  followUpId: row.follow_up_id ?? undefined,
  afterId: row.after_id ?? undefined,
  chasedAt: row.chased_at ?? undefined,
  held: heldIn(row),
})

// As the dispatcher holds it back: `claimDue`. What `failureOf` says of a 410, which is what pauses a stream by itself.
const GONE = 'gone 410'

function heldIn({ stream_status, agency_status, last_failure }: DeliveryRow): TrackedDelivery['held'] {
  if (stream_status === 'paused' && last_failure === GONE) return 'gone'
  const held = stream_status === 'paused' || (stream_status === 'enabled' && agency_status === 'suspended')
  return held ? 'on-hold' : undefined
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
