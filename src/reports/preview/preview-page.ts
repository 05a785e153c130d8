import type { Request, Response } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import { fieldNames, misfits, textField } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { sendCorrectionFromPreview, showCorrectionPreview } from '../afterwards/correction-preview-page.ts'
import { bodyChoicesOf } from './body-choices.ts'
import { choicesFrom, errorsOf } from './choices-sent.ts'
import { consequencesOf } from './consequences.ts'
import { previewWords } from '../content/preview-words.ts'
import { words } from '../content/words.ts'
import { emptyDraft } from '../drafts/draft.ts'
import { isComplete } from '../journey/journey.ts'
import { openJourney } from '../journey/open-journey.ts'
import { handOffsIn } from './hand-offs.ts'
import { notToldLines } from './not-told-lines.ts'
import { paths } from '../paths.ts'
import { previewOf, tellsNobody, type Choices, type Preview } from './preview.ts'
import { bodiesOf, isChoiceField, type Around } from './preview-view.ts'
import { wantsQuickExit } from '../journey/question-page.ts'
import { sendReport } from '../send.ts'
import { toldBeforeIn } from './told-before.ts'
import { statementsOf } from './statements.ts'
import { asOwner, furthestPlace, type PageOfEvent, type Visit } from '../journey/visit.ts'

/** Before anything is sent: per body, what exactly it gets, why, on which power, when, and what then happens. */
export const showPreview: PageOfEvent = async (req, res, visit) => {
  if (visit.draft?.correctsReportId) return await showCorrectionPreview(req, res, visit)
  if (!isComplete(visit.journey)) return res.redirect(303, furthestPlace(visit.journey))
  await render(req, res, visit, {
    preview: previewNow(visit),
    choices: bodyChoicesOf(visit.draft ?? emptyDraft).choices,
    errors: [],
  })
}

/** The send button. Pressed twice, it leads to the same confirmation. */
export const sendFromPreview: PageOfEvent = async (req, res, visit) => {
  if (visit.draft?.correctsReportId) return await sendCorrectionFromPreview(req, res, visit)
  const preview = previewNow(visit)
  const choices = choicesFrom(req.body, preview)
  if (misfits(req.body, { single: ['draft', 'seen', ...fieldNames(req.body).filter(isChoiceField)] })) {
    const errors = [{ field: 'bodies', message: words[req.language].unreadable }]
    return await render(req, res, visit, { preview, choices, errors })
  }
  const { coolingOffHours } = visit.parts
  const seen = { draftId: textField(req.body, 'draft'), seen: textField(req.body, 'seen') }
  const sending = { ...seen, choices, coolingOffHours }
  const sent = await asOwner(visit.parts, req, (owner) => sendReport(owner, visit.event, sending))
  if (sent.kind === 'sent') return res.redirect(303, paths.confirmation(sent.report.reference))
  if (sent.kind === 'not-ready') return res.redirect(303, furthestPlace(visit.journey))
  // What changed may have done so while this was sent: somebody else reported the same.
  const open = await asOwner(visit.parts, req, (owner) => openJourney(owner, visit.event, visit.draft))
  const now = previewNow({ ...visit, ...open })
  const errors = errorsOf(sent.kind, now, choices, req)
  await render(req, res, { ...visit, ...open }, { preview: now, choices, errors })
}

/** What would be sent if the citizen pressed the button at this moment. */
export const previewNow = (visit: Visit) =>
  previewOf(visit, { now: visit.parts.clock(), coolingOffHours: visit.parts.coolingOffHours })

// A page of more than these takes more than six screens.
const MOST_IN_FULL = 4

interface Shown {
  preview: Preview
  choices: Choices
  errors: FieldError[]
}

async function render(req: Request, res: Response, visit: Visit, shown: Shown): Promise<void> {
  const { event, journey, draft, parts } = visit
  const { preview, choices, errors } = shown
  const { language } = req
  const text = previewWords[language].whoWillBeTold
  const nobody = tellsNobody(preview)
  const safety = event.safety(journey.given)
  const agencies = await listAgencies(parts.db)
  const { coolingOffHours } = parts
  const many = preview.told.length > MOST_IN_FULL
  const around: Around = { event, agencies, choices, errors, safety, coolingOffHours, many, language }
  renderPage(req, res, 'reports/who-will-be-told.njk', {
    title: nobody ? text.nobodyTitle : text.title,
    errors,
    backLink: paths.checkAnswers(event.type),
    action: paths.whoWillBeTold(event.type),
    keeping: paths.choices(event.type),
    consequences: consequencesOf(preview, journey, around),
    bodies: bodiesOf(preview, around),
    notTold: notToldLines(preview, around),
    handOffs: handOffsIn(visit, language),
    statements: statementsOf(journey, language),
    illustration: preview.told.some(({ recipient }) => recipient.agency.illustration),
    intro: preview.told.length > 0 ? text.intro(preview.told.length) : undefined,
    toldBefore: toldBeforeIn(preview, language),
    ...{ safety, nobody, seen: preview.seen, draftId: draft?.id },
    ...{ words: text, exit: words[language].exit, quickExit: wantsQuickExit(journey) },
  })
}
