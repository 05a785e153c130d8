import type { Db } from '../shared/database.ts'

/**
 * A body leaves: at once it gets no token and is told nothing more, its keys and people are gone, and its agreements have
 * ended. What it was told, what it answered, what its people did and what its runs showed stays where it is. In an
 * operator's context, or the worker's.
 */
export async function offBoard(tx: Db, agencyId: string, now: Date): Promise<void> {
  const its = { agency_id: agencyId }
  await tx('subscriptions')
    .where(its)
    .whereNot({ status: 'disabled' })
    .update({ status: 'disabled', reason: 'The body has left this service', changed_at: now })
  await tx('agreements')
    .where({ ...its, state: 'live' })
    .update({ state: 'ended', changed_at: now })
  await tx('staff_members').where(its).whereNull('removed_at').update({ removed_at: now })
  await tx('agencies')
    .where({ id: agencyId })
    .update({ state: 'off-boarded', status: 'suspended', jwks: null, jwks_uri: null, scopes: [], changed_at: now })
}
