import type { Request, Response } from 'express'
import { row } from '../../access-log/summary-row.ts'
import { agreementVersions } from '../../agreements/agreement-store.ts'
import { fieldsFor } from '../../agreements/agreement.ts'
import { fieldsInWords } from '../../agreements/show-agreement.ts'
import { findDeliveryOfAgency } from '../../deliveries/agency-delivery-store.ts'
import type { AgencyDelivery } from '../../deliveries/agency-delivery.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { deliveryIdIn, mayOpen, type InboxParts } from './inbox-parts.ts'
import { inWords } from './list-page.ts'
import { whyRows } from './why-rows.ts'

const content = { en, cy }

/**
 * What one is, before it is opened: opening is a form of its own, so that neither a browser that looks ahead nor a page
 * that is loaded again tells anybody anything.
 *
 * @param refused it could not be opened just now
 */
export async function showCover(parts: InboxParts, req: Request, res: Response, refused = false): Promise<void> {
  const { delivery, agreement } = await findInInbox(parts, req)
  const { language } = req
  const words = content[language].cover
  const { what, news, time, href } = inWords(delivery, language, parts.events)
  const state = stateIn(delivery, refused)
  const fields = agreement ? fieldsFor(agreement, delivery.eventType) : []
  const told = fieldsInWords({ types: [delivery.eventType], fields }, language, parts.events)
  renderStaffPage(req, res, 'oversight/inbox/cover.njk', {
    title: words.title(what, time),
    ...{ words, backLink: '/agency/inbox', action: href, officer: mayOpen(req) },
    state: state && words.states[state],
    mayOpen: !state && mayOpen(req),
    opened: delivery.state === 'acknowledged',
    status: refused ? 409 : 200,
    rows: [
      ...row(words.what, what),
      ...row(words.news, news),
      ...row(words.came, time),
      ...row(words.opened, openedInWords(delivery, language)),
      ...row(words.told, ...told),
      ...(agreement ? whyRows(agreement, language) : []),
    ],
  })
}

/** One in the body's own inbox, with the agreement under which its citizen was told of it. */
export async function findInInbox({ db, clock }: Pick<InboxParts, 'db' | 'clock'>, req: Request) {
  const [agency, id] = [agencyOf(req), deliveryIdIn(req)]
  return inContext(db, { agency }, async (tx) => {
    const delivery = await findDeliveryOfAgency(tx, agency, id, clock())
    if (delivery?.method !== 'inbox') throw notFound()
    const version = { id: delivery.agreementId, version: delivery.agreementVersion }
    const [agreement] = await agreementVersions(tx, [version])
    return { delivery, agreement }
  })
}

const openedInWords = ({ state, settledAt }: AgencyDelivery, language: Language) =>
  state === 'acknowledged' && settledAt ? formatDateTime(settledAt, language) : content[language].cover.notOpened

/** Why it cannot be opened; undefined when it can, as far as anybody knows. */
function stateIn({ state }: AgencyDelivery, refused: boolean): keyof typeof en.cover.states | undefined {
  if (state === 'acknowledged') return refused ? 'not-allowed' : undefined
  if (state === 'due') return refused ? 'held' : undefined
  return state
}
