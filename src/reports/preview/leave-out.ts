import type { Request, Response } from 'express'
import type { Facts } from '../../catalogue/life-event.ts'
import { notFound } from '../../shared/refusal.ts'
import { minimise } from '../../subscriptions/minimise.ts'
import { listField, type FormFields } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import type { CorrectedBody } from '../afterwards/corrected-body.ts'
import { correctionPreview, type CorrectionPreview } from '../afterwards/correction-preview.ts'
import { withRedaction } from './body-choices.ts'
import { bodyOf, keepForBody } from './body-page.ts'
import { previewWords } from '../content/preview-words.ts'
import { words } from '../content/words.ts'
import { isComplete } from '../journey/journey.ts'
import { paths } from '../paths.ts'
import { nameOf } from './preview-view.ts'
import { wantsQuickExit } from '../journey/question-page.ts'
import { mayBeLeftOut } from './redaction.ts'
import { asOwner, DRAFT, type PageOfEvent, type Visit } from '../journey/visit.ts'

const FIELDS = 'fields'

export const leaveOutFields: FormFields = { single: [DRAFT], list: [FIELDS] }

/** For somebody at risk: which of its values one body is not told. */
export const showLeaveOut: PageOfEvent = async (req, res, visit) => {
  const at = await atRisk(req, res, visit)
  if (at) render(req, res, visit, at)
}

export const takeLeaveOut: PageOfEvent = async (req, res, visit) => {
  const at = await atRisk(req, res, visit)
  if (!at) return
  const { body, facts } = at
  const offered = offeredFor(body, facts, visit)
  const fields = listField(req.body, FIELDS).filter((name) => offered.includes(name))
  const { id } = body.recipient.agreement
  const evenNone = visit.draft?.correctsReportId !== undefined
  await keepForBody(req, res, visit, { body, change: (content) => withRedaction(content, id, fields, { evenNone }) })
}

interface At {
  body: Pick<CorrectedBody, 'recipient' | 'redacted' | 'facts'>
  /** All that is said. */
  facts: Facts
}

/** There is no such page for those who are not at risk: then a body gets what its agreement says. */
async function atRisk(req: Request, res: Response, visit: Visit): Promise<At | undefined> {
  const { draft, journey, event, parts } = visit
  const reportId = draft?.correctsReportId
  if (reportId && isComplete(journey)) {
    return inCorrection(req, await asOwner(parts, req, (owner) => correctionPreview(owner, visit, reportId)))
  }
  if (!event.safety(journey.given)) throw notFound()
  const found = bodyOf(req, res, visit, ({ told, emptied }) => [...told, ...emptied])
  return found && { body: found.body, facts: found.preview.facts }
}

function inCorrection({ params }: Request, { bodies, safety, facts }: CorrectionPreview): At {
  const body = bodies.find(({ recipient }) => recipient.agreement.id === params['agreement'])
  if (!body || !safety) throw notFound()
  return { body, facts }
}

/** Names of the fields that have a value for this body and are the citizen's to leave out. */
function offeredFor({ recipient }: At['body'], facts: Facts, { event }: Visit): string[] {
  return Object.keys(minimise(facts, recipient.fields)).filter((name) => {
    const field = event.fields[name]
    return field !== undefined && !field.household && mayBeLeftOut(name, field)
  })
}

function render(req: Request, res: Response, visit: Visit, { body, facts }: At) {
  const { language } = req
  const text = previewWords[language].leaveOut
  const { event, journey, draft } = visit
  const { recipient, redacted } = body
  const offered = offeredFor(body, facts, visit)
  const labelOf = (name: string) => event.fields[name]?.label[language] ?? name
  const always = Object.keys(body.facts).filter((name) => !offered.includes(name))
  renderPage(req, res, 'reports/leave-out.njk', {
    title: text.title(nameOf(recipient, language)),
    backLink: paths.whoWillBeTold(event.type),
    action: paths.leaveOut(event.type, recipient.agreement.id),
    draftId: draft?.id,
    offered: offered.map((name) => ({
      name,
      label: labelOf(name),
      value: event.fields[name]?.show(facts[name], language).join(', '),
      leftOut: redacted.includes(name),
    })),
    always: always.length > 0 ? text.always(words[language].list(always.map(labelOf))) : undefined,
    words: { ...text, continue: words[language].continue, warningLabel: previewWords[language].whoWillBeTold.warning },
    ...{ exit: words[language].exit, quickExit: wantsQuickExit(journey) },
  })
}
