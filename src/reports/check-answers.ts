import { renderPage } from '../web/page.ts'
import type { Language } from '../shared/language.ts'
import type { Question } from '../catalogue/question.ts'
import { words } from './content/words.ts'
import { isComplete, type Journey, type Step } from './journey.ts'
import { show } from './kinds/kinds.ts'
import { paths } from './paths.ts'
import { wantsQuickExit } from './question-page.ts'
import { furthestPlace, type PageOfEvent } from './visit.ts'

export interface Row {
  label: string
  lines: string[]
  /** Where the answer can be changed, if it can. */
  change?: string
  /** True of what was not asked because we hold it. */
  held?: boolean
}

export const checkAnswers: PageOfEvent = (req, res, { event, journey }) => {
  if (!isComplete(journey)) return res.redirect(303, furthestPlace(journey))
  const { language } = req
  const last = journey.steps.findLast(({ source }) => source === 'draft')
  renderPage(req, res, 'reports/check-answers.njk', {
    title: words[language].checkAnswers.title,
    backLink: last ? paths.question(event.type, last.question.name) : paths.events,
    about: aboutRows(journey, language),
    sections: sectionsOf(journey, language),
    next: paths.whoWillBeTold(event.type),
    words: words[language],
    exit: words[language].exit,
    quickExit: wantsQuickExit(journey),
  })
}

/** Answers in the event's sections, in the order they were asked; sections without any are left out. */
export function sectionsOf(journey: Journey, language: Language): { title: string; rows: Row[] }[] {
  const titles = Object.entries(journey.event.words[language].sections)
  const sections = titles.map(([section, title]) => ({
    title,
    rows: journey.steps
      .filter((step) => step.question.section === section)
      .flatMap((step) => rowOf(step, journey, language)),
  }))
  return sections.filter(({ rows }) => rows.length > 0)
}

function rowOf({ question, answer, source }: Step, { event }: Journey, language: Language): Row[] {
  const label = question.words[language].row
  const lines = label ? linesOf(question, answer, language) : []
  if (!label || lines.length === 0) return []
  const change = paths.question(event.type, question.changeAt ?? question.name)
  return [{ label, lines, ...(source !== 'verified' && { change }), ...(source !== 'draft' && { held: true }) }]
}

/** An optional question that was left blank has a line too: it can be answered yet. */
const linesOf = (question: Question, answer: unknown, language: Language) =>
  answer === undefined ? [words[language].notGiven] : show(question, answer, { language })

const FROM_IDENTITY = ['names', 'birth_date', 'contact']

/** What One Login told us and nobody had to type. */
function aboutRows({ event, given, known }: Journey, language: Language): Row[] {
  const facts = event.facts(given, known)
  return FROM_IDENTITY.flatMap((name) => {
    const field = event.fields[name]
    const lines = field?.show(facts[name], language) ?? []
    return field && lines.length > 0 ? [{ label: field.label[language], lines }] : []
  })
}
