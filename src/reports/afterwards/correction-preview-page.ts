import type { Request, Response } from 'express'
import { contactWays } from '../../agreements/contact-ways.ts'
import { said } from '../../agreements/show-agreement.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { minimise } from '../../subscriptions/minimise.ts'
import { misfits, textField } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { correctionWords } from '../content/correction-words.ts'
import { previewWords } from '../content/preview-words.ts'
import { words } from '../content/words.ts'
import { sendCorrection } from './correct.ts'
import type { CorrectedBody } from './corrected-body.ts'
import { correctionPreview, type CorrectionPreview } from './correction-preview.ts'
import { noteDone } from './done.ts'
import type { Newcomer } from './newcomers.ts'
import { isComplete } from '../journey/journey.ts'
import { paths } from '../paths.ts'
import { cardId } from '../preview/preview-view.ts'
import { wantsQuickExit } from '../journey/question-page.ts'
import { asOwner, furthestPlace, type Visit } from '../journey/visit.ts'

/** Before a correction is sent: who gets it, with what exactly. */
export async function showCorrectionPreview(req: Request, res: Response, visit: Visit, error?: string): Promise<void> {
  const { event, journey, draft, parts } = visit
  const reportId = draft?.correctsReportId ?? ''
  if (!isComplete(journey)) return res.redirect(303, furthestPlace(journey))
  const preview = await asOwner(parts, req, (owner) => correctionPreview(owner, visit, reportId))
  const text = correctionWords[req.language]
  const shown = (knows: boolean) =>
    preview.bodies.filter((body) => body.knows === knows).map((body) => bodyOf(body, preview, visit, req.language))
  renderPage(req, res, 'reports/correction.njk', {
    title: text.title,
    errors: error ? [{ field: 'bodies', message: error }] : [],
    backLink: paths.checkAnswers(event.type),
    action: paths.whoWillBeTold(event.type),
    ...{ told: shown(true), notYet: shown(false), differs: preview.differs, seen: preview.seen, draftId: draft?.id },
    ...{ newcomers: preview.newcomers.map((one) => newcomerIn(one, req.language)), safety: preview.safety },
    events: paths.events,
    warning: previewWords[req.language].whoWillBeTold.warning,
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

function bodyOf(body: CorrectedBody, { facts: all, safety }: CorrectionPreview, { event }: Visit, language: Language) {
  const { recipient, facts, redacted } = body
  const { agency, agreement, fields } = recipient
  const labelOf = (name: string) => event.fields[name]?.label[language] ?? name
  const left = Object.keys(minimise(all, fields)).filter((name) => redacted.includes(name))
  const lines = Object.entries(facts).flatMap(([field, value]) => {
    const known = event.fields[field]
    return known ? [`${known.label[language]}: ${known.show(value, language).join(', ')}`] : []
  })
  return {
    ...{
      id: cardId(agreement.id),
      name: said(agency.name, language),
      purpose: said(agreement.purpose, language),
      lines,
    },
    leftOut: left.length > 0 ? correctionWords[language].leftOut(left.map(labelOf).join(', ')) : undefined,
    leaveOut: safety ? paths.leaveOut(event.type, agreement.id) : undefined,
  }
}

function newcomerIn({ name, purpose, contact }: Newcomer, language: Language) {
  const ways = contact ? contactWays(contact, language) : []
  const summary = previewWords[language].whoWillBeTold.otherWays(inLanguage(name, language))
  return { name: said(name, language), purpose: said(purpose, language), ways, summary }
}
