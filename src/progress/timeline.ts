import type { DeliveryStatus, Outcome, TrackedDelivery } from './delivery-status.ts'

export interface Happening {
  at: Date
  what: 'reported' | DeliveryStatus['kind']
}

/** What happened with one body so far, the earliest first. What is only expected is not in it. */
export function timelineOf(reportedAt: Date, delivery: TrackedDelivery, outcomes: readonly Outcome[]): Happening[] {
  const { state, settledAt } = delivery
  const settled: Happening[] =
    state === 'due' || !settledAt ? [] : [{ at: settledAt, what: state === 'acknowledged' ? 'told' : state }]
  const answers = outcomes.map(({ receivedAt, status }): Happening => ({ at: receivedAt, what: kindOf[status] }))
  const happenings: Happening[] = [{ at: reportedAt, what: 'reported' }, ...settled, ...answers]
  return happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

const kindOf = {
  received: 'received',
  in_progress: 'in-progress',
  done: 'done',
  no_record: 'no-record',
  needs_information: 'needs-information',
  refused: 'refused',
} as const
