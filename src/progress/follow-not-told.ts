import { findAgencies } from '../agencies/agency-store.ts'
import { latestVersions } from '../agreements/agreement-store.ts'
import type { Db } from '../shared/database.ts'
import { notToldReasons, type NotTold, type TrackedReport } from './tracked-report.ts'

/** Bodies that were not told about this report. Their agreement may have ended since. */
export async function followNotTold(
  tx: Db,
  report: TrackedReport,
  delivered: readonly { agreementId: string }[],
): Promise<NotTold[]> {
  const reasons = notToldReasons(
    report,
    delivered.map(({ agreementId }) => agreementId),
  )
  if (reasons.length === 0) return []
  const agreements = await latestVersions(
    tx,
    reasons.map(({ agreementId }) => agreementId),
  )
  const agencies = await findAgencies(
    tx,
    agreements.map(({ agencyId }) => agencyId),
  )
  return reasons.map(({ agreementId, reason }) => {
    const agreement = agreements.find(({ id }) => id === agreementId)
    return { agency: agencies.get(agreement?.agencyId ?? ''), agreement, reason }
  })
}
