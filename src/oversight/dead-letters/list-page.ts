import type { Request, Response } from 'express'
import { findDeadLetters } from '../../deliveries/agency-delivery-store.ts'
import { countDeadLetters } from '../../deliveries/dead-letter-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import { deliveryInWords, failureInWords, streamInWords } from '../deliveries/delivery-in-words.ts'
import type { AgencyDeliveriesParts } from '../deliveries/list-page.ts'
import { pageLinks, pageOf, stretchIn } from '../keyset.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const content = { en, cy }

/** What was given up and waits for somebody of the body to decide. */
export async function showDeadLetters({ db, clock, events }: AgencyDeliveriesParts, req: Request, res: Response) {
  const { language } = req
  const agency = agencyOf(req)
  const stretch = stretchIn(req.query, 'newest', clock())
  const { found, counts, streams } = await inContext(db, { agency }, async (tx) => ({
    found: await findDeadLetters(tx, agency, stretch),
    counts: await countDeadLetters(tx, agency),
    streams: await listSubscriptions(tx, [agency]),
  }))
  const page = pageOf(found, stretch)
  const words = content[language].list
  renderStaffPage(req, res, 'oversight/dead-letters/list.njk', {
    ...{ title: words.title, words, officer: staffOf(req).role !== 'viewer' },
    streams: [...counts].map(([id, count]) => ({
      href: `/agency/dead-letters/streams/${id}`,
      name: streamInWords(streams, id, language),
      text: words.all(count),
    })),
    rows: page.rows.map((delivery) => ({
      ...deliveryInWords(delivery, language, events),
      gaveUp: delivery.settledAt && formatDateTime(delivery.settledAt, language),
      failure: failureInWords(delivery.lastFailure, language),
      decideHref: `/agency/dead-letters/${delivery.id}`,
    })),
    ...pageLinks(page, '/agency/dead-letters', {}),
  })
}
