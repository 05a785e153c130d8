import type { Db } from '../shared/database.ts'
import { grantKey, type Grant } from '../subscriptions/grants-store.ts'
import { STILL_DUE } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'

/**
 * Of these, what is about somebody on whom its body has no file by now, as far as it has said so, and has not reached it
 * in any way yet: it may have removed them since the report was fanned out. Asks again only where a body keeps lists.
 */
export async function withoutFile(
  db: Db,
  claimed: readonly ClaimedDelivery[],
  grants: ReadonlyMap<string, Grant>,
): Promise<Set<string>> {
  const ids = claimed.filter((delivery) => grants.get(grantKey(delivery))?.keepsList).map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select d.id from deliveries d
     join agencies a on a.id = d.agency_id
     join reports r on r.id = d.report_id
     where d.id = any(?::uuid[]) and d.after_id is null and ${STILL_DUE} and d.attempts = 0 and d.read_at is null
       and not coalesce(
         said_of(d.subscription_id, d.agency_id, d.subject_ref, case when a.by_interest then r.listed_as else '{}' end),
         not a.by_interest)`,
    [ids] as unknown as string[],
  )
  return new Set(rows.map(({ id }) => id))
}
