import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { recordAction } from '../identity/staff/staff-action-store.ts'
import type { StaffMember } from '../identity/staff/staff.ts'
import { isUuid } from '../shared/references.ts'
import { notFound } from '../shared/refusal.ts'
import { addStreamEvent } from '../subscriptions/stream-event-store.ts'
import { setStreamStatus } from '../subscriptions/stream-store.ts'
import { lockSubscription } from './console/load-store.ts'

export interface StreamChange {
  staff: Pick<StaffMember, 'id' | 'agencyId'>
  /** Whose stream it is. */
  agencyId: string
  id: string
  status: 'paused' | 'enabled'
  /** For the stream's receiver too, where it is paused. */
  reason: string | null
}

/**
 * Pauses a stream or lets it go on, on record. Its own system is told, since people did it and not its programs. In the
 * body's context. @returns false when it stood so already. @throws Refusal `not-found` for another body's stream
 */
export async function changeStreamStatus(tx: Knex.Transaction, change: StreamChange, now: Date): Promise<boolean> {
  const { staff, agencyId, id, status, reason } = change
  const stream = isUuid(id) ? await lockSubscription(tx, agencyId, id) : undefined
  if (!stream) throw notFound()
  if (stream.status === status) return false
  const to = { status, reason: status === 'paused' ? reason : null }
  await setStreamStatus(tx, id, to, now)
  if (stream.method !== 'inbox') await tellItself(tx, change, to, now)
  const action = status === 'paused' ? 'stream-paused' : 'stream-resumed'
  await recordAction(tx, { staff, agencyId, action, target: id, reason: reason ?? undefined, at: now })
  return true
}

const tellItself = (
  tx: Knex.Transaction,
  { agencyId, id }: StreamChange,
  { status, reason }: Pick<StreamChange, 'status' | 'reason'>,
  now: Date,
) =>
  addStreamEvent(
    tx,
    {
      ...{ id: randomUUID(), subscriptionId: id, agencyId, kind: 'stream-updated' },
      content: { status, ...(reason !== null && { reason }) },
    },
    now,
  )
