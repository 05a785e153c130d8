import type { Request, Response } from 'express'
import { row, type SummaryRow } from '../../access-log/summary-row.ts'
import { findLifeEvent } from '../../catalogue/catalogue.ts'
import { newerThan } from '../../deliveries/agency-delivery-store.ts'
import type { AgencyDelivery } from '../../deliveries/agency-delivery.ts'
import { openInInbox, type Opened } from '../../deliveries/open-in-inbox.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { findInInbox, showCover } from './cover-page.ts'
import { officerOf, type InboxParts } from './inbox-parts.ts'
import { inWords } from './list-page.ts'
import { outcomeForm } from './outcome-form.ts'
import { whyRows } from './why-rows.ts'

const content = { en, cy }

/** Shows what it tells. By now that this officer sees it is on record. */
export async function openOne(parts: InboxParts, req: Request, res: Response): Promise<void> {
  const { delivery } = await findInInbox(parts, req)
  const opened = (await openInInbox(parts, officerOf(req), [delivery.id])).get(delivery.id)
  if (!opened) return showCover(parts, req, res, true)
  const { db, clock, events } = parts
  const agency = agencyOf(req)
  const newer = await inContext(db, { agency }, (tx) => newerThan(tx, agency, delivery.id, clock()))
  const { language } = req
  const words = content[language].opened
  const { what, time } = inWords(delivery, language, events)
  renderStaffPage(req, res, 'oversight/inbox/opened.njk', {
    title: words.title(what, time),
    ...{ words, backLink: '/agency/inbox' },
    ...changeIn(opened, language),
    newer: newer && newerLink(newer, language, events),
    noted: opened.first ? words.first : words.again,
    facts: factRows(opened, language, events),
    why: whyRows(opened.grant.agreement, language),
    form: outcomeForm(delivery.id, language),
  })
}

/** Facts by the labels of the catalogue. */
export function factRows({ delivery, facts }: Opened, language: Language, events?: InboxParts['events']): SummaryRow[] {
  const fields = findLifeEvent(delivery.eventType, events)?.fields ?? {}
  return Object.entries(facts).flatMap(([name, value]) => {
    const field = fields[name]
    return field ? row(field.label[language], ...field.show(value, language)) : []
  })
}

function changeIn({ change }: Opened, language: Language) {
  if (!change) return {}
  const words = content[language].opened
  return {
    change: words.changes[change.change],
    answer: change.answer,
    original: `/agency/inbox/${change.original_jti}`,
  }
}

function newerLink(newer: AgencyDelivery, language: Language, events?: InboxParts['events']) {
  const { href, news, time } = inWords(newer, language, events)
  return { href, text: content[language].opened.laterLink(news, time) }
}
