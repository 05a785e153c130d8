import { formatDate, formatDateTime, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { questionPath } from './question-parts.ts'
import { stateOf, type Question, type QuestionEntry, type QuestionState } from './question.ts'
import { words } from './words.ts'

const TAGS = {
  waits: 'blue',
  acknowledged: 'light-blue',
  late: 'red',
  answered: 'green',
  explained: 'grey',
  'not-explained': 'orange',
} as const satisfies Record<QuestionState, string>

/** A question as its citizen reads of it. */
export function describeQuestion(question: Question, body: string, { now, language }: In) {
  const text = words[language]
  const state = stateOf(question, ukToday(now))
  const about = text.about(text.kinds[question.kind], body)
  const day = formatDate(ukToday(question.askedAt), language)
  return {
    href: questionPath(question),
    about,
    title: text.titled(about, day),
    asked: day,
    urgent: question.urgent ? text.thread.urgent : undefined,
    state: { text: text.states[state], classes: `govuk-tag--${TAGS[state]}` },
    next: nextStep(question, state, language),
  }
}

interface In {
  now: Date
  language: Language
}

/** What the law wants next, or the citizen may do. */
function nextStep({ kind, due, acknowledgedAt }: Question, state: QuestionState, language: Language): string {
  const { next } = words[language]
  const day = due === undefined ? '' : formatDate(due, language)
  if (state !== 'waits' && state !== 'acknowledged') return state === 'late' ? next.late(day) : next[state]
  if (kind !== 'complaint') return next.answer(day)
  return acknowledgedAt ? next.undue : next.acknowledge(day)
}

/** The thread, each entry in words. Further readings by the body are not told one by one. */
export function describeThread(thread: readonly QuestionEntry[], body: string, language: Language) {
  const text = words[language].thread
  return thread.map((entry) => {
    const said = text.entries[entry.kind]
    return {
      id: entry.id,
      time: formatDateTime(entry.at, language),
      what: typeof said === 'string' ? said : said(body),
      // A line break in what somebody wrote is one on the page.
      lines: entry.message?.split('\n'),
      body: entry.madeBy === 'body',
    }
  })
}
