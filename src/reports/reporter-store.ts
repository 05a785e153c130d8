import { openTo } from './drafts/open-to-store.ts'
import type { Owner } from './owner.ts'

/** Of reports: made without a proof of identity. What was said with one is shown with one. */
export const MADE_WITHOUT_PROOF = 'not proved'

/** For somebody who has not proved who they are: whether they have a draft or a report of one of these types. */
export async function hasBegunOrSent({ tx, person, now }: Owner, types: readonly string[]): Promise<boolean> {
  const own = { account_id: person.accountId }
  const drafts = await openTo(person, tx('drafts').where(own).whereIn('event_type', types))
    .where('expires_at', '>', now)
    .limit(1)
  if (drafts.length > 0) return true
  const reports = await tx('reports').where(own).whereIn('event_type', types).whereRaw(MADE_WITHOUT_PROOF).limit(1)
  return reports.length > 0
}

/** Likewise, whether this is a report of theirs. */
export async function isReportOf({ tx, person }: Owner, reference: string, types: readonly string[]): Promise<boolean> {
  const own = { account_id: person.accountId, reference }
  return Boolean(await tx('reports').where(own).whereIn('event_type', types).whereRaw(MADE_WITHOUT_PROOF).first('id'))
}
