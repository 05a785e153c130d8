import { findAgencies } from '../agencies/agency-store.ts'
import { latestVersions, type RegisteredAgreement } from '../agreements/agreement-store.ts'
import { findLifeEvent, type Catalogue } from '../catalogue/catalogue.ts'
import type { Db } from '../shared/database.ts'
import { stoppedAgreements, toldByList, type ToldByList } from './told-by-list-store.ts'
import { notToldReasons, type NotTold, type NotToldReason, type TrackedReport } from './tracked-report.ts'

/**
 * Bodies that were not told about this report. Their agreement may have ended since.
 *
 * @param delivered agreements that it has a delivery under
 */
export async function followNotTold(
  tx: Db,
  report: TrackedReport,
  delivered: readonly string[],
  events?: Catalogue,
): Promise<NotTold[]> {
  const reasons = notToldReasons(report, delivered)
  if (reasons.length === 0) return []
  const agreements = await latestVersions(
    tx,
    reasons.map(({ agreementId }) => agreementId),
  )
  const ids = agreements.map(({ agencyId }) => agencyId)
  const [agencies, lists] = [await findAgencies(tx, ids), await toldByList(tx, ids)]
  const aboutOther = findLifeEvent(report.eventType, events)?.about !== undefined
  const stopped = aboutOther ? new Set<string>() : await stoppedAgreements(tx)
  return reasons.map(({ agreementId, reason }) => {
    const agreement = agreements.find(({ id }) => id === agreementId)
    const list = lists.find(({ id }) => id === agreement?.agencyId)
    const unlisted = reason === 'ended' && agreement && list && whyNotListed(agreement, list, aboutOther)
    const why = reason === 'ended' && stopped.has(agreementId) ? 'objected' : unlisted || reason
    return { agency: agencies.get(agreement?.agencyId ?? ''), agreement, reason: why }
  })
}

/**
 * Its agreement stands, and so it was not told because it lists no such person. That is the citizen's to know of
 * themselves. Of somebody else it is not said, whichever way it is.
 */
function whyNotListed(
  { state }: RegisteredAgreement,
  { byInterest, saysNoFile }: ToldByList,
  aboutOther: boolean,
): NotToldReason {
  if (state !== 'live') return state
  if (aboutOther) return byInterest ? 'only-listed' : 'ended'
  return byInterest || saysNoFile ? 'no-file' : 'ended'
}
