import { ukToday } from '../../shared/dates.ts'
import type { Drift } from '../access-record.ts'
import type { RegisteredActivity } from './registered-activity.ts'

export interface Used {
  occurredStart: Date
  occurredEnd: Date
  dataCategories: readonly string[]
}

/** In what a use goes beyond the activity that it names. Such a record is kept: it is what happened. */
export function driftOf(used: Used, activity: RegisteredActivity): Drift[] {
  const beyond = used.dataCategories.some((category) => !activity.dataCategories.includes(category))
  return [
    ...(beyond ? (['other-categories'] as const) : []),
    ...(isTooEarly(used, activity) ? (['not-yet-begun'] as const) : []),
    ...(isTooLate(used, activity) ? (['ended'] as const) : []),
  ]
}

/** By days: what is used on the day of its registration is under it. The day is worked out only where it matters. */
const isTooEarly = ({ occurredStart }: Used, { registeredAt }: RegisteredActivity) =>
  occurredStart < registeredAt && ukToday(occurredStart) < ukToday(registeredAt)

function isTooLate({ occurredEnd }: Used, { state, changedAt, endsOn }: RegisteredActivity): boolean {
  if (state === 'ended' && occurredEnd > changedAt && ukToday(occurredEnd) > ukToday(changedAt)) return true
  return endsOn !== null && ukToday(occurredEnd) > endsOn
}
