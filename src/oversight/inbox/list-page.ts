import type { Request, Response } from 'express'
import { retryPolicy } from '../../deliveries/after-attempt.ts'
import { findInInbox } from '../../deliveries/agency-delivery-store.ts'
import type { AgencyDelivery } from '../../deliveries/agency-delivery.ts'
import { eventInWords } from '../../agreements/show-agreement.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { later } from '../../shared/clock.ts'
import { formatDate, formatDateTime, ukToday } from '../../shared/dates.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import { textField } from '../../web/form.ts'
import { pageLinks, pageOf, stretchIn } from '../keyset.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { mayOpen, type InboxParts } from './inbox-parts.ts'

const content = { en, cy }

/** What waits, or was opened: what kind of news and when, and nothing about anybody. */
export async function showInbox({ db, clock, events }: InboxParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const agency = agencyOf(req)
  const [opened, newest] = [textField(req.query, 'show') === 'opened', textField(req.query, 'order') === 'newest']
  const stretch = stretchIn(req.query, newest ? 'newest' : 'oldest', clock())
  const { found, has } = await inContext(db, { agency }, async (tx) => ({
    found: await findInInbox(tx, agency, opened, stretch),
    has: (await listSubscriptions(tx, [agency])).some(({ method }) => method === 'inbox'),
  }))
  const page = pageOf(found, stretch)
  const words = content[language].list
  renderStaffPage(req, res, 'oversight/inbox/list.njk', {
    title: words.title,
    ...{ words, has, opened, newest, officer: mayOpen(req) },
    rows: page.rows.map((row) => ({ ...inWords(row, language, events), open: !opened })),
    days: daysOf(page.rows, language),
    ...pageLinks(page, '/agency/inbox', { show: opened ? 'opened' : 'waiting', order: newest ? 'newest' : 'oldest' }),
  })
}

export function inWords(delivery: AgencyDelivery, language: Language, events?: InboxParts['events']) {
  const { news, answers } = content[language]
  const { id, arrivedAt, outcome } = delivery
  const answered = outcome !== null && Object.hasOwn(answers, outcome) ? answers[outcome as keyof typeof answers] : null
  const lastDay = formatDate(ukToday(later(arrivedAt, retryPolicy.window)), language)
  return {
    href: `/agency/inbox/${id}`,
    what: eventInWords(delivery.eventType, language, events),
    news: news[delivery.news],
    time: formatDateTime(arrivedAt, language),
    until: content[language].list.until(lastDay),
    answer: answered,
  }
}

/** Those of this page, in its order. A day is that on which it was made ready, which its list goes by. */
function daysOf(rows: readonly AgencyDelivery[], language: Language) {
  const days = new Set(rows.map(({ cursor }) => ukToday(new Date(cursor.microseconds / 1000))))
  return [...days].map((day) => ({
    action: `/agency/inbox/${day}.csv`,
    text: content[language].list.download(formatDate(day, language)),
  }))
}
