import { row, type Line, type SummaryRow } from '../access-log/summary-row.ts'
import { said } from '../agreements/show-agreement.ts'
import { inBoth, type OutcomeWords } from '../deliveries/outcome.ts'
import { formatDateTime } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import type { DeliveryStatus } from './delivery-status.ts'
import { expectation, explained } from './status-in-words.ts'
import { timelineOf } from './timeline.ts'
import type { FollowedDelivery } from './tracked-report.ts'
import { words } from './words.ts'

const tags = {
  waiting: 'grey',
  retrying: 'yellow',
  gone: 'orange',
  'on-hold': 'orange',
  'not-ready': 'yellow',
  closed: 'grey',
  told: 'blue',
  received: 'blue',
  'in-progress': 'blue',
  done: 'green',
  'no-record': 'orange',
  'needs-information': 'red',
  refused: 'orange',
  'given-up': 'orange',
  unconfirmed: 'orange',
  unread: 'orange',
  discarded: 'orange',
  'in-inbox': 'grey',
  'not-allowed': 'grey',
  lapsed: 'grey',
  withdrawn: 'grey',
  'left-out': 'grey',
  'held-by-you': 'yellow',
  later: 'grey',
  'cooling-off': 'grey',
  correcting: 'blue',
  corrected: 'blue',
  'not-corrected': 'red',
  withdrawing: 'blue',
  'taken-back': 'grey',
  'not-taken-back': 'red',
  answered: 'blue',
  'not-answered': 'red',
} as const

/** How far it has got, in a word or two. */
export const statusTag = ({ kind }: DeliveryStatus, language: Language): Line => ({
  text: words[language].status[kind].tag,
  tag: tags[kind],
})

/** The same, then what it means, with times. */
export function statusRows(followed: FollowedDelivery, now: Date, language: Language) {
  const { rows } = words[language]
  const { status } = followed
  const tag = statusTag(status, language)
  return row(rows.status, tag, ...explained(status, now, language), ...expectation(followed, language))
}

/** What the body said with its latest answer, and what the citizen decided on its offer. */
export const answerRows = ({ words: answer, decided }: FollowedDelivery, language: Language): SummaryRow[] => [
  ...row(words[language].rows.message, answer?.message && said(answer.message, language)),
  // What a body gives in one language only we take for English.
  ...row(words[language].rows.reason, answer?.reason !== undefined && said(inBoth(answer.reason), language)),
  ...row(words[language].rows.offer, ...(answer?.offer ? offerLines(answer.offer, language) : [])),
  ...row(words[language].rows.decision, decided && decisionInWords(decided, language)),
]

const offerLines = ({ title, text }: NonNullable<OutcomeWords['offer']>, language: Language) =>
  [title, text].map((words) => said(inBoth(words), language))

const decisionInWords = ({ decision, at }: NonNullable<FollowedDelivery['decided']>, language: Language) =>
  words[language].rows.decisions[decision](formatDateTime(at, language))

export function timelineRows(reportedAt: Date, { thread, status, outcomes }: FollowedDelivery, language: Language) {
  const { rows, happened } = words[language]
  const reportWithdrawn = status.kind !== 'left-out'
  const lines = timelineOf(reportedAt, thread, outcomes, { reportWithdrawn }).map(({ at, what }) =>
    rows.happening(formatDateTime(at, language), happened[what]),
  )
  return row(rows.happened, ...lines)
}
