import type { Request, Response } from 'express'
import { answerTo } from '../../catalogue/answers.ts'
import type { ListQuestion, Question } from '../../catalogue/question.ts'
import type { FieldError } from '../../web/page.ts'
import { renderPage } from '../../web/page.ts'
import { words } from '../content/words.ts'
import { isComplete, type Journey } from './journey.ts'
import { previousQuestion } from './next-question.ts'
import type { Asking, Typed } from '../kinds/kind.ts'
import { buttonViews } from '../kinds/buttons.ts'
import { viewOf } from '../kinds/kinds.ts'
import { partView } from '../kinds/parts.ts'
import { paths } from '../paths.ts'
import type { Look } from './visit.ts'

/** One question as its template needs it. */
export interface AskView extends Record<string, unknown> {
  kind: Question['kind']
  name: string
  typed: Typed
  /** Messages by input name. */
  errors: Record<string, string>
}

interface Shown {
  visit: Look
  asking: Asking
  typed: Typed
  errors: FieldError[]
}

export function showQuestion(req: Request, res: Response, question: Question, shown: Shown): void {
  const { asking, typed, errors } = shown
  const { event, journey } = shown.visit
  renderPage(req, res, 'reports/question.njk', {
    title: question.words[req.language].title,
    errors,
    backLink: backFrom(question, shown.visit),
    draftId: shown.visit.draft?.id,
    action: paths.question(event.type, question.name),
    ask: { ...askView(question, typed, errors, asking), heading: true },
    buttons: question.kind === 'list' ? [] : buttonViews(question, asking),
    words: words[req.language],
    exit: words[req.language].exit,
    ...(question.kind === 'list' && { itemPaths: itemPaths(journey, question) }),
    quickExit: wantsQuickExit(journey, question),
  })
}

export function showItem(req: Request, res: Response, question: ListQuestion, number: number, shown: Shown): void {
  const { asking, typed, errors } = shown
  const { event, journey } = shown.visit
  const isFirst = !answerTo('list', journey.given, question.name)
  renderPage(req, res, 'reports/item.njk', {
    title: question.words[req.language].item(number),
    errors,
    backLink: isFirst ? backFrom(question, shown.visit) : paths.question(event.type, question.name),
    draftId: shown.visit.draft?.id,
    action: paths.item(event.type, question.name, number),
    asks: question.parts.map((part) => ({ ...askView(part, typed, errors, asking), ...partView(part) })),
    buttons: isFirst ? buttonViews(question, asking) : [],
    words: words[req.language],
    exit: words[req.language].exit,
    quickExit: wantsQuickExit(journey, question),
  })
}

/** Somebody at risk gets the button on every page; on the page that asks about risk everybody does. */
export const wantsQuickExit = ({ event, given }: Journey, question?: Question) =>
  question?.quickExit === true || event.safety(given)

export const errorsByField = (errors: readonly FieldError[]) =>
  Object.fromEntries(errors.map(({ field, message }) => [field, message]))

function askView(question: Question, typed: Typed, errors: FieldError[], asking: Asking): AskView {
  const { title, hint, details } = question.words[asking.language]
  return {
    ...{ kind: question.kind, name: question.name, title, hint, details, typed },
    errors: errorsByField(errors),
    ...viewOf(question, typed, asking),
  }
}

/** Who came from "check answers" goes back to it. */
function backFrom(question: Question, { event, journey, draft }: Look): string {
  if (draft?.wasComplete && isComplete(journey)) return paths.checkAnswers(event.type)
  const previous = previousQuestion(journey, question.name)
  if (previous) return paths.question(event.type, previous.name)
  return event.tasks ? paths.tasks(event.type) : paths.events
}

function itemPaths({ event, given }: Journey, question: ListQuestion) {
  const count = answerTo('list', given, question.name)?.items.length ?? 0
  return Array.from({ length: count }, (_, index) => ({
    change: paths.item(event.type, question.name, index + 1),
    remove: paths.itemRemoval(event.type, question.name, index + 1),
  }))
}
