import { queueNotice } from '../notices/queue-notice.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { reportersOf } from './given-up-reporter-store.ts'

/**
 * Writes to those whom it concerns that we gave up: to the contact of each body and to each citizen, one e-mail a day to
 * a body and one for each report, however much it is. In the worker's context, or the body's.
 */
export async function writeToGivenUp(tx: Db, givenUp: readonly { id: string; agencyId: string }[], now: Date) {
  const today = ukToday(now)
  // In one order, so that two workers that write to the same bodies cannot wait for each other in a circle.
  const agencies = [...new Set(givenUp.map(({ agencyId }) => agencyId))].sort()
  for (const agency of agencies) await queueNotice(tx, { to: { agency }, kind: 'deliveries-given-up', key: today })
  const ids = givenUp.map(({ id }) => id)
  for (const { accountId: account, reportId, safety: quiet } of await reportersOf(tx, ids)) {
    await queueNotice(tx, { to: { account }, kind: 'body-not-told', key: `${reportId}:${today}`, quiet })
  }
}
