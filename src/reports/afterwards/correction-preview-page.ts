import type { Request, Response } from 'express'
import { said } from '../../agreements/show-agreement.ts'
import type { Language } from '../../shared/language.ts'
import { misfits, textField } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { correctionWords } from '../content/correction-words.ts'
import { words } from '../content/words.ts'
import { sendCorrection } from './correct.ts'
import { correctionPreview, type CorrectedBody } from './correction-preview.ts'
import { noteDone } from './done.ts'
import { isComplete } from '../journey/journey.ts'
import { paths } from '../paths.ts'
import { wantsQuickExit } from '../journey/question-page.ts'
import { asOwner, furthestPlace, type Visit } from '../journey/visit.ts'

/** Before a correction is sent: who gets it, with what exactly. */
export async function showCorrectionPreview(req: Request, res: Response, visit: Visit, error?: string): Promise<void> {
  const { event, journey, draft, parts } = visit
  const reportId = draft?.correctsReportId ?? ''
  if (!isComplete(journey)) return res.redirect(303, furthestPlace(journey))
  const preview = await asOwner(parts, req, (owner) => correctionPreview(owner, event, { journey, reportId }))
  const text = correctionWords[req.language]
  const shown = (knows: boolean) =>
    preview.bodies.filter((body) => body.knows === knows).map((body) => bodyOf(body, visit, req.language))
  renderPage(req, res, 'reports/correction.njk', {
    title: text.title,
    errors: error ? [{ field: 'bodies', message: error }] : [],
    backLink: paths.checkAnswers(event.type),
    action: paths.whoWillBeTold(event.type),
    ...{ told: shown(true), notYet: shown(false), differs: preview.differs, seen: preview.seen, draftId: draft?.id },
    ...{ words: text, exit: words[req.language].exit, quickExit: wantsQuickExit(journey) },
  })
}

/** Pressed twice, it is one correction. */
export async function sendCorrectionFromPreview(req: Request, res: Response, visit: Visit): Promise<void> {
  const text = correctionWords[req.language]
  if (misfits(req.body, { single: ['draft', 'seen'] })) {
    return showCorrectionPreview(req, res, visit, words[req.language].unreadable)
  }
  const sending = { draftId: textField(req.body, 'draft'), seen: textField(req.body, 'seen') }
  const sent = await asOwner(visit.parts, req, (owner) => sendCorrection(owner, visit.event, sending))
  if (sent.kind === 'not-ready') return res.redirect(303, furthestPlace(visit.journey))
  if (sent.kind === 'changed') return showCorrectionPreview(req, res, visit, text.changed)
  if (sent.kind === 'sent') noteDone(req, 'correction')
  res.redirect(303, paths.progress(sent.reference))
}

function bodyOf({ name, purpose, facts }: CorrectedBody, { event }: Visit, language: Language) {
  const lines = Object.entries(facts).flatMap(([field, value]) => {
    const known = event.fields[field]
    return known ? [`${known.label[language]}: ${known.show(value, language).join(', ')}`] : []
  })
  return { name: said(name, language), purpose: said(purpose, language), lines }
}
