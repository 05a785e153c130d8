import type { Request, Response } from 'express'
import { recordOutcome } from '../../deliveries/record-outcome.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { notFound } from '../../shared/refusal.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { findInInbox } from './cover-page.ts'
import type { InboxParts } from './inbox-parts.ts'
import { inWords } from './list-page.ts'
import { outcomeErrors, outcomeForm } from './outcome-form.ts'
import type { OutcomeProblem } from './outcome-fields.ts'
import { readOutcomeForm, type Typed } from './read-outcome-form.ts'

const content = { en, cy }

/** The form by itself: without what was told, which would have to be opened once more. */
export async function showOutcomeForm(
  parts: InboxParts,
  req: Request,
  res: Response,
  { typed = {}, problems = [] }: { typed?: Typed; problems?: OutcomeProblem[] } = {},
): Promise<void> {
  const delivery = await openedBefore(parts, req)
  const { language } = req
  const { what, news, time } = inWords(delivery, language, parts.events)
  renderStaffPage(req, res, 'oversight/inbox/outcome.njk', {
    title: content[language].outcome.title,
    about: content[language].opened.laterLink(`${what}, ${news}`, time),
    errors: outcomeErrors(problems, language),
    form: outcomeForm(delivery.id, language, typed, problems),
    backLink: `/agency/inbox/${delivery.id}`,
  })
}

/** An answer to what was opened, as if a program of the body had sent it. */
export async function answer(parts: InboxParts, req: Request, res: Response): Promise<void> {
  const { id } = await openedBefore(parts, req)
  const { db, clock } = parts
  const { typed, problems, outcome } = readOutcomeForm(req.body, ukToday(clock()))
  if (!outcome) return showOutcomeForm(parts, req, res, { typed, problems })
  const [agency, staff] = [agencyOf(req), staffOf(req)]
  await inContext(db, { agency }, async (tx) => {
    await recordOutcome({ ...parts, db: tx }, agency, id, outcome)
    const detail = { status: outcome.status }
    await recordAction(tx, { staff, action: 'outcome-recorded', target: id, detail, at: clock() })
  })
  noteStaffDone(req, 'outcome')
  res.redirect(303, '/agency/inbox?show=opened&order=newest')
}

/** @throws Refusal not-found for what nobody has opened: there is nothing to answer to. */
async function openedBefore(parts: InboxParts, req: Request) {
  const { delivery } = await findInInbox(parts, req)
  if (delivery.state !== 'acknowledged') throw notFound()
  return delivery
}
