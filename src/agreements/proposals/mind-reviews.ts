import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import { setState } from '../agreement-store.ts'
import { recordDecision } from '../decisions/decision-store.ts'
import { DAYS_OF_NOTICE, lapsesOn } from './review.ts'
import { toReviewBy, type ToReview } from './review-store.ts'
import type { Knex } from 'knex'

/**
 * Writes to bodies whose agreements are to be looked at again, and lets those lapse that nobody renewed in time: from then
 * on nothing is sent under them. With the worker's role; done twice it does nothing more.
 */
export async function mindReviews(db: Db, now: Date): Promise<void> {
  const today = ukToday(now)
  await inTransaction(db, async (tx) => {
    for (const agreement of await toReviewBy(tx, addDays(today, DAYS_OF_NOTICE))) {
      const { id, agencyId, reviewOn, trial } = agreement
      if (lapsesOn(reviewOn, trial) <= today) await lapse(tx, agreement, now)
      else await queueNotice(tx, { to: { agency: agencyId }, kind: 'agreement-review-due', key: `${id}:${reviewOn}` })
    }
  })
}

async function lapse(tx: Knex.Transaction, { id, version, agencyId, trial }: ToReview, now: Date): Promise<void> {
  await setState(tx, id, 'lapsed', now)
  const words = trial ? WORDS.trial : WORDS.review
  await recordDecision(tx, { agreementId: id, version, act: 'lapsed', role: 'service', words }, now)
  await queueNotice(tx, { to: { agency: agencyId }, kind: 'agreement-lapsed', key: `${id}:${version}` })
}

const WORDS = {
  review: { en: 'It was not reviewed in time.', cy: 'Ni chafodd ei adolygu mewn pryd.' },
  trial: {
    en: 'It was a trial, and no review showed its benefit in time.',
    cy: 'Treial oedd hwn, ac ni ddangosodd adolygiad ei fudd mewn pryd.',
  },
}
