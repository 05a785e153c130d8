import type { Knex } from 'knex'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import { addRun } from './run-store.ts'
import { triedGrants } from './tried-grant-store.ts'

export type Started =
  | { kind: 'started'; runId: string }
  /** Another is on; no agreement says what could be told. */
  | { kind: 'refused'; why: 'running' | 'no-agreement' | 'not-enabled' }

export interface Starting {
  stream: Pick<Subscription, 'id' | 'agencyId' | 'method' | 'status'>
  /** A staff member's id. */
  startedBy: string | null
  now: Date
  today: CalendarDate
}

/** Puts a run in the queue of the workers. In its body's context. */
export async function startRun(tx: Knex.Transaction, { stream, startedBy, now, today }: Starting): Promise<Started> {
  if (stream.status !== 'enabled') return { kind: 'refused', why: 'not-enabled' }
  const [grant] = await triedGrants(tx, stream.id, today)
  if (!grant) return { kind: 'refused', why: 'no-agreement' }
  const { id: subscriptionId, agencyId, method } = stream
  const { eventType, fields } = grant
  const runId = await addRun(tx, { subscriptionId, agencyId, method, eventType, fields, startedBy }, now)
  return runId === undefined ? { kind: 'refused', why: 'running' } : { kind: 'started', runId }
}
