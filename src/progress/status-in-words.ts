import { formatDate, formatDateTime } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import type { DeliveryStatus } from './delivery-status.ts'
import { deliveriesIn } from './thread.ts'
import type { FollowedDelivery } from './tracked-report.ts'
import { words } from './words.ts'

/** What a status means, with times. */
export function explained(status: DeliveryStatus, now: Date, language: Language): (string | undefined)[] {
  const { status: all } = words[language]
  const day = (date: string) => formatDate(date, language)
  const time = (at: Date) => formatDateTime(at, language)
  switch (status.kind) {
    case 'waiting':
    case 'held-by-you':
    case 'in-inbox':
      return [all[status.kind].text]
    case 'later':
    case 'cooling-off':
    case 'closed':
      return [all[status.kind].text(time(status.until))]
    case 'correcting':
    case 'withdrawing':
      return onItsWay(status, language)
    case 'gone':
    case 'on-hold':
    case 'not-ready':
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
    default:
      if (leavesSomethingToDo(status)) return [all[status.kind].text(time(status.at)), all[status.kind].next]
      return [all[status.kind].text(time(status.at))]
  }
}

function onItsWay(
  { kind, at, opens }: Extract<DeliveryStatus, { kind: 'correcting' | 'withdrawing' }>,
  language: Language,
): string[] {
  const { [kind]: step, closed } = words[language].status
  const time = (when: Date) => formatDateTime(when, language)
  return opens ? [step.waits(time(at)), closed.text(time(opens))] : [step.text(time(at))]
}

/** It ended otherwise than the citizen meant it to, and what is left is for them to do. */
const ENDS = [
  'no-record',
  'refused',
  'given-up',
  'unconfirmed',
  'unread',
  'discarded',
  'not-allowed',
  'lapsed',
  'not-corrected',
  'not-taken-back',
  'not-answered',
] as const

type Ended = Extract<DeliveryStatus, { kind: (typeof ENDS)[number] }>

const leavesSomethingToDo = (status: DeliveryStatus): status is Ended => ENDS.some((end) => end === status.kind)

/** While a citizen waits for the body: how long it usually takes, whether that has passed, and what we did then. */
export function expectation({ status, agreement, thread }: FollowedDelivery, language: Language) {
  const { late, usually, chased } = words[language].status
  if (!agreement || !WAITED_FOR.includes(status.kind) || !('late' in status)) return []
  if (!status.late) return [usually(agreement.usualDays)]
  const chasedAt = deliveriesIn(thread).findLast((one) => one.chasedAt)?.chasedAt
  return [late(agreement.usualDays), chasedAt && chased(formatDateTime(chasedAt, language))]
}

const WAITED_FOR: readonly DeliveryStatus['kind'][] = ['told', 'received', 'in-progress', 'corrected', 'answered']
