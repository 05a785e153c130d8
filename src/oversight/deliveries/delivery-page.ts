import type { Request, Response } from 'express'
import { row, type SummaryRow } from '../../access-log/summary-row.ts'
import { answersTo, attemptsOf, type Attempt } from '../../deliveries/delivery-history-store.ts'
import { findDeliveryOfAgency } from '../../deliveries/agency-delivery-store.ts'
import type { AgencyDelivery } from '../../deliveries/agency-delivery.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { deliveryInWords, failureInWords, streamInWords, wordFor } from './delivery-in-words.ts'
import type { AgencyDeliveriesParts } from './list-page.ts'

const content = { en, cy }

// As many as seven days of trying make, and what a redrive adds.
const MOST_ATTEMPTS = 200

/** One delivery with its attempts and answers, and not a word of what it tells. */
export async function showDelivery(parts: AgencyDeliveriesParts, req: Request, res: Response): Promise<void> {
  const { db, clock, events } = parts
  const { language } = req
  const [agency, id] = [agencyOf(req), String(req.params['id'])]
  if (!isUuid(id)) throw notFound()
  const known = await inContext(db, { agency }, async (tx) => {
    const delivery = await findDeliveryOfAgency(tx, agency, id, clock())
    if (!delivery) throw notFound()
    const streams = await listSubscriptions(tx, [agency])
    return { delivery, streams, attempts: await attemptsOf(tx, id, MOST_ATTEMPTS), answers: await answersTo(tx, id) }
  })
  const { delivery, streams, attempts, answers } = known
  const text = deliveryInWords(delivery, language, events)
  const words = content[language].one
  renderStaffPage(req, res, 'oversight/deliveries/delivery.njk', {
    title: words.title(text.what, text.time),
    ...{ words, backLink: '/agency/deliveries' },
    rows: rowsOf(delivery, text, streamInWords(streams, delivery.subscriptionId, language), language),
    attempts: attempts.map((attempt) => attemptInWords(attempt, language)),
    answers: answers.map(({ status, receivedAt }) => ({
      time: formatDateTime(receivedAt, language),
      text: wordFor(content[language].answers, status),
    })),
    inboxHref: delivery.method === 'inbox' && `/agency/inbox/${id}`,
    deadHref: delivery.state === 'given-up' && !delivery.discardedAt && `/agency/dead-letters/${id}`,
  })
}

function rowsOf(
  delivery: AgencyDelivery,
  text: ReturnType<typeof deliveryInWords>,
  stream: string,
  language: Language,
): SummaryRow[] {
  const { one: words, list } = content[language]
  const time = (at: Date | null) => at !== null && formatDateTime(at, language)
  const { agreementId, agreementVersion, nextAttemptAt, method, state } = delivery
  return [
    ...row(words.id, delivery.id),
    ...row(list.rows.what, text.what),
    ...row(list.rows.news, text.news),
    ...row(list.rows.state, text.state),
    ...row(words.stream, stream),
    ...row(words.agreement, {
      text: words.agreementLink(agreementId, agreementVersion),
      href: `/agreements/${agreementId}/versions/${agreementVersion}`,
    }),
    ...row(words.came, text.time),
    ...row(words.count, String(delivery.attempts)),
    ...row(words.next, state === 'due' && method === 'push' && time(nextAttemptAt)),
    ...row(words.settled, time(delivery.settledAt)),
    ...row(words.failure, state !== 'acknowledged' && failureInWords(delivery.lastFailure, language)),
    ...row(words.redriven, time(delivery.redrivenAt)),
    ...row(words.discarded, time(delivery.discardedAt)),
  ]
}

function attemptInWords({ startedAt, result, httpStatus, detail }: Attempt, language: Language) {
  const { results, one } = content[language]
  const word = Object.hasOwn(results, result) ? wordFor(results, result) : results.other
  const more = [httpStatus !== null && one.status(httpStatus), detail].filter(Boolean)
  return { time: formatDateTime(startedAt, language), text: [word, ...more].join(', ') }
}
