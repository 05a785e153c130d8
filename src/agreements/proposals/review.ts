import { addDays, addYears, type CalendarDate } from '../../shared/dates.ts'
import type { RegisteredAgreement } from '../agreement-store.ts'
import type { Agreement } from '../agreement.ts'

/** What an officer says of an agreement when it is looked at again; somebody else confirms it. */
export interface Review {
  /** What it has been good for. */
  benefit: string
  /** Whether it was good for what it is for. */
  shown: boolean
  /** Where that can be looked up. */
  evidence?: string
  /** In money, time and trust. */
  cost: string
  keep: 'renew' | 'end'
}

/** How long before it is due its body hears of a review. */
export const DAYS_OF_NOTICE = 30

// As long again: somebody may have been away when the day came.
const DAYS_TO_RENEW = 30

/** The first day on which it has lapsed. A trial has no time beyond its review: it is on trial until then. */
export const lapsesOn = (reviewOn: CalendarDate, trial: boolean) => addDays(reviewOn, trial ? 1 : DAYS_TO_RENEW + 1)

/** After 12 months, after 24, and yearly from then on: each the first of these days that is still to come. */
export function nextReview(start: CalendarDate, after: CalendarDate): CalendarDate {
  let years = 1
  while (addYears(start, years) <= after) years += 1
  return addYears(start, years)
}

/** When the next version has to be looked at. A trial that showed its benefit goes on to its end, and no further. */
export function reviewAfter(
  agreement: Pick<Agreement, 'startsOn' | 'reviewOn' | 'endsOn' | 'trial'> & Pick<RegisteredAgreement, 'agreedAt'>,
  { start, today }: { start: CalendarDate; today: CalendarDate },
): CalendarDate {
  const { reviewOn, endsOn, trial } = agreement
  if (trial && endsOn) return endsOn
  const next = nextReview(start, reviewOn !== null && reviewOn > today ? reviewOn : today)
  return endsOn !== null && endsOn < next ? endsOn : next
}
