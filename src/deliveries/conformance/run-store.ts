import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../shared/database.ts'
import type { Method } from '../../subscriptions/subscription.ts'

export interface Run {
  id: string
  subscriptionId: string
  agencyId: string
  method: Method
  state: 'running' | 'passed' | 'failed'
  /** What its tokens tell. */
  eventType: string
  fields: string[]
  startedAt: Date
  finishedAt: Date | null
}

export type NewRun = Pick<Run, 'subscriptionId' | 'agencyId' | 'method' | 'eventType' | 'fields'> & {
  /** A staff member's id. */
  startedBy: string | null
}

/** In its body's context. @returns its id; undefined while another of the stream is on. */
export async function addRun(tx: Knex.Transaction, run: NewRun, now: Date): Promise<string | undefined> {
  const id = uuidv7()
  const { rowCount } = (await tx.raw(
    `insert into conformance_runs (id, subscription_id, agency_id, method, event_type, fields, started_by, started_at)
     values (:id, :subscriptionId, :agencyId, :method, :eventType, :fields, :startedBy, :now)
     on conflict (subscription_id) where state = 'running' do nothing`,
    { ...run, id, now } as unknown as Record<string, Knex.Value>,
  )) as unknown as { rowCount: number }
  return rowCount === 1 ? id : undefined
}

/** One that no other worker has in hand, and that has not been passed over in this round. */
export async function lockRun(tx: Knex.Transaction, passedOver: readonly string[]): Promise<Run | undefined> {
  const row = await tx<Row>('conformance_runs')
    .where({ state: 'running' })
    .whereNotIn('id', [...passedOver])
    .orderBy('id')
    .first()
    .forUpdate()
    .skipLocked()
  return row && toRun(row)
}

export async function finishRun(tx: Knex.Transaction, run: Run, passed: boolean, now: Date): Promise<void> {
  const state = passed ? 'passed' : 'failed'
  await tx<Row>('conformance_runs').where({ id: run.id }).update({ state, finished_at: now })
  if (!passed) return
  await tx('subscriptions').where({ id: run.subscriptionId }).whereNull('conformed_at').update({ conformed_at: now })
}

/** Undefined for another body's. In its body's context, or an operator's. */
export async function findRun(tx: Db, id: string): Promise<Run | undefined> {
  const row = await tx<Row>('conformance_runs').where({ id }).first()
  return row && toRun(row)
}

/** The newest first. In the body's context, or an operator's. */
export async function runsOf(tx: Db, agencyId: string, most: number): Promise<Run[]> {
  const rows = await tx<Row>('conformance_runs')
    .where({ agency_id: agencyId })
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most)
  return rows.map(toRun)
}

/** When each of a body's streams first passed, by its id; those that never did are not in the map. */
export async function conformedStreams(tx: Db, agencyId: string): Promise<Map<string, Date>> {
  const rows = await tx<{ id: string; conformed_at: Date; agency_id: string }>('subscriptions')
    .where({ agency_id: agencyId })
    .whereNotNull('conformed_at')
    .select('id', 'conformed_at')
  return new Map(rows.map(({ id, conformed_at: at }) => [id, at]))
}

interface Row {
  id: string
  subscription_id: string
  agency_id: string
  method: Method
  state: Run['state']
  event_type: string
  fields: string[]
  started_at: Date
  finished_at: Date | null
}

const toRun = (row: Row): Run => ({
  id: row.id,
  subscriptionId: row.subscription_id,
  agencyId: row.agency_id,
  method: row.method,
  state: row.state,
  eventType: row.event_type,
  fields: row.fields,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
})
