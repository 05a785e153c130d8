import { agreementVersions } from '../agreements/agreement-store.ts'
import { fieldsFor } from '../agreements/agreement.ts'
import type { Db } from '../shared/database.ts'
import { grantKey, type Grant } from '../subscriptions/grants-store.ts'
import type { ClaimedDelivery } from './delivery.ts'

/**
 * What the citizen was shown that a body would get, for deliveries whose agreement has a new version since: a wider one
 * does not reach back. Undefined for the others. Asks the database only when there is a newer version.
 */
export async function fieldsShown(
  db: Db,
  claimed: readonly ClaimedDelivery[],
  grants: ReadonlyMap<string, Grant>,
): Promise<(delivery: ClaimedDelivery) => ReadonlySet<string> | undefined> {
  const older = claimed.filter((delivery) => {
    const grant = grants.get(grantKey(delivery))
    return grant && grant.agreement.version !== delivery.agreementVersion
  })
  if (older.length === 0) return () => undefined
  const versions = await agreementVersions(
    db,
    older.map(({ agreementId: id, agreementVersion: version }) => ({ id, version })),
  )
  const byId = new Map(
    older.map((delivery) => {
      const agreement = versions.find(
        ({ id, version }) => id === delivery.agreementId && version === delivery.agreementVersion,
      )
      return [delivery.id, new Set(agreement ? fieldsFor(agreement, delivery.eventType) : [])]
    }),
  )
  return ({ id }) => byId.get(id)
}
