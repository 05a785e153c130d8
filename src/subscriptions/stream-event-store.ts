import type { Knex } from 'knex'
import { later, SECOND } from '../shared/clock.ts'
import type { Status } from './subscription.ts'

/** Notes that a stream is to be verified, unless it was a moment ago. In its body's context. @returns whether it was noted. */
export async function mayVerify(tx: Knex.Transaction, id: string, now: Date, interval: number): Promise<boolean> {
  const changed = await tx('subscriptions')
    .where({ id })
    .whereRaw('(verification_asked_at is null or verification_asked_at <= ?)', [later(now, -interval * SECOND)])
    .update({ verification_asked_at: now })
  return changed === 1
}

export interface NewStreamEvent {
  id: string
  subscriptionId: string
  agencyId: string
  kind: 'verification' | 'stream-updated'
  content: { state?: string } | { status: Status; reason?: string }
}

/** To be sent, or handed over, before long. In its body's context. */
export async function addStreamEvent(tx: Knex.Transaction, event: NewStreamEvent, now: Date): Promise<void> {
  await tx('stream_events').insert({
    id: event.id,
    subscription_id: event.subscriptionId,
    agency_id: event.agencyId,
    kind: event.kind,
    content: JSON.stringify(event.content),
    created_at: now,
    next_attempt_at: now,
  })
}

/**
 * One at a time: while one is on its way, another says nothing more. In its body's context, or with the worker's role.
 *
 * @returns the one that is on its way
 */
export async function addResync(
  tx: Knex.Transaction,
  { id, subscriptionId, agencyId, content }: Omit<NewStreamEvent, 'kind' | 'content'> & { content: object },
  now: Date,
): Promise<string> {
  await tx('stream_events')
    .insert({
      ...{ id, subscription_id: subscriptionId, agency_id: agencyId, kind: 'resync' },
      ...{ content: JSON.stringify(content), created_at: now, next_attempt_at: now },
    })
    .onConflict()
    .ignore()
  const row = await tx<{ id: string; subscription_id: string; kind: string; state: string }>('stream_events')
    .where({ subscription_id: subscriptionId, kind: 'resync', state: 'due' })
    .first('id')
  return row?.id ?? id
}
