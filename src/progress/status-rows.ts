import { row, type Line, type SummaryRow } from '../access-log/summary-row.ts'
import type { Agreement } from '../agreements/agreement.ts'
import { said } from '../agreements/show-agreement.ts'
import { inBoth, type OutcomeWords } from '../deliveries/outcome.ts'
import { formatDate, formatDateTime } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import type { DeliveryStatus, Outcome, TrackedDelivery } from './delivery-status.ts'
import { timelineOf } from './timeline.ts'

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
} as const

/** How far it has got, in a word or two. */
export const statusTag = ({ kind }: DeliveryStatus, language: Language): Line => ({
  text: words[language].status[kind].tag,
  tag: tags[kind],
})

/** The same, then what it means, with times. */
export function statusRows(status: DeliveryStatus, agreement: Agreement | undefined, now: Date, language: Language) {
  const { rows } = words[language]
  const tag = statusTag(status, language)
  return row(rows.status, tag, ...explained(status, now, language), expectation(status, agreement, language))
}

/** What the body said with its latest answer. */
export const answerRows = (answer: OutcomeWords | undefined, language: Language): SummaryRow[] => [
  ...row(words[language].rows.message, answer?.message && said(answer.message, language)),
  // These a body gives in one language only, which we take for English.
  ...row(words[language].rows.reason, answer?.reason !== undefined && said({ en: answer.reason }, language)),
  ...row(words[language].rows.offer, ...(answer?.offer ? offerLines(answer.offer, language) : [])),
]

const offerLines = ({ title, text }: NonNullable<OutcomeWords['offer']>, language: Language) =>
  [title, text].map((words) => said(inBoth(words), language))

export function timelineRows(
  reportedAt: Date,
  { delivery, outcomes }: { delivery: TrackedDelivery; outcomes: Outcome[] },
  language: Language,
) {
  const { rows, happened } = words[language]
  const lines = timelineOf(reportedAt, delivery, outcomes).map(({ at, what }) =>
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
      return [all.waiting.text]
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
      return [all[status.kind].text(time(status.at)), all[status.kind].next]
    default:
      return [all[status.kind].text(time(status.at))]
  }
}

/** While a citizen waits for the body: how long it usually takes, and whether that has passed. */
function expectation(status: DeliveryStatus, agreement: Agreement | undefined, language: Language) {
  const { late, usually } = words[language].status
  if (!agreement) return undefined
  const waits = status.kind === 'told' || status.kind === 'received' || status.kind === 'in-progress'
  return waits ? (status.late ? late : usually)(agreement.usualDays) : undefined
}
