import { identityIn } from '../../identity/account-store.ts'
import { foundBy } from '../../identity/found-by.ts'
import { queueNotice } from '../../notices/queue-notice.ts'
import { tellOperator } from './case-store.ts'
import type { Owner } from '../owner.ts'
import type { ReportAbout } from './reported-about.ts'
import { reportsAbout, withdrawReportAbout } from './reported-about-store.ts'

/** What others have reported about this person, whose identity is proved. */
export async function reportsAboutMe(owner: Owner): Promise<ReportAbout[]> {
  return reportsAbout(owner.tx, await foundByMe(owner))
}

/**
 * The person says that what was reported about them is not so: all of it, or, should anything fail, nothing. What has not
 * been sent is cancelled; the rest goes before everything else that is due.
 *
 * @returns how many reports were taken back now.
 */
export async function withdrawEverywhere(owner: Owner): Promise<number> {
  const { tx, now, person } = owner
  const by = await foundByMe(owner)
  let withdrawn = 0
  // In the order in which they are found, so that two who do it at once cannot wait for each other in a circle.
  for (const { id } of await reportsAbout(tx, by)) {
    const caseId = await withdrawReportAbout(tx, by, { reportId: id, at: now })
    if (caseId === undefined) continue
    withdrawn += 1
    await tellOperator(tx, caseId)
    await queueNotice(tx, { to: { account: person.accountId }, kind: 'reported-about-you', key: caseId })
  }
  return withdrawn
}

const foundByMe = async ({ tx, vault, person, dataKey }: Owner) => foundBy(vault, await identityIn(tx, person, dataKey))
