import type { Request, Response } from 'express'
import { listAgencies } from '../agencies/agency-store.ts'
import { fieldNames, misfits, textField } from '../web/form.ts'
import { renderPage, type FieldError } from '../web/page.ts'
import { words } from './content/words.ts'
import { isComplete } from './journey.ts'
import { paths } from './paths.ts'
import { previewOf, unchosen, type Choices, type Preview } from './preview.ts'
import { bodiesOf, choiceField, isChoiceField, nameOf, notToldLines } from './preview-view.ts'
import { wantsQuickExit } from './question-page.ts'
import { sendReport } from './send.ts'
import { asOwner, furthestPlace, type PageOfEvent, type Visit } from './visit.ts'

/** Before anything is sent: per body, what exactly it gets, why, on which power, and what then happens. */
export const showPreview: PageOfEvent = async (req, res, visit) => {
  if (!isComplete(visit.journey)) return res.redirect(303, furthestPlace(visit.journey))
  await render(req, res, visit, { preview: previewOf(visit), choices: {}, errors: [] })
}

/** The send button. Pressed twice, it leads to the same confirmation. */
export const sendFromPreview: PageOfEvent = async (req, res, visit) => {
  const preview = previewOf(visit)
  const choices = choicesFrom(req.body, preview)
  if (misfits(req.body, { single: ['draft', 'seen', ...fieldNames(req.body).filter(isChoiceField)] })) {
    const errors = [{ field: 'bodies', message: words[req.language].unreadable }]
    return await render(req, res, visit, { preview, choices, errors })
  }
  const sending = { draftId: textField(req.body, 'draft'), seen: textField(req.body, 'seen'), choices }
  const sent = await asOwner(visit.parts, req, (owner) => sendReport(owner, visit.event, sending))
  if (sent.kind === 'sent') return res.redirect(303, paths.confirmation(sent.report.reference))
  if (sent.kind === 'not-ready') return res.redirect(303, furthestPlace(visit.journey))
  await render(req, res, visit, { preview, choices, errors: errorsOf(sent.kind, preview, choices, req) })
}

interface Shown {
  preview: Preview
  choices: Choices
  errors: FieldError[]
}

async function render(req: Request, res: Response, visit: Visit, { preview, choices, errors }: Shown): Promise<void> {
  const { event, journey, draft, parts } = visit
  const text = words[req.language]
  const nobody = preview.told.length === 0
  renderPage(req, res, 'reports/who-will-be-told.njk', {
    title: nobody ? text.whoWillBeTold.nobodyTitle : text.whoWillBeTold.title,
    errors,
    backLink: paths.checkAnswers(event.type),
    action: paths.whoWillBeTold(event.type),
    bodies: bodiesOf(preview, { event, choices, errors, language: req.language }),
    notTold: [...notToldLines(preview, await listAgencies(parts.db), req.language), event.words[req.language].beyond],
    illustration: preview.told.some(({ recipient }) => recipient.agency.illustration),
    intro: text.whoWillBeTold.intro(preview.told.length),
    safety: event.safety(journey.given),
    draftId: draft?.id,
    seen: preview.seen,
    nobody,
    words: text.whoWillBeTold,
    exit: text.exit,
    quickExit: wantsQuickExit(journey),
  })
}

function choicesFrom(body: unknown, { told }: Preview): Choices {
  const chosen = told.map(({ recipient }) => {
    const { id } = recipient.agreement
    return [id, textField(body, choiceField(id))] as const
  })
  return Object.fromEntries(chosen.filter(isChoice))
}

const isChoice = (pair: readonly [string, string]): pair is readonly [string, 'yes' | 'no'] =>
  pair[1] === 'yes' || pair[1] === 'no'

function errorsOf(
  kind: 'changed' | 'unchosen',
  preview: Preview,
  choices: Choices,
  { language }: Request,
): FieldError[] {
  const text = words[language].whoWillBeTold
  if (kind === 'changed') return [{ field: 'bodies', message: text.changed }]
  return unchosen(preview, choices).map(({ recipient }) => ({
    field: choiceField(recipient.agreement.id),
    message: text.chooseBlank(nameOf(recipient, language)),
  }))
}
