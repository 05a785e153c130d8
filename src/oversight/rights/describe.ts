import { formatDate, formatDateTime, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { requestPath, stateOf, type RightsEntry, type RightsRequest, type RightState, type Words } from './right.ts'
import { words } from './words.ts'

const TAGS = {
  sent: 'blue',
  received: 'light-blue',
  asked: 'yellow',
  extended: 'light-blue',
  late: 'red',
  done: 'green',
  refused: 'orange',
  complained: 'purple',
  ended: 'grey',
} as const satisfies Record<RightState, string>

/** A request as its citizen reads of it. */
export function describeRequest(
  request: RightsRequest,
  body: string,
  { now, language }: { now: Date; language: Language },
) {
  const text = words[language]
  const state = stateOf(request, ukToday(now))
  const about = text.about(text.kinds[request.kind], body)
  const day = formatDate(ukToday(request.sentAt), language)
  return {
    href: requestPath(request),
    about,
    title: text.titled(about, day),
    sent: day,
    state: { text: text.states[state], classes: `govuk-tag--${TAGS[state]}` },
    next: nextStep(request, state, language),
  }
}

/** What the law wants next, or the citizen may do. */
function nextStep({ due }: RightsRequest, state: RightState, language: Language): string {
  const { next } = words[language]
  const day = due === undefined ? '' : formatDate(due, language)
  if (state === 'sent' || state === 'received') return next.by(day)
  if (state === 'complained') return due === undefined ? next.undue : next.complained(day)
  const said = next[state]
  return typeof said === 'string' ? said : said(day)
}

/** The thread, each entry in words. */
export const describeThread = (thread: readonly RightsEntry[], body: string, language: Language) =>
  thread.map((entry) => {
    const said = words[language].thread.entries[entry.kind]
    return {
      time: formatDateTime(entry.at, language),
      what: typeof said === 'string' ? said : said(body),
      lines: linesOf(entry, language),
    }
  })

/** What was written, and on which ground was refused, a line at a time; undefined when there is nothing. */
export function linesOf({ exception, words: said }: RightsEntry, language: Language): string[] | undefined {
  const text = words[language]
  const lines = [
    ...(exception ? [text.thread.because(text.exceptions[exception])] : []),
    ...(said ? spoken(said, language) : []),
  ]
  return lines.length > 0 ? lines : undefined
}

function spoken({ message, wrong, right, person }: Words, language: Language): string[] {
  const { thread } = words[language]
  return [
    ...(wrong === undefined ? [] : thread.wrong(wrong).split('\n')),
    ...(right === undefined ? [] : thread.right(right).split('\n')),
    ...(message === undefined ? [] : message.split('\n')),
    ...(person === undefined ? [] : [thread.person(person)]),
  ]
}
