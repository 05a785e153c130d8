import { reporterFacts } from '../../catalogue/reporter.ts'
import { renderPage } from '../../web/page.ts'
import type { Language } from '../../shared/language.ts'
import { sectionsOf, type Row } from './answers-in-words.ts'
import { words } from '../content/words.ts'
import { isComplete, type Journey } from './journey.ts'
import { paths } from '../paths.ts'
import { wantsQuickExit } from './question-page.ts'
import { furthestPlace, type LookOf } from './visit.ts'

export const checkAnswers: LookOf = (req, res, { event, journey }) => {
  if (!isComplete(journey)) return res.redirect(303, furthestPlace(journey))
  const { language } = req
  renderPage(req, res, 'reports/check-answers.njk', {
    title: words[language].checkAnswers.title,
    backLink: backFrom(journey),
    about: aboutRows(journey, language),
    sections: sectionsOf(journey, language),
    next: paths.whoWillBeTold(event.type),
    words: words[language],
    exit: words[language].exit,
    quickExit: wantsQuickExit(journey),
  })
}

function backFrom({ event, steps }: Journey): string {
  if (event.tasks) return paths.tasks(event.type)
  const last = steps.findLast(({ source }) => source === 'draft')
  return last ? paths.question(event.type, last.question.name) : paths.events
}

const OF_THE_PERSON = ['names', 'birth_date', 'contact']

/** What nobody had to type, and no question is about. */
function aboutRows({ event, steps, known }: Journey, language: Language): Row[] {
  const facts = reporterFacts({}, known)
  const told = steps.map(({ question }) => question.tells?.field)
  return OF_THE_PERSON.filter((name) => !told.includes(name)).flatMap((name) => {
    const field = event.fields[name]
    const lines = field?.show(facts[name], language) ?? []
    const source = known.kept[name as 'names' | 'contact'] ? 'held' : 'verified'
    return field && lines.length > 0 ? [{ label: field.label[language], lines, source }] : []
  })
}
