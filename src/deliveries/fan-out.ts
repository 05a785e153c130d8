import { inContext, type Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { identifierHash, opaqueIdentifier } from '../subscriptions/identifier.ts'
import { pairwise } from '../vault/pseudonyms.ts'
import type { Vault } from '../vault/vault.ts'
import { fanOutReports, rememberIdentifiers, type Fresh, type PersonAtAgency } from './fan-out-store.ts'
import { fanOutFollowUps } from './follow-up-fan-out-store.ts'
import { callPollers } from './poll-store.ts'
import { rehomeFollowing } from './rehome-store.ts'

// One report goes to a few dozen at most, so a batch is a few thousand rows: large enough to be cheap for each, small
// enough that a worker killed half way has little to do again.
export const REPORTS_A_BATCH = 100

/**
 * Turns a batch of waiting reports into deliveries, all of it or nothing, and a batch of what their citizens did
 * afterwards: in the same transaction, so that what was corrected at once is never sent as it was first.
 *
 * @param fresh what this worker takes of it at once
 */
export function fanOut(
  db: Db,
  vault: Vault,
  now: Date,
  { limit = REPORTS_A_BATCH, fresh }: { limit?: number; fresh?: Fresh | undefined } = {},
) {
  return inContext(db, {}, async (tx) => {
    const made = await fanOutReports(tx, { now, today: ukToday(now), limit, fresh })
    const people = made.people.map((one) => ({ ...one, ...knownAs(vault, one) }))
    // Goes over the wire together with what comes next, the commit at the latest, and fails that if it fails.
    if (people.length > 0) rememberIdentifiers(tx, people).catch(() => undefined)
    // Also before anybody else may claim what is left: a correction may have come while its report was waited for.
    const after =
      made.hasNews || made.left.size > 0 ? await fanOutFollowUps(tx, { now, limit }) : { followUps: 0, deliveries: 0 }
    // Before anybody claims what goes to a stream that takes nothing.
    if (after.deliveries > 0) await rehomeFollowing(tx)
    if (made.left.size + after.deliveries > 0) await callPollers(tx, now)
    const more = made.reports === limit || after.followUps > 0
    return { ...made, deliveries: made.deliveries + after.deliveries, followed: after.deliveries, more }
  })
}

/** By which the body knows the person, and how that stands in its list. */
function knownAs(vault: Vault, { agencyId, subjectRef }: PersonAtAgency) {
  const identifier = personId(vault, agencyId, subjectRef)
  return { identifier, listedAs: identifierHash(vault, opaqueIdentifier(identifier)) }
}

/** By which this agency, and no other, knows the person. */
export const personId = (vault: Vault, agencyId: string, subjectRef: Buffer) =>
  pairwise(vault, agencyId, 'person', subjectRef)

/** By which this agency, and no other, knows the report. */
export const transactionId = (vault: Vault, agencyId: string, reportId: string) =>
  pairwise(vault, agencyId, 'transaction', reportId)
