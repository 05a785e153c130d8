import type { Knex } from 'knex'

/** Bodies of which something was given up since then that they have not seen to. With the worker's role. */
export async function agenciesGivenUpOn(tx: Knex.Transaction, since: Date): Promise<string[]> {
  return tx('deliveries')
    .where({ state: 'given-up' })
    .whereNull('discarded_at')
    .where('settled_at', '>', since)
    .distinct('agency_id')
    .orderBy('agency_id')
    .pluck<string[]>('agency_id')
}

/** What was given up of one stream and is still to be seen to, the oldest first. In its body's context. */
export async function deadLettersOf(tx: Knex.Transaction, agency: string, stream: string, limit: number) {
  return tx('deliveries')
    .where({ agency_id: agency, subscription_id: stream, state: 'given-up' })
    .whereNull('discarded_at')
    .orderBy(['settled_at', 'id'])
    .limit(limit)
    .pluck<string[]>('id')
}

/** How many there are for each stream. In its body's context. */
export async function countDeadLetters(tx: Knex.Transaction, agency: string): Promise<Map<string, number>> {
  const rows = await tx('deliveries')
    .where({ agency_id: agency, state: 'given-up' })
    .whereNull('discarded_at')
    .groupBy('subscription_id')
    .select<{ subscription_id: string; count: number }[]>('subscription_id', tx.raw('count(*) as count'))
  return new Map(rows.map(({ subscription_id, count }) => [subscription_id, count]))
}

/** In their body's context. @returns those that are tried again; the others may not be told any more. */
export async function redriveDeliveries(tx: Knex.Transaction, ids: readonly string[], now: Date): Promise<string[]> {
  return idsOf(tx, 'select redrive_deliveries(?::uuid[], ?) as ids', [[...ids], now])
}

/** In their body's context. @returns those that were given up and are now done with. */
export async function discardDeliveries(tx: Knex.Transaction, ids: readonly string[], now: Date): Promise<string[]> {
  return idsOf(tx, 'select discard_deliveries(?::uuid[], ?) as ids', [[...ids], now])
}

/** Which of these may be tried again: neither taken back nor overtaken. In their body's context. */
export async function redrivable(tx: Knex.Transaction, ids: readonly string[]): Promise<Set<string>> {
  return new Set(await idsOf(tx, 'select redrivable(?::uuid[]) as ids', [[...ids]]))
}

async function idsOf(tx: Knex.Transaction, statement: string, values: unknown[]): Promise<string[]> {
  const { rows } = await tx.raw<{ rows: { ids: string[] }[] }>(statement, values as string[])
  return rows[0]?.ids ?? []
}
