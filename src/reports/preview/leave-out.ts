import type { Request, Response } from 'express'
import { notFound } from '../../shared/refusal.ts'
import { minimise } from '../../subscriptions/minimise.ts'
import { listField, type FormFields } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { withRedaction } from './body-choices.ts'
import { bodyOf, keepForBody } from './body-page.ts'
import { previewWords } from '../content/preview-words.ts'
import { words } from '../content/words.ts'
import { paths } from '../paths.ts'
import type { Preview, ToldBody } from './preview.ts'
import { nameOf } from './preview-view.ts'
import { wantsQuickExit } from '../journey/question-page.ts'
import { mayBeLeftOut } from './redaction.ts'
import { DRAFT, type PageOfEvent, type Visit } from '../journey/visit.ts'

const FIELDS = 'fields'

export const leaveOutFields: FormFields = { single: [DRAFT], list: [FIELDS] }

/** For somebody at risk: which of its values one body is not told. */
export const showLeaveOut: PageOfEvent = (req, res, visit) => {
  const at = atRisk(req, res, visit)
  if (at) render(req, res, visit, at)
}

export const takeLeaveOut: PageOfEvent = async (req, res, visit) => {
  const at = atRisk(req, res, visit)
  if (!at) return
  const { body, preview } = at
  const offered = offeredFor(body, preview, visit)
  const fields = listField(req.body, FIELDS).filter((name) => offered.includes(name))
  const { id } = body.recipient.agreement
  await keepForBody(req, res, visit, { body, change: (content) => withRedaction(content, id, fields) })
}

interface At {
  body: ToldBody
  preview: Preview
}

/** There is no such page for those who are not at risk: then a body gets what its agreement says. */
function atRisk(req: Request, res: Response, visit: Visit): At | undefined {
  if (!visit.event.safety(visit.journey.given)) throw notFound()
  return bodyOf(req, res, visit, ({ told, emptied }) => [...told, ...emptied])
}

/** Names of the fields that have a value for this body and are the citizen's to leave out. */
function offeredFor({ recipient }: ToldBody, { facts }: Preview, { event }: Visit): string[] {
  return Object.keys(minimise(facts, recipient.fields)).filter((name) => {
    const field = event.fields[name]
    return field !== undefined && !field.household && mayBeLeftOut(name, field)
  })
}

function render(req: Request, res: Response, visit: Visit, { body, preview }: At) {
  const { language } = req
  const text = previewWords[language].leaveOut
  const { event, journey, draft } = visit
  const { recipient, redacted } = body
  const offered = offeredFor(body, preview, visit)
  const labelOf = (name: string) => event.fields[name]?.label[language] ?? name
  const always = Object.keys(body.facts).filter((name) => !offered.includes(name))
  renderPage(req, res, 'reports/leave-out.njk', {
    title: text.title(nameOf(recipient, language)),
    backLink: paths.whoWillBeTold(event.type),
    action: paths.leaveOut(event.type, recipient.agreement.id),
    draftId: draft?.id,
    offered: offered.map((name) => ({
      value: name,
      text: labelOf(name),
      hint: { text: event.fields[name]?.show(preview.facts[name], language).join(', ') },
      checked: redacted.includes(name),
    })),
    always: always.length > 0 ? text.always(words[language].list(always.map(labelOf))) : undefined,
    words: { ...text, continue: words[language].continue, warningLabel: previewWords[language].whoWillBeTold.warning },
    ...{ exit: words[language].exit, quickExit: wantsQuickExit(journey) },
  })
}
