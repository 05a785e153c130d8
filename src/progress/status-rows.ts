import { row, type Line, type SummaryRow } from '../access-log/summary-row.ts'
import { said } from '../agreements/show-agreement.ts'
import { inBoth, type OutcomeWords } from '../deliveries/outcome.ts'
import { formatDate, formatDateTime } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import type { DeliveryStatus } from './delivery-status.ts'
import { deliveriesIn } from './thread.ts'
import { timelineOf } from './timeline.ts'
import type { FollowedDelivery } from './tracked-report.ts'

export const words = { en, cy }

const tags = {
  waiting: 'grey',
  retrying: 'yellow',
  gone: 'orange',
  'on-hold': 'orange',
  told: 'blue',
  received: 'blue',
  'in-progress': 'blue',
  done: 'green',
  'no-record': 'orange',
  'needs-information': 'red',
  refused: 'orange',
  'given-up': 'orange',
  'not-allowed': 'grey',
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
  // These a body gives in one language only, which we take for English.
  ...row(words[language].rows.reason, answer?.reason !== undefined && said({ en: answer.reason }, language)),
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

function explained(status: DeliveryStatus, now: Date, language: Language): (string | undefined)[] {
  const { status: all } = words[language]
  const day = (date: string) => formatDate(date, language)
  const time = (at: Date) => formatDateTime(at, language)
  switch (status.kind) {
    case 'waiting':
    case 'held-by-you':
      return [all[status.kind].text]
    case 'later':
    case 'cooling-off':
      return [all[status.kind].text(time(status.until))]
    case 'gone':
    case 'on-hold':
      return [all[status.kind].text, all[status.kind].next]
    case 'retrying': {
      const { attempts, next } = status
      return [next <= now ? all.retrying.soon(attempts) : all.retrying.text(attempts, time(next))]
    }
    case 'done': {
      const { at, effectiveDate } = status
      return [all.done.text(time(at)), effectiveDate && all.done.effective(day(effectiveDate))]
    }
    case 'needs-information': {
      const { at, dueBy, late } = status
      const { text, due, late: overdue } = all['needs-information']
      return [text(time(at)), dueBy && (late ? overdue : due)(day(dueBy))]
    }
    case 'no-record':
    case 'refused':
    case 'given-up':
    case 'not-allowed':
    case 'not-corrected':
    case 'not-taken-back':
    case 'not-answered':
      return [all[status.kind].text(time(status.at)), all[status.kind].next]
    default:
      return [all[status.kind].text(time(status.at))]
  }
}

/** While a citizen waits for the body: how long it usually takes, whether that has passed, and what we did then. */
function expectation({ status, agreement, thread }: FollowedDelivery, language: Language) {
  const { late, usually, chased } = words[language].status
  if (!agreement || !WAITED_FOR.includes(status.kind) || !('late' in status)) return []
  if (!status.late) return [usually(agreement.usualDays)]
  const chasedAt = deliveriesIn(thread).findLast((one) => one.chasedAt)?.chasedAt
  return [late(agreement.usualDays), chasedAt && chased(formatDateTime(chasedAt, language))]
}

const WAITED_FOR: readonly DeliveryStatus['kind'][] = ['told', 'received', 'in-progress', 'corrected', 'answered']
