import type { Db } from '../shared/database.ts'
import { ENDPOINT_COLUMNS, sealedEndpoint, type EndpointRow, type SealedEndpoint } from './endpoint.ts'
import type { StreamEvent, StreamEventDecision } from './stream-event.ts'

/** With where it is pushed to; what is shown there is sealed. */
export interface PushedStreamEvent extends StreamEvent {
  endpoint: SealedEndpoint
}

export interface StreamEventClaim {
  lease: string
  now: Date
  leasedUntil: Date
  limit: number
}

/**
 * Leases what streams that are pushed to have to say. A paused one is told nothing but that it is paused, a disabled one
 * nothing but that it is disabled (SSF 1.0, section 8.1.5).
 */
export async function claimPushed(db: Db, claim: StreamEventClaim): Promise<PushedStreamEvent[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `with taken as materialized (
       select e.id from stream_events e
       join subscriptions s on s.id = e.subscription_id
       join agencies a on a.id = e.agency_id
       where ${DUE} and s.method = 'push' and s.endpoint_url is not null and a.status = 'active'
       order by e.created_at, e.id limit :limit for update of e skip locked
     )
     update stream_events e set lease = :lease, leased_until = :leasedUntil
     from taken, subscriptions s where e.id = taken.id and s.id = e.subscription_id
     returning e.*, s.algorithm, ${ENDPOINT_COLUMNS}`,
    { ...claim },
  )
  return rows.map((row) => ({
    ...toEvent(row),
    endpoint: sealedEndpoint(row),
  }))
}

/** Leases what one stream that is polled has to say, oldest first. In its body's context. */
export async function claimPolled(tx: Db, stream: string, claim: StreamEventClaim): Promise<StreamEvent[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `with taken as materialized (
       select e.id from stream_events e
       join subscriptions s on s.id = e.subscription_id
       where e.subscription_id = :stream and ${DUE} and s.method = 'poll'
       order by e.created_at, e.id limit :limit for update of e skip locked
     )
     update stream_events e set lease = :lease, leased_until = :leasedUntil
     from taken, subscriptions s where e.id = taken.id and s.id = e.subscription_id
     returning e.*, s.algorithm`,
    { ...claim, stream },
  )
  return rows.map(toEvent).toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
}

/** Of those among these ids that were handed over on this stream and not answered yet. In its body's context. */
export async function handedOverEvents(tx: Db, stream: string, ids: readonly string[]): Promise<StreamEvent[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `select e.*, 'ES256' as algorithm from stream_events e
     where e.id = any(?::uuid[]) and e.subscription_id = ? and e.state = 'due' and e.lease is not null for update`,
    [[...ids], stream] as unknown as string[],
  )
  return rows.map(toEvent)
}

/** Not if somebody else has claimed it since. */
export async function settleStreamEvent(
  db: Db,
  { id, lease }: Pick<StreamEvent, 'id' | 'lease'>,
  decision: StreamEventDecision,
  now: Date,
): Promise<void> {
  await db.raw(
    `update stream_events set state = :state, attempts = attempts + 1, last_failure = :failure, settled_at = :settled,
       next_attempt_at = coalesce(cast(:next as timestamptz), next_attempt_at),
       lease = null, leased_until = null
     where id = :id and lease = :lease and state = 'due'`,
    {
      ...{ id, lease, state: decision.state },
      settled: decision.state === 'due' ? null : now,
      failure: 'failure' in decision ? decision.failure : null,
      next: decision.state === 'due' ? decision.nextAttemptAt : null,
    },
  )
}

const DUE = `e.state = 'due' and e.next_attempt_at <= :now and (e.leased_until is null or e.leased_until <= :now)
  and (s.status = 'enabled' or (e.kind = 'stream-updated' and e.content ->> 'status' = s.status))`

interface Row extends EndpointRow {
  id: string
  agency_id: string
  kind: StreamEvent['kind']
  content: Record<string, unknown>
  attempts: number
  lease: string
  algorithm: StreamEvent['algorithm']
  created_at: Date
}

const toEvent = (row: Row) => ({
  id: row.id,
  subscriptionId: row.subscription_id,
  agencyId: row.agency_id,
  kind: row.kind,
  content: row.content,
  attempts: row.attempts,
  algorithm: row.algorithm,
  lease: row.lease,
  createdAt: row.created_at,
})
