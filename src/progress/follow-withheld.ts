import { listAgencies } from '../agencies/agency-store.ts'
import { agreementHistory } from '../agreements/agreement-store.ts'
import type { Db } from '../shared/database.ts'
import type { NotTold, TrackedReport } from './tracked-report.ts'

/** Bodies that this report was kept from. Their agreement may have ended since. */
export async function followWithheld(tx: Db, { withheld }: TrackedReport): Promise<NotTold[]> {
  const kept = Object.entries(withheld)
  if (kept.length === 0) return []
  const agencies = await listAgencies(tx)
  const notTold: NotTold[] = []
  for (const [agreementId, reason] of kept) {
    const [agreement] = await agreementHistory(tx, agreementId)
    notTold.push({ agency: agencies.find(({ id }) => id === agreement?.agencyId), agreement, reason })
  }
  return notTold
}
