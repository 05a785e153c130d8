import type { Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { renderPage } from '../../web/page.ts'
import { words } from '../content/words.ts'
import { daysLeft } from './events-page.ts'
import type { Journey } from './journey.ts'
import { paths } from '../paths.ts'
import { wantsQuickExit } from './question-page.ts'
import { checkingState, tasksOf, type Task } from './tasks.ts'
import type { PageOfEvent } from './visit.ts'

/** The sections of a long event, to be done in any order once the first is; the last thing is to check it all. */
export const showTasks: PageOfEvent = (req, res, { event, journey, draft, parts }) => {
  if (!event.tasks) throw notFound()
  const { language } = req
  const text = words[language]
  renderPage(req, res, 'reports/tasks.njk', {
    title: event.words[language].name,
    caption: undefined,
    backLink: paths.events,
    tasks: [...tasksOf(journey).map((task) => taskView(task, journey, language)), checkingView(journey, language)],
    kept: draft && text.tasks.kept(daysLeft(draft, parts.clock())),
    exit: text.exit,
    quickExit: wantsQuickExit(journey),
  })
}

function taskView({ section, state, question }: Task, { event }: Journey, language: Language) {
  return {
    title: event.words[language].sections[section] ?? section,
    href: question && paths.question(event.type, question),
    ...statusView(state, language),
  }
}

function checkingView(journey: Journey, language: Language) {
  const state = checkingState(journey)
  const href = state === 'closed' ? undefined : paths.checkAnswers(journey.event.type)
  return { title: words[language].tasks.check, href, ...statusView(state, language) }
}

/** The Design System's colours: none for what is done, and grey text for what cannot be done yet. */
const statusView = (state: Task['state'], language: Language) => ({
  status: words[language].tasks[state],
  tag: { done: undefined, begun: 'govuk-tag--light-blue', fresh: 'govuk-tag--blue', closed: undefined }[state],
  closed: state === 'closed',
})
