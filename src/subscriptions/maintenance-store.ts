import type { Knex } from 'knex'
import type { Maintenance } from './maintenance.ts'
import { closedColumns } from './sending-columns.ts'

export async function passedMaintenance(tx: Knex.Transaction, now: Date) {
  return tx<{ id: string; maintenance: Maintenance[]; closed_until: Date }>('subscriptions')
    .where('closed_until', '<=', now)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .select('id', 'maintenance')
}

export async function setClosed(
  tx: Knex.Transaction,
  id: string,
  maintenance: readonly Maintenance[] | null,
  now: Date,
): Promise<void> {
  await tx('subscriptions')
    .where({ id })
    .update(closedColumns(maintenance ?? [], now))
}
