import type { Knex } from 'knex'

export interface Reading {
  /** Of the access record that is made of it. */
  recordId: string
  deliveryId: string
  way: 'feed' | 'state'
}

/**
 * Notes that deliveries are about to be read by their body: from here to the end of the transaction, and no longer, what
 * they carry can be opened. In its context.
 */
export async function noteReadings(
  tx: Knex.Transaction,
  agencyId: string,
  readings: readonly Reading[],
  now: Date,
): Promise<void> {
  if (readings.length === 0) return
  await tx('delivery_readings').insert(
    readings.map(({ recordId, deliveryId, way }) => ({
      ...{ record_id: recordId, delivery_id: deliveryId, agency_id: agencyId },
      ...{ way, at: now },
    })),
  )
}

/**
 * Those that still are to be told, locked: whoever takes a report back now waits, and then finds that the body knows. In
 * the body's context.
 */
export async function lockReadable(tx: Knex.Transaction, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(
    `select id from deliveries where id = any(?::uuid[]) and state in ('due', 'waiting', 'acknowledged', 'given-up')
     order by id for update`,
    [[...ids]] as unknown as string[],
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Those whose report stands, and news that one does not: what was taken back is told no more. In the transaction in which
 * the readings were noted.
 */
export async function standing(tx: Knex.Transaction, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(
    `select d.id from deliveries d
     join reports r on r.id = d.report_id
     left join follow_ups f on f.id = d.follow_up_id
     where d.id = any(?::uuid[]) and (r.state = 'reported' or f.kind = 'withdrawal')`,
    [[...ids]] as unknown as string[],
  )
  return new Set(rows.map(({ id }) => id))
}

/** The body knows now, though nothing was sent. In its context. */
export async function markRead(tx: Knex.Transaction, ids: readonly string[], now: Date): Promise<void> {
  await tx('deliveries')
    .whereIn('id', [...ids])
    .whereNull('read_at')
    .update({ read_at: now })
}
