import type { Request, Response } from 'express'
import { addProposal } from '../../agreements/proposals/proposal-store.ts'
import { findLifeEvent, lifeEvents } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import { listField, textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { words } from './place.ts'
import type { ProposalParts } from './routes.ts'
import { mistakesIn, standing, termsFrom, typedBefore, type Typed } from './terms.ts'

/** One link for each event: what it can tell differs. */
export function showChoice({ events = lifeEvents }: ProposalParts, req: Request, res: Response): void {
  const text = words[req.language].choose
  const links = events.map(({ type, words: of }) => ({
    href: `/agency/proposals/new/${type}`,
    text: of[req.language].short,
  }))
  renderStaffPage(req, res, 'oversight/proposals/choose.njk', { title: text.title, words: text, links })
}

export async function showForm(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const event = eventOf(parts, req)
  const before = await standing(parts.db, agencyOf(req), event)
  show(req, res, event, typedBefore(before, event), [])
}

/** Keeps it until somebody else decides. */
export async function propose(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const [event, staff, now, agencyId] = [eventOf(parts, req), staffOf(req), parts.clock(), agencyOf(req)]
  const typed = {
    fields: listField(req.body, 'fields').filter((name) => Object.hasOwn(event.fields, name)),
    purpose: textField(req.body, 'purpose'),
    purposeCy: textField(req.body, 'purpose-cy'),
    basis: textField(req.body, 'basis'),
    power: textField(req.body, 'power'),
  }
  const errors = mistakesIn(typed, req.language)
  if (errors.length > 0) return show(req, res, event, typed, errors)
  const before = await standing(parts.db, agencyId, event)
  const terms = termsFrom(typed, { event, agencyId, before })
  const id = await inContext(parts.db, { agency: agencyId }, async (tx) => {
    const baseVersion = before?.version ?? null
    const proposal = { agencyId, agreementId: terms.id, terms, baseVersion, proposedBy: staff.id }
    const added = await addProposal(tx, proposal, now)
    if (added) await recordAction(tx, { staff, action: 'agreement-proposed', target: added, at: now })
    return added
  })
  if (id === undefined) {
    return show(req, res, event, typed, [{ field: 'fields', message: words[req.language].form.open }])
  }
  noteStaffDone(req, 'agreement-proposed')
  res.redirect(303, `/agency/proposals/${id}`)
}

function eventOf({ events }: ProposalParts, req: Request): LifeEvent {
  const event = findLifeEvent(req.params['event'], events)
  if (!event) throw notFound()
  return event
}

function show(req: Request, res: Response, event: LifeEvent, typed: Typed, errors: FieldError[]): void {
  const { language } = req
  const text = words[language].form
  renderStaffPage(req, res, 'oversight/proposals/form.njk', {
    ...{ title: text.title(event.words[language].short), words: text, typed, errors },
    path: `/agency/proposals/new/${event.type}`,
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    fields: Object.entries(event.fields).map(([value, { label }]) => ({
      ...{ value, text: label[language], checked: typed.fields.includes(value) },
    })),
    bases: Object.entries(text.bases).map(([value, label]) => ({ value, text: label, checked: typed.basis === value })),
  })
}
