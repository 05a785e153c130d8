import type { AgencyDelivery, News } from './agency-delivery.ts'

/** Of deliveries d and their subscriptions s. */
export const COLUMNS = `d.id, d.state, d.attempts, d.last_failure, d.created_at, d.not_before, d.next_attempt_at, d.settled_at,
  d.subscription_id, d.agreement_id, d.agreement_version, d.event_type, d.after_id, d.redriven_at, d.discarded_at, s.method`

export interface AgencyDeliveryRow {
  id: string
  microseconds: number
  state: AgencyDelivery['state']
  attempts: number
  last_failure: string | null
  created_at: Date
  not_before: Date | null
  next_attempt_at: Date
  settled_at: Date | null
  subscription_id: string
  method: AgencyDelivery['method']
  agreement_id: string
  agreement_version: number
  event_type: string
  after_id: string | null
  redriven_at: Date | null
  discarded_at: Date | null
  outcome: string | null
}

export const toAgencyDelivery = (row: AgencyDeliveryRow, news: ReadonlyMap<string, News>): AgencyDelivery => ({
  id: row.id,
  cursor: { microseconds: row.microseconds, id: row.id },
  arrivedAt: row.not_before ?? row.created_at,
  state: row.state,
  attempts: row.attempts,
  lastFailure: row.last_failure,
  nextAttemptAt: row.next_attempt_at,
  settledAt: row.settled_at,
  subscriptionId: row.subscription_id,
  method: row.method,
  agreementId: row.agreement_id,
  agreementVersion: row.agreement_version,
  eventType: row.event_type,
  news: news.get(row.id) ?? 'report',
  outcome: row.outcome,
  redrivenAt: row.redriven_at,
  discardedAt: row.discarded_at,
})

/** Of deliveries d; bound twice, to the day. */
export const DURING_DAY = `and d.created_at >= (?::date)::timestamp at time zone 'Europe/London'
  and d.created_at < (?::date + 1)::timestamp at time zone 'Europe/London'`
