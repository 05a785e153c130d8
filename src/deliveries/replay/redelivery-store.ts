import type { Db } from '../../shared/database.ts'

export interface NewRedelivery {
  id: string
  deliveryId: string
  subscriptionId: string
  agencyId: string
  accessRecordId: string
}

/** In this order; one that waits already, or was asked for by the same call, is not added again. In the body's context. */
export async function addRedeliveries(tx: Db, redeliveries: readonly NewRedelivery[], now: Date): Promise<void> {
  if (redeliveries.length === 0) return
  await tx('redeliveries')
    .insert(
      redeliveries.map(({ id, deliveryId, subscriptionId, agencyId, accessRecordId }) => ({
        ...{ id, delivery_id: deliveryId, subscription_id: subscriptionId, agency_id: agencyId },
        ...{ access_record_id: accessRecordId, created_at: now, next_attempt_at: now },
      })),
    )
    .onConflict()
    .ignore()
}

/** Of these, what may be told again as far as its report goes. In the body's context. */
export async function mayBeToldAgain(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.raw<{ rows: { delivery_id: string }[] }>(
    'select delivery_id from may_be_told_again(?::uuid[])',
    [[...ids]] as unknown as string[],
  )
  return new Set(rows.map(({ delivery_id }) => delivery_id))
}

/**
 * Those that are due already and may be known are tried at once, instead of being sent beside. In the body's context.
 */
export async function hasten(tx: Db, ids: readonly string[], now: Date): Promise<void> {
  await tx('deliveries')
    .whereIn('id', [...ids])
    .where({ state: 'due' })
    .whereNull('leased_until')
    .where('next_attempt_at', '>', now)
    .update({ next_attempt_at: now })
}
