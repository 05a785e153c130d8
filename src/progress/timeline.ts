import type { DeliveryStatus } from './delivery-status.ts'
import type { Outcome, TrackedDelivery } from './tracked-delivery.ts'
import { mayKnow, type Step, type Thread } from './thread.ts'

export interface Happening {
  at: Date
  what: 'reported' | 'chased' | 'decided' | 'redriven' | DeliveryStatus['kind']
}

/** What happened with one body so far, the earliest first. What is only expected is not in it. */
export function timelineOf(
  reportedAt: Date,
  thread: Thread,
  outcomes: readonly Outcome[],
  { reportWithdrawn = false } = {},
): Happening[] {
  const { first, steps } = thread
  const answers = outcomes.map(({ receivedAt, status }): Happening => ({ at: receivedAt, what: kindOf[status] }))
  const happenings: Happening[] = [
    { at: reportedAt, what: 'reported' },
    ...settledOf(first, reportWithdrawn),
    ...steps.flatMap(happeningsOf),
    ...[first, ...steps.map(({ delivery }) => delivery)].flatMap(chasesOf),
    ...[first, ...steps.map(({ delivery }) => delivery)].flatMap(seenTo),
    ...answers,
  ]
  return happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

function settledOf(
  { state, settledAt: at, unconfirmed, unread }: TrackedDelivery,
  reportWithdrawn: boolean,
): Happening[] {
  if (!at || state === 'due' || state === 'held' || state === 'waiting') return []
  if (state === 'acknowledged') return [{ at, what: 'told' }]
  if (state === 'given-up') return [{ at, what: unconfirmed ? 'unconfirmed' : unread ? 'unread' : state }]
  return [{ at, what: state === 'withdrawn' && !reportWithdrawn ? 'left-out' : state }]
}

const kindsOfStep = {
  correction: { done: 'correcting', arrived: 'corrected', failed: 'not-corrected' },
  withdrawal: { done: 'withdrawing', arrived: 'taken-back', failed: 'not-taken-back' },
  answer: { done: 'answered', arrived: undefined, failed: 'not-answered' },
  offer: { done: 'decided', arrived: undefined, failed: 'not-answered' },
} as const

/** When the citizen did it, and when the body had heard of it. */
function happeningsOf({ followUp, delivery }: Step): Happening[] {
  const { done, arrived, failed } = kindsOfStep[followUp.kind]
  const at = delivery?.settledAt
  const what = delivery?.state === 'acknowledged' ? arrived : failed
  return [{ at: followUp.at, what: done }, ...(at && what ? [{ at, what }] : [])]
}

const chasesOf = (delivery: TrackedDelivery | undefined): Happening[] =>
  delivery?.chasedAt && mayKnow(delivery) ? [{ at: delivery.chasedAt, what: 'chased' }] : []

/** What its body did about it after we had given it up. */
const seenTo = ({ redrivenAt, discardedAt }: Partial<TrackedDelivery> = {}): Happening[] => [
  ...(redrivenAt ? [{ at: redrivenAt, what: 'redriven' } as const] : []),
  ...(discardedAt ? [{ at: discardedAt, what: 'discarded' } as const] : []),
]

const kindOf = {
  received: 'received',
  in_progress: 'in-progress',
  done: 'done',
  no_record: 'no-record',
  needs_information: 'needs-information',
  refused: 'refused',
} as const
