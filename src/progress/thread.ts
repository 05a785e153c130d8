import type { FollowUpKind } from '../reports/afterwards/follow-up.ts'
import {
  isLate,
  latestOf,
  opensAfter,
  statusOf,
  statusOfOutcome,
  type Around,
  type DeliveryStatus,
} from './delivery-status.ts'
import type { Outcome, TrackedDelivery } from './tracked-delivery.ts'
import { ukToday } from '../shared/dates.ts'

/** What a citizen did after sending. */
export interface FollowUp {
  id: string
  reportId: string
  kind: FollowUpKind
  /** The one that it answers; undefined: it is for all who were told. */
  deliveryId?: string | undefined
  outcomeId?: number | undefined
  /** Sealed under the report's data key. */
  content?: Buffer | undefined
  at: Date
  fannedOut: boolean
}

/** A report on its way to one body under one agreement, and what followed it there. */
export interface Thread {
  first: TrackedDelivery
  steps: Step[]
}

export interface Step {
  followUp: FollowUp
  /** Undefined for a moment, until it is worked out who is told. */
  delivery?: TrackedDelivery | undefined
}

/** In the order of the deliveries that come first in them. What was cancelled before it was sent is left out. */
export function threadsOf(deliveries: readonly TrackedDelivery[], followUps: readonly FollowUp[]): Thread[] {
  const threads = Map.groupBy(deliveries, (one) => [one.reportId, one.subscriptionId, one.agreementId].join())
  return [...threads.values()].flatMap((own) => {
    const first = own.find(({ afterId }) => afterId === undefined) ?? own[0]
    return first ? [{ first, steps: followUps.flatMap((followUp) => stepIn(own, first, followUp)) }] : []
  })
}

/** All that was sent or is to be sent. */
export const deliveriesIn = ({ first, steps }: Thread): TrackedDelivery[] => [
  first,
  ...steps.flatMap(({ delivery }) => delivery ?? []),
]

/** What the citizen did last decides, until the body has answered that; a decision on an offer changes nothing here. */
export function statusOfThread(thread: Thread, outcomes: readonly Outcome[], around: Around): DeliveryStatus {
  const last = thread.steps.findLast(({ followUp }) => followUp.kind !== 'offer')
  if (!last) return statusOf(thread.first, latestOf(outcomes), around)
  if (last.followUp.kind === 'withdrawal') return statusOfStep(last, around)
  const since = latestOf(outcomes.filter((outcome) => isReplyTo(last, outcome)))
  if (!since) return isLost(thread, last) ? statusOf(thread.first, undefined, around) : statusOfStep(last, around)
  const late = isLate(last.delivery?.settledAt ?? last.followUp.at, around)
  return statusOfOutcome(since, { late, today: ukToday(around.now) })
}

function stepIn(own: readonly TrackedDelivery[], first: TrackedDelivery, followUp: FollowUp): Step[] {
  const delivery = own.find((one) => one !== first && one.followUpId === followUp.id)
  if (delivery) return delivery.state === 'withdrawn' ? [] : [{ followUp, delivery }]
  if (followUp.fannedOut || followUp.reportId !== first.reportId) return []
  const concerned =
    followUp.deliveryId === undefined ? mayKnow(first) : own.some(({ id }) => id === followUp.deliveryId)
  return concerned ? [{ followUp }] : []
}

/** It was told, or may have been. */
export const mayKnow = ({ state, attempts }: TrackedDelivery) => state === 'acknowledged' || attempts > 0

function isReplyTo({ followUp, delivery }: Step, { deliveryId, receivedAt }: Outcome): boolean {
  if (deliveryId === delivery?.id) return true
  // What a body says of the first facts while the correction is still on its way is not about the correction.
  const from = followUp.kind === 'correction' ? delivery?.settledAt : followUp.at
  return from !== undefined && receivedAt > from
}

/** Neither the correction nor anything before it arrived: there is nothing there to be corrected. */
const isLost = (thread: Thread, { followUp, delivery }: Step) =>
  followUp.kind === 'correction' &&
  delivery?.settledAt !== undefined &&
  deliveriesIn(thread).every(({ state }) => state === 'given-up')

const kindsOfStep = {
  correction: { onItsWay: 'correcting', arrived: 'corrected', failed: 'not-corrected' },
  withdrawal: { onItsWay: 'withdrawing', arrived: 'taken-back', failed: 'not-taken-back' },
  answer: { onItsWay: 'answered', arrived: 'answered', failed: 'not-answered' },
} as const

function statusOfStep({ followUp, delivery }: Step, around: Around): DeliveryStatus {
  const { at } = followUp
  const kinds = kindsOfStep[followUp.kind === 'offer' ? 'answer' : followUp.kind]
  const settledAt = delivery?.settledAt
  if (!settledAt) return { kind: kinds.onItsWay, at, late: false, opens: delivery && opensAfter(delivery, around.now) }
  if (delivery.state !== 'acknowledged') return { kind: kinds.failed, at: settledAt }
  const late = isLate(settledAt, around)
  return { kind: kinds.arrived, at: followUp.kind === 'answer' ? at : settledAt, late }
}
