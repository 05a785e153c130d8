import type { Request, Response } from 'express'
import type { DateQuestion } from '../../catalogue/question.ts'
import { formatDate, type CalendarDate } from '../../shared/dates.ts'
import type { FormFields } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { bodyChoicesOf, withTiming } from './body-choices.ts'
import { bodyOf, keepForBody } from './body-page.ts'
import { previewWords } from '../content/preview-words.ts'
import { words } from '../content/words.ts'
import { emptyDraft } from '../drafts/draft.ts'
import type { Typed } from '../kinds/kind.ts'
import { parse, readTyped, typedFrom, viewOf } from '../kinds/kinds.ts'
import { paths } from '../paths.ts'
import type { ToldBody } from './preview.ts'
import { nameOf } from './preview-view.ts'
import { errorsByField, wantsQuickExit } from '../journey/question-page.ts'
import { askingOf, DRAFT, type PageOfEvent, type Visit } from '../journey/visit.ts'
import { daysToChooseFrom } from './when-told.ts'

const NAME = 'date'

export const dayFields: FormFields = { single: [DRAFT, ...['day', 'month', 'year'].map((part) => `${NAME}-${part}`)] }

/** The day on which one body is told. */
export const showDay: PageOfEvent = (req, res, visit) => {
  const body = bodyOf(req, res, visit)?.body
  if (!body) return
  const chosen = bodyChoicesOf(visit.draft ?? emptyDraft).timing[body.recipient.agreement.id]
  const day = chosen === 'held' ? undefined : chosen
  render(req, res, visit, { body, typed: typedFrom(questionOf(body, visit), day, askingOf(req, visit)), errors: [] })
}

export const takeDay: PageOfEvent = async (req, res, visit) => {
  const body = bodyOf(req, res, visit)?.body
  if (!body) return
  const question = questionOf(body, visit)
  const typed = readTyped(question, req.body)
  const parsed = await parse(question, typed, askingOf(req, visit))
  if ('errors' in parsed) return render(req, res, visit, { body, typed, errors: parsed.errors })
  const { id } = body.recipient.agreement
  const day = parsed.answer as CalendarDate
  await keepForBody(req, res, visit, { body, change: (content) => withTiming(content, id, day) })
}

/** A question of the usual kind, though it is not one of the event's. */
function questionOf({ recipient }: ToldBody, { parts }: Visit): DateQuestion {
  const { first, last } = daysToChooseFrom(recipient.agreement, parts.clock())
  const { en, cy } = previewWords
  return {
    kind: 'date',
    name: NAME,
    section: '',
    words: { en: { ...en.dayTold, title: '' }, cy: { ...cy.dayTold, title: '' } },
    earliest: () => first,
    latest: () => last,
  }
}

interface Shown {
  body: ToldBody
  typed: Typed
  errors: FieldError[]
}

function render(req: Request, res: Response, visit: Visit, { body, typed, errors }: Shown): void {
  const { language } = req
  const { event, journey, draft, parts } = visit
  const { id } = body.recipient.agreement
  const text = previewWords[language].dayTold
  const title = text.title(nameOf(body.recipient, language))
  const { first, last } = daysToChooseFrom(body.recipient.agreement, parts.clock())
  const hint = text.between(formatDate(first, language), formatDate(last, language))
  renderPage(req, res, 'reports/day-told.njk', {
    ...{ title, errors },
    backLink: paths.whenTold(event.type, id),
    action: paths.dayTold(event.type, id),
    draftId: draft?.id,
    ask: {
      ...{ name: NAME, title, heading: true, typed, errors: errorsByField(errors) },
      ...{ ...viewOf(questionOf(body, visit), typed, askingOf(req, visit)), hint },
    },
    words: { continue: words[language].continue },
    ...{ exit: words[language].exit, quickExit: wantsQuickExit(journey) },
  })
}
