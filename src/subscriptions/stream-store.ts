import type { Knex } from 'knex'
import type { Db } from '../shared/database.ts'
import type { CalendarDate } from '../shared/dates.ts'
import { sendingColumns, toSendingTerms, type SendingRow } from './sending-columns.ts'
import type { Status } from './subscription.ts'
import type { ReceiverStream } from './stream.ts'

/** What the web and the workers hear of a stream by: something waits for it, or it may be told again. */
export const STREAMS_CHANNEL = 'streams'

/** Of one body, oldest first. The inbox is no stream of the standard's. */
export async function streamsOf(db: Db, agencyId: string): Promise<ReceiverStream[]> {
  const rows = await db<Row>('subscriptions')
    .where({ agency_id: agencyId })
    .whereNot({ method: 'inbox' })
    .orderByRaw('position nulls last, id')
  return rows.map(toStream)
}

/** Undefined for another body's. */
export async function findStream(db: Db, agencyId: string, id: string): Promise<ReceiverStream | undefined> {
  const row = await db<Row>('subscriptions').where({ id, agency_id: agencyId }).whereNot({ method: 'inbox' }).first()
  return row && toStream(row)
}

/** Two calls about one stream wait for each other. In its body's context. */
export async function lockStream(tx: Knex.Transaction, agencyId: string, id: string) {
  const row = await tx<Row>('subscriptions')
    .where({ id, agency_id: agencyId })
    .whereNot({ method: 'inbox' })
    .forUpdate()
    .first()
  return row && toStream(row)
}

/** Two calls that would each make the last stream that a body may have wait for each other. */
export async function countStreams(tx: Knex.Transaction, agencyId: string): Promise<number> {
  await tx.raw(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`streams ${agencyId}`])
  const rows = await tx<Row>('subscriptions').where({ agency_id: agencyId }).select('id')
  return rows.length
}

/** In its body's context. */
export async function addStream(tx: Knex.Transaction, stream: ReceiverStream, now: Date): Promise<void> {
  await tx('subscriptions').insert({
    ...toRow(stream, now),
    id: stream.id,
    agency_id: stream.agencyId,
    changed_at: now,
  })
}

/** In its body's context. */
export async function changeStream(tx: Knex.Transaction, stream: ReceiverStream, now: Date): Promise<void> {
  await tx('subscriptions')
    .where({ id: stream.id })
    .update({ ...toRow(stream, now), changed_at: now })
  await callStream(tx, stream.id)
}

/** In its body's context. What is still to be delivered to it is refused when it is claimed. */
export async function dropStream(tx: Knex.Transaction, id: string): Promise<void> {
  await tx('subscriptions').where({ id }).delete()
  await callStream(tx, id)
}

/** In its body's context: then it is the receiver's own change, of which we send it no event. */
export async function setStreamStatus(
  tx: Knex.Transaction,
  id: string,
  { status, reason }: { status: Status; reason: string | null },
  now: Date,
): Promise<void> {
  await tx('subscriptions').where({ id }).update({ status, reason, changed_at: now })
  await callStream(tx, id)
}

/** Event types that may be told over each of these streams today: by stream, in no order. */
export async function deliveredTypes(db: Db, ids: readonly string[], today: CalendarDate) {
  const { rows } = await db.raw<{ rows: { subscription_id: string; types: string[] }[] }>(
    `select subscription_id, array_agg(distinct event_type) as types from grants
     where subscription_id = any(?::uuid[]) and (ends_on is null or ends_on >= ?) group by subscription_id`,
    [[...ids], today] as unknown as string[],
  )
  return new Map(rows.map(({ subscription_id, types }) => [subscription_id, types]))
}

/** Of these bodies, those that are told only of whom they have listed. */
export async function agenciesByInterest(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db<{ id: string; by_interest: boolean }>('agencies')
    .whereIn('id', [...new Set(ids)])
    .where({ by_interest: true })
    .select('id')
  return new Set(rows.map(({ id }) => id))
}

const callStream = (tx: Knex.Transaction, id: string) => tx.raw('select pg_notify(?, ?)', [STREAMS_CHANNEL, id])

interface Row extends SendingRow {
  id: string
  agency_id: string
  position: number | null
  method: ReceiverStream['method']
  endpoint_url: string | null
  authorization_header: Buffer | null
  token_url: string | null
  token_client: Buffer | null
  events: string[] | null
  agreements: string[] | null
  status: Status
  events_requested: string[] | null
  description: string | null
  reason: string | null
  algorithm: ReceiverStream['algorithm']
}

const toRow = (stream: ReceiverStream, now: Date) => ({
  ...sendingColumns(stream, now),
  method: stream.method,
  endpoint_url: stream.endpointUrl,
  authorization_header: stream.authorizationHeader,
  token_url: stream.tokenUrl,
  token_client: stream.tokenClient,
  events: stream.events,
  events_requested: stream.eventsRequested,
  description: stream.description,
  algorithm: stream.algorithm,
})

const toStream = (row: Row): ReceiverStream => ({
  id: row.id,
  agencyId: row.agency_id,
  position: row.position,
  method: row.method,
  endpointUrl: row.endpoint_url,
  authorizationHeader: row.authorization_header,
  tokenUrl: row.token_url,
  tokenClient: row.token_client,
  events: row.events,
  agreements: row.agreements,
  status: row.status,
  eventsRequested: row.events_requested,
  description: row.description,
  reason: row.reason,
  algorithm: row.algorithm,
  ...toSendingTerms(row),
})
