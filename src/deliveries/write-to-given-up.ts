import { queueNotice } from '../notices/queue-notice.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'

/** Writes to the contacts of bodies that we gave up on: one e-mail a day to each, however much it is. */
export async function writeToGivenUp(tx: Db, givenUp: readonly { agencyId: string }[], now: Date): Promise<void> {
  // In one order, so that two workers that write to the same bodies cannot wait for each other in a circle.
  const agencies = [...new Set(givenUp.map(({ agencyId }) => agencyId))].sort()
  for (const agency of agencies)
    await queueNotice(tx, { to: { agency }, kind: 'deliveries-given-up', key: ukToday(now) })
}
