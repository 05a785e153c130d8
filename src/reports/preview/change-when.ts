import type { Request, Response } from 'express'
import { formatDate } from '../../shared/dates.ts'
import { inLanguage } from '../../shared/language.ts'
import { textField, type FormFields } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { bodyChoicesOf, withTiming } from './body-choices.ts'
import { bodyOf, keepForBody } from './body-page.ts'
import { previewWords } from '../content/preview-words.ts'
import { words } from '../content/words.ts'
import { emptyDraft } from '../drafts/draft.ts'
import { paths } from '../paths.ts'
import type { ToldBody } from './preview.ts'
import { nameOf } from './preview-view.ts'
import { wantsQuickExit } from '../journey/question-page.ts'
import { DRAFT, type PageOfEvent, type Visit } from '../journey/visit.ts'
import { daysToChooseFrom, LONGEST_FOR_A_DUTY } from './when-told.ts'

const CHOICE = 'when'

export const whenFields: FormFields = { single: [CHOICE, DRAFT] }

/** When one body is told: at once, on a day, which is the next page, or not yet. */
export const showWhen: PageOfEvent = (req, res, visit) => {
  const body = bodyOf(req, res, visit)?.body
  if (!body) return
  const chosen = bodyChoicesOf(visit.draft ?? emptyDraft).timing[body.recipient.agreement.id]
  const choice = chosen === undefined ? 'now' : chosen === 'held' ? 'held' : 'on'
  render(req, res, visit, { body, choice, errors: [] })
}

export const takeWhen: PageOfEvent = async (req, res, visit) => {
  const body = bodyOf(req, res, visit)?.body
  if (!body) return
  const { id } = body.recipient.agreement
  const choice = textField(req.body, CHOICE)
  if (!CHOICES.includes(choice)) {
    const message = previewWords[req.language].whenTold.blank(nameOf(body.recipient, req.language))
    return render(req, res, visit, { body, choice, errors: [{ field: CHOICE, message }] })
  }
  if (choice === 'on') return res.redirect(303, paths.dayTold(visit.event.type, id))
  const timing = choice === 'held' ? 'held' : undefined
  await keepForBody(req, res, visit, { body, change: (content) => withTiming(content, id, timing) })
}

const CHOICES = ['now', 'on', 'held']

interface Shown {
  body: ToldBody
  choice: string
  errors: FieldError[]
}

function render(req: Request, res: Response, visit: Visit, { body, choice, errors }: Shown): void {
  const { language } = req
  const text = previewWords[language].whenTold
  const { event, journey, parts } = visit
  const { agreement } = body.recipient
  const { last } = daysToChooseFrom(agreement, parts.clock())
  renderPage(req, res, 'reports/when-told.njk', {
    title: text.title(nameOf(body.recipient, language)),
    errors,
    backLink: paths.whoWillBeTold(event.type),
    action: paths.whenTold(event.type, agreement.id),
    ...{ choice, isDuty: agreement.choice === 'required', draftId: visit.draft?.id },
    why: text.why(inLanguage(agreement.purpose, language)),
    hours: event.coolingOff && agreement.irreversible ? parts.coolingOffHours : 0,
    days: LONGEST_FOR_A_DUTY,
    last: formatDate(last, language),
    words: { ...text, continue: words[language].continue },
    ...{ exit: words[language].exit, quickExit: wantsQuickExit(journey) },
  })
}
