import type { Knex } from 'knex'
import { queueNotice } from '../../notices/queue-notice.ts'
import { ukToday } from '../../shared/dates.ts'
import { pauseSubscriptions } from '../delivery-store.ts'
import { forgetFailures } from './stream-health-store.ts'

/** Stops streams whose receivers say that they are gone (410): what is for them is kept, and people hear of it. */
export async function stopStreams(tx: Knex.Transaction, ids: readonly string[], now: Date): Promise<void> {
  for (const { id, agencyId } of await pauseSubscriptions(tx, ids, now)) {
    const key = `${id}:${ukToday(now)}`
    await queueNotice(tx, { to: { agency: agencyId }, kind: 'stream-stopped', key })
    await queueNotice(tx, { to: { operator: true }, kind: 'receiver-failing', key })
  }
  // How long it fails counts anew when it is on again.
  await forgetFailures(tx, ids)
}
