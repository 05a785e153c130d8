import { NOT_ACKNOWLEDGED, UNOPENED } from '../deliveries/give-up.ts'
import type { ShownAgency } from '../agencies/agency-store.ts'
import type { TrackedDelivery } from './tracked-delivery.ts'

/** What a query needs to select for `toDelivery`, of the reports `r`. In the citizen's context. */
export const DELIVERIES = `
  select d.id, d.report_id, d.subscription_id, d.agency_id, d.agreement_id, d.agreement_version, d.event_type,
    d.access_record_id, d.state, d.attempts, d.last_failure, d.created_at, d.next_attempt_at, d.not_before, d.settled_at,
    d.follow_up_id, d.after_id, d.chased_at, d.redriven_at, d.discarded_at, s.status as stream_status, s.method,
    s.proved_at is not null as proved, s.closed_from, s.closed_until, a.status as agency_status, a.name, a.contact
  from r join deliveries d on d.report_id = r.id
  left join subscriptions s on s.id = d.subscription_id
  left join agencies a on a.id = d.agency_id`

/** By body and agreement, so that the order stays as answers come in. */
export const ORDER_OF_DELIVERIES = 'agency_id, agreement_id, after_id is not null, created_at, id'

/** As JSON. */
export interface DeliveryRow {
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
  created_at: string
  next_attempt_at: string
  not_before: string | null
  settled_at: string | null
  follow_up_id: string | null
  after_id: string | null
  chased_at: string | null
  redriven_at: string | null
  discarded_at: string | null
  /** Null when it was taken away since: what is for it is refused when it is claimed. */
  stream_status: 'enabled' | 'paused' | 'disabled' | null
  method: 'push' | 'poll' | 'inbox' | null
  /** Of a stream that is pushed to: its endpoint has. */
  proved: boolean
  closed_from: string | null
  closed_until: string | null
  agency_status: 'active' | 'suspended'
  name: ShownAgency['name']
  contact: ShownAgency['contact']
}

export const toDelivery = (row: DeliveryRow): TrackedDelivery => ({
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
  createdAt: new Date(row.created_at),
  nextAttemptAt: new Date(row.next_attempt_at),
  notBefore: timeIn(row.not_before),
  settledAt: timeIn(row.settled_at),
  followUpId: row.follow_up_id ?? undefined,
  afterId: row.after_id ?? undefined,
  chasedAt: timeIn(row.chased_at),
  unconfirmed: row.last_failure === NOT_ACKNOWLEDGED,
  inbox: row.method === 'inbox',
  unread: row.last_failure === UNOPENED,
  redrivenAt: timeIn(row.redriven_at),
  discardedAt: timeIn(row.discarded_at),
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
  method === 'push' && from && until ? { from: new Date(from), until: new Date(until) } : undefined

const timeIn = (text: string | null) => (text === null ? undefined : new Date(text))
