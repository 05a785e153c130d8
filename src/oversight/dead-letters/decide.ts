import type { Request, Response } from 'express'
import { actOnDeadLetters } from '../../deliveries/dead-letters.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { textField } from '../../web/form.ts'
import type { AgencyDeliveriesParts } from '../deliveries/list-page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { decidedAbout, type Decided } from './decided-about.ts'

const content = { en, cy }
const ACTS = ['redrive', 'discard'] as const
const LONGEST = 500

export async function showDecision(parts: AgencyDeliveriesParts, req: Request, res: Response): Promise<void> {
  ask(req, res, await decidedAbout(parts, req))
}

/** With a reason, which is kept with who it was. */
export async function decide(parts: AgencyDeliveriesParts, req: Request, res: Response): Promise<void> {
  const decided = await decidedAbout(parts, req)
  const reason = textField(req.body, 'reason')
  const act = ACTS.find((known) => known === textField(req.body, 'act'))
  const { errors } = content[req.language].decide
  const problems = [
    ...(act ? [] : [{ field: 'act', message: errors.act }]),
    ...(reason === '' ? [{ field: 'reason', message: errors.reason }] : []),
    ...(reason.length > LONGEST ? [{ field: 'reason', message: errors.long }] : []),
  ]
  if (!act || problems.length > 0) return ask(req, res, decided, { act, reason, problems })
  const { ids, stream } = decided
  const affected = await inContext(parts.db, { agency: agencyOf(req) }, (tx) =>
    actOnDeadLetters(tx, { act, staff: staffOf(req), ids, reason, ...(stream && { stream }) }, parts.clock()),
  )
  noteStaffDone(req, act === 'redrive' ? 'redriven' : 'discarded', affected.length)
  res.redirect(303, '/agency/dead-letters')
}

interface Typed {
  act?: (typeof ACTS)[number] | undefined
  reason: string
  problems: { field: string; message: string }[]
}

function ask(req: Request, res: Response, { title, note }: Decided, typed: Typed = { reason: '', problems: [] }): void {
  const messageAt = (field: string) => typed.problems.find((problem) => problem.field === field)?.message
  renderStaffPage(req, res, 'oversight/dead-letters/decide.njk', {
    ...{ title, note, words: content[req.language].decide, backLink: '/agency/dead-letters', action: req.path },
    ...{ errors: typed.problems, reason: typed.reason },
    actError: messageAt('act'),
    reasonError: messageAt('reason'),
    items: itemsOf(req.language, typed.act),
  })
}

const itemsOf = (language: Language, chosen: Typed['act']) =>
  ACTS.map((value) => {
    const { acts, hints } = content[language].decide
    return { value, text: acts[value], hint: { text: hints[value] }, checked: value === chosen }
  })
