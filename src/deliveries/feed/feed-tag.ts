import { createHash } from 'node:crypto'
import { grantKey, type Grant } from '../../subscriptions/grants-store.ts'
import type { FeedEntry } from './feed-store.ts'

/**
 * Says what the page tells, and not how it is signed, which differs each time: so it is a weak validator (RFC 9110,
 * section 8.8.1). What follows an event changes it too, as then the event may have been taken back.
 */
export function tagOf(
  { from, limit, entries }: { from: number; limit: number; entries: readonly FeedEntry[] },
  grants: ReadonlyMap<string, Grant>,
): string {
  const said = entries.map(({ delivery, ofItsRow }) => {
    const grant = grants.get(grantKey(delivery))
    return [delivery.id, ofItsRow, grant?.agreement.version ?? 0, grant?.subscription.algorithm ?? '']
  })
  const hash = createHash('sha256').update(JSON.stringify([from, limit, said]))
  return `W/"${hash.digest('base64url').slice(0, 27)}"`
}
