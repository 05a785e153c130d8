import { listAgencies } from '../agencies/agency-store.ts'
import { agreementHistory } from '../agreements/agreement-store.ts'
import type { Db } from '../shared/database.ts'
import { notToldReasons, type FollowedDelivery, type NotTold, type TrackedReport } from './tracked-report.ts'

/** Bodies that were not told about this report. Their agreement may have ended since. */
export async function followNotTold(
  tx: Db,
  report: TrackedReport,
  deliveries: readonly FollowedDelivery[],
): Promise<NotTold[]> {
  const reasons = notToldReasons(
    report,
    deliveries.map(({ delivery }) => delivery.agreementId),
  )
  if (reasons.length === 0) return []
  const agencies = await listAgencies(tx)
  const notTold: NotTold[] = []
  for (const { agreementId, reason } of reasons) {
    const [agreement] = await agreementHistory(tx, agreementId)
    notTold.push({ agency: agencies.find(({ id }) => id === agreement?.agencyId), agreement, reason })
  }
  return notTold
}
