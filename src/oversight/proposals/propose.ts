import type { Request, Response } from 'express'
import type { Knex } from 'knex'
import { findAgency } from '../../agencies/agency-store.ts'
import { notForSharing } from '../../agreements/not-for-sharing/not-for-sharing.ts'
import { neverSharedInWords } from '../../agreements/not-for-sharing/refuse.ts'
import { addProposal, changeDraft, openProposal, type NewProposal } from '../../agreements/proposals/proposal-store.ts'
import { entryOf } from '../../agreements/proposals/proposal.ts'
import { findLifeEvent } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderForm } from './form-page.ts'
import { holderChoices } from './holder-choice.ts'
import { words } from './place.ts'
import type { ProposalParts } from './routes.ts'
import { newId, standing, termsFrom, unfinishedTerms } from './terms.ts'
import { minutesOf, mistakesIn, QUESTIONS, typedBefore, typedIn } from './typed-terms.ts'

/** With the draft of it, if the body keeps one; or else with the agreement that stands. */
export async function showForm(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const event = eventOf(parts, req)
  const agencyId = agencyOf(req)
  const before = await standing(parts.db, agencyId, event)
  const id = before?.id ?? newId(agencyId, event)
  const open = await inContext(parts.db, { agency: agencyId }, (tx) => openProposal(tx, id))
  const terms = open?.state === 'draft' ? open.terms : before && entryOf(before)
  await renderForm(parts, req, res, { event, typed: typedBefore(terms, event) }, [])
}

/** Keeps it as a draft, or sends it: then it waits until somebody else decides. */
export async function propose(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const [event, staff, now, agencyId] = [eventOf(parts, req), staffOf(req), parts.clock(), agencyOf(req)]
  const typed = typedIn(req.body, event)
  const state = textField(req.body, 'save') === 'draft' ? 'draft' : 'proposed'
  const before = await standing(parts.db, agencyId, event)
  const around = { event, agencyId, before, today: ukToday(now) }
  const holders = await holderChoices(parts.db, { own: agencyId, chosen: typed.holder }, req.language)
  const errors = [
    ...(holders.some(({ selected }) => selected)
      ? []
      : [{ field: 'holder', message: words[req.language].form.missingHolder }]),
    ...(state === 'draft' ? [] : mistakesIn(typed, req.language)),
    ...(await neverShared(parts.db, agencyId, unfinishedTerms(typed, around), req.language)),
  ]
  if (errors.length > 0) return renderForm(parts, req, res, { event, typed }, errors)
  const terms = state === 'draft' ? unfinishedTerms(typed, around) : termsFrom(typed, around)
  const road = terms.trial ? ('trial' as const) : ('full' as const)
  const paperwork = { questions: QUESTIONS, minutes: minutesOf(typed) ?? null }
  const asked = { agencyId, agreementId: terms.id, terms, baseVersion: before?.version ?? null, proposedBy: staff.id }
  const id = await inContext(parts.db, { agency: agencyId }, async (tx) => {
    const kept = await keep(tx, { ...asked, ...paperwork, state, road }, now)
    const action = state === 'draft' ? 'agreement-drafted' : 'agreement-proposed'
    if (kept) await recordAction(tx, { staff, action, target: kept, at: now })
    return kept
  })
  if (id === undefined) {
    return renderForm(parts, req, res, { event, typed }, [{ field: 'fields', message: words[req.language].form.open }])
  }
  noteStaffDone(req, state === 'draft' ? 'agreement-drafted' : 'agreement-proposed')
  res.redirect(303, `/agency/proposals/${id}`)
}

/** Over the draft, where there is one. @returns undefined while something about it is open. */
async function keep(tx: Knex.Transaction, asked: NewProposal, now: Date): Promise<string | undefined> {
  const open = await openProposal(tx, asked.agreementId)
  if (!open) return addProposal(tx, asked, now)
  if (open.state !== 'draft') return undefined
  return (await changeDraft(tx, { ...asked, id: open.id }, now)) ? open.id : undefined
}

/** What cannot be asked for cannot be drafted either, and the page says why. */
async function neverShared(
  db: Db,
  agencyId: string,
  terms: NewProposal['terms'],
  language: Language,
): Promise<FieldError[]> {
  const receiver = await findAgency(db, agencyId)
  const found = receiver ? notForSharing(terms, receiver) : []
  return found.map((each) => ({
    field: each === 'browsing' ? 'sharing' : 'fields',
    message: neverSharedInWords(each, language),
  }))
}

function eventOf({ events }: ProposalParts, req: Request): LifeEvent {
  const event = findLifeEvent(req.params['event'], events)
  if (!event) throw notFound()
  return event
}
