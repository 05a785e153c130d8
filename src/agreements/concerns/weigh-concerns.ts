import type { Knex } from 'knex'
import { queueNotice } from '../../notices/queue-notice.ts'
import { DAY, later } from '../../shared/clock.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { recordDecision } from '../decisions/decision-store.ts'
import { countedSince, opensMediation } from './mediation.ts'
import { openMediation } from './mediation-store.ts'
import { bodiesOfKind, concernIsPublished } from './party-store.ts'
import { forgetWords, markWeighed, takeUnweighed, weightOf, type Unweighed } from './unweighed-store.ts'

// No longer than it counts.
const WORDS_KEPT = 365 * DAY

/** Publishes that there are new concerns, and opens a mediation where they are enough. With the worker's role; done twice it does nothing. */
export async function weighConcerns(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const unweighed of await takeUnweighed(tx)) await weigh(tx, unweighed, now)
  })
  await forgetWords(db, later(now, -WORDS_KEPT))
}

async function weigh(tx: Knex.Transaction, unweighed: Unweighed, now: Date): Promise<void> {
  const { agreementId, agencyId, version, lastClosedAt, ended, inHand } = unweighed
  await publish(tx, unweighed, now)
  await markWeighed(tx, agreementId, now)
  const { people, advocateId } = await weightOf(tx, agreementId, countedSince(lastClosedAt, now))
  const openedBy = opensMediation({ people, advocateId, inHand, ended })
  if (!openedBy) return
  const advocate = openedBy === 'advocate' ? advocateId : null
  const id = await openMediation(tx, { agreementId, agencyId, openedBy, advocateId: advocate, people }, now)
  await recordDecision(tx, { agreementId, version, act: 'mediation', role: 'service', category: openedBy }, now)
  await tellOf(tx, id, [agencyId, ...(await bodiesOfKind(tx, 'regulator')), ...(advocate ? [advocate] : [])])
}

/** One line for each kind of concern and day: a line for each concern would say when somebody was at this site. */
async function publish(tx: Knex.Transaction, { agreementId, version, categories }: Unweighed, now: Date) {
  for (const category of categories) {
    const about = { agreementId, category, since: later(now, -DAY) }
    if (await concernIsPublished(tx, about)) continue
    await recordDecision(tx, { agreementId, version, act: 'concern', role: 'public', category }, now)
  }
}

async function tellOf(tx: Knex.Transaction, key: string, bodies: readonly string[]): Promise<void> {
  for (const agency of new Set(bodies)) await queueNotice(tx, { to: { agency }, kind: 'mediation-opened', key })
  await queueNotice(tx, { to: { operator: true }, kind: 'mediation-to-speak', key })
}
