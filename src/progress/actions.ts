import { mayKnow } from './thread.ts'
import type { FollowedDelivery, TrackedReport } from './tracked-report.ts'

/** What can be done about one body. */
export type BodyAction = 'answer' | 'decide' | 'release'

/** What a body waits for the citizen to do. */
export type Todo = 'asking' | 'offering' | 'holding'

export const actionPaths = {
  withdraw: (reference: string) => `/reports/${reference}/withdrawal`,
  correct: (reference: string) => `/reports/${reference}/correction`,
  download: (reference: string) => `/reports/${reference}/download.json`,
  answer: (reference: string, id: string) => `/reports/${reference}/deliveries/${id}/answer`,
  decide: (reference: string, id: string) => `/reports/${reference}/deliveries/${id}/offer-decision`,
  release: (reference: string, id: string) => `/reports/${reference}/deliveries/${id}/release`,
}

export const actionsFor = (followed: FollowedDelivery): BodyAction[] => [
  ...(isAsking(followed) ? (['answer'] as const) : []),
  ...(isOffering(followed) ? (['decide'] as const) : []),
  ...(canBeReleased(followed) || canBeLeftOut(followed) ? (['release'] as const) : []),
]

export function todoOf(followed: FollowedDelivery): Todo | undefined {
  if (isAsking(followed)) return 'asking'
  if (isOffering(followed)) return 'offering'
  return followed.status.kind === 'held-by-you' ? 'holding' : undefined
}

/** It asked for something, and has not been answered since. */
export const isAsking = ({ status }: FollowedDelivery) => status.kind === 'needs-information'

/** Its latest answer has an offer in it that the citizen has not decided on, and the report stands. */
export const isOffering = ({ words, decided, status }: FollowedDelivery) =>
  words?.offer !== undefined && !decided && !TAKEN_BACK.includes(status.kind)

const TAKEN_BACK = ['withdrawing', 'taken-back', 'not-taken-back', 'withdrawn']

/** Held, or to be told on a day that the citizen chose. What cannot be undone waits out its time. */
export const canBeReleased = ({ status }: FollowedDelivery) => status.kind === 'held-by-you' || status.kind === 'later'

/** Until when it has to wait though its citizen lets it go, because what it does cannot be undone. */
export const waitsUntil = ({ agreement }: FollowedDelivery, { cooledAt }: TrackedReport, now: Date) =>
  agreement?.irreversible && cooledAt && cooledAt > now ? cooledAt : undefined

/** The law does not say that it must be told, and it has not been. */
export const canBeLeftOut = ({ status, agreement }: FollowedDelivery) =>
  agreement?.choice === 'optional' && ['held-by-you', 'later', 'cooling-off'].includes(status.kind)

export const canBeWithdrawn = ({ withdrawn }: TrackedReport) => !withdrawn

/** It stands, its answers were kept, and somebody was or is yet to be told. */
export const canBeCorrected = (
  { withdrawn, answersKept, fannedOut }: TrackedReport,
  deliveries: readonly FollowedDelivery[],
) => !withdrawn && answersKept && (!fannedOut || deliveries.some(concernsCorrection))

/** A body that gets a correction: it was told or may have been, or is going to be. */
export const concernsCorrection = ({ delivery }: FollowedDelivery) =>
  delivery.state === 'acknowledged' || delivery.state === 'due' || delivery.state === 'held'

/** A body that is told of a withdrawal; the others never hear of the report. */
export const concernsWithdrawal = ({ delivery }: FollowedDelivery) => mayKnow(delivery)
