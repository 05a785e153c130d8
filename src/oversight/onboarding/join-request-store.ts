import { v7 as uuidv7 } from 'uuid'
import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { JoinRequest } from './join-request.ts'

export interface StoredRequest extends JoinRequest {
  id: string
  state: 'new' | 'approved' | 'declined'
  sentAt: Date
  decidedAt: Date | null
  reason: string | null
  agencyId: string | null
}

/** Anybody may; an operator hears of it. */
export async function addJoinRequest(tx: Knex.Transaction, request: JoinRequest, now: Date): Promise<void> {
  const id = uuidv7()
  await tx('join_requests').insert({ id, ...request, sent_at: now })
  await tx.raw('select queue_join_notice(?)', [id])
}

/** Open ones, the oldest first, and those that were decided last. In an operator's context. */
export async function joinRequests(tx: Db, most: number): Promise<{ open: StoredRequest[]; decided: StoredRequest[] }> {
  const open = await tx<Row>('join_requests').where({ state: 'new' }).orderBy(['sent_at', 'id']).limit(most)
  const decided = await tx<Row>('join_requests').whereNot({ state: 'new' }).orderBy('decided_at', 'desc').limit(most)
  return { open: open.map(toRequest), decided: decided.map(toRequest) }
}

/** In an operator's context. */
export async function findJoinRequest(tx: Db, id: string): Promise<StoredRequest | undefined> {
  const row = await tx<Row>('join_requests').where({ id }).first()
  return row && toRequest(row)
}

export interface Decision {
  state: 'approved' | 'declined'
  /** A staff member's id. */
  by: string
  reason: string | null
  agencyId: string | null
}

/** Where whoever was declined is written to. For the worker. */
export async function addressOfRequester(db: Db, id: string): Promise<{ email: string } | undefined> {
  return db<Row>('join_requests').where({ id, state: 'declined' }).first('email')
}

/** In an operator's context; whoever is declined hears of it. @returns false when it was decided before. */
export async function decideJoinRequest(
  tx: Knex.Transaction,
  id: string,
  decision: Decision,
  now: Date,
): Promise<boolean> {
  const { state, by, reason, agencyId } = decision
  const changed = await tx<Row>('join_requests')
    .where({ id, state: 'new' })
    .update({ state, reason, agency_id: agencyId, decided_at: now, decided_by: by })
  await tx.raw('select queue_join_declined(?)', [id])
  return changed === 1
}

interface Row extends JoinRequest {
  id: string
  state: StoredRequest['state']
  sent_at: Date
  decided_at: Date | null
  decided_by: string | null
  reason: string | null
  agency_id: string | null
}

const toRequest = (row: Row): StoredRequest => ({
  ...{ id: row.id, name: row.name, kind: row.kind, cluster: row.cluster, email: row.email, person: row.person },
  ...{ events: row.events, power: row.power, method: row.method, state: row.state, reason: row.reason },
  ...{ sentAt: row.sent_at, decidedAt: row.decided_at, agencyId: row.agency_id },
})
