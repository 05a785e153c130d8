import { NOT_ACKNOWLEDGED, UNOPENED } from '../deliveries/give-up.ts'
import type { ShownAgency } from '../agencies/agency-store.ts'
import { ask, type Db } from '../shared/database.ts'
import type { TrackedDelivery } from './tracked-delivery.ts'

/** By body and agreement, so that the order stays as answers come in. In the citizen's context. */
export async function findDeliveries(tx: Db, reportIds: readonly string[]): Promise<TrackedDelivery[]> {
  const rows = await ask<DeliveryRow>(tx, {
    name: 'deliveries of reports',
    text: `
      select ${DELIVERY_COLUMNS}, s.status as stream_status, s.method, s.proved_at is not null as proved, s.closed_from,
        s.closed_until, a.status as agency_status, a.name, a.contact
      from deliveries d
      left join subscriptions s on s.id = d.subscription_id
      left join agencies a on a.id = d.agency_id
      where d.report_id = any($1::uuid[])
      order by d.agency_id, d.agreement_id, d.after_id is not null, d.created_at, d.id`,
    values: [reportIds],
  })
  return rows.map(toDelivery)
}

const DELIVERY_COLUMNS = `d.id, d.report_id, d.subscription_id, d.agency_id, d.agreement_id, d.agreement_version,
  d.event_type, d.access_record_id, d.state, d.attempts, d.last_failure, d.created_at, d.next_attempt_at, d.not_before,
  d.settled_at, d.follow_up_id, d.after_id, d.chased_at, d.redriven_at, d.discarded_at`

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
  redriven_at: Date | null
  discarded_at: Date | null
  /** Null when it was taken away since: what is for it is refused when it is claimed. */
  stream_status: 'enabled' | 'paused' | 'disabled' | null
  method: 'push' | 'poll' | 'inbox' | null
  /** Of a stream that is pushed to: its endpoint has. */
  proved: boolean
  closed_from: Date | null
  closed_until: Date | null
  agency_status: 'active' | 'suspended'
  name: ShownAgency['name']
  contact: ShownAgency['contact']
}

const toDelivery = (row: DeliveryRow): TrackedDelivery => ({
  id: row.id,
  reportId: row.report_id,
  subscriptionId: row.subscription_id,
  agencyId: row.agency_id,
  agency: { id: row.agency_id, name: row.name, contact: row.contact },
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
  unconfirmed: row.last_failure === NOT_ACKNOWLEDGED,
  inbox: row.method === 'inbox',
  unread: row.last_failure === UNOPENED,
  redrivenAt: row.redriven_at ?? undefined,
  discardedAt: row.discarded_at ?? undefined,
  held: heldIn(row),
  closed: closedIn(row),
})

// As the dispatcher holds it back: `claimDue`. What `failureOf` says of a 410, which is what pauses a stream by itself.
const GONE = 'gone 410'

function heldIn({ stream_status, agency_status, last_failure, method, proved }: DeliveryRow): TrackedDelivery['held'] {
  if (stream_status === 'paused' && last_failure === GONE) return 'gone'
  const held = stream_status === 'paused' || (stream_status === 'enabled' && agency_status === 'suspended')
  if (held) return 'on-hold'
  return stream_status === 'enabled' && method === 'push' && !proved ? 'not-ready' : undefined
}

const closedIn = ({ method, closed_from: from, closed_until: until }: DeliveryRow): TrackedDelivery['closed'] =>
  method === 'push' && from && until ? { from, until } : undefined
