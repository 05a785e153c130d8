import type { AgreementEntry } from '../agreement-entry.ts'
import type { Trial } from '../agreement.ts'
import { addYears, type CalendarDate } from '../../shared/dates.ts'

const YEARS_TO_REVIEW = 1
const LONGEST_YEARS = 2

/** The dates of a trial that starts on this day: its review has to show benefit after a year, and it ends after two. */
export const trialDates = (trial: Trial, start: CalendarDate) => ({
  trial,
  starts_on: start,
  review_on: addYears(start, YEARS_TO_REVIEW),
  ends_on: addYears(start, LONGEST_YEARS),
})

export type TrialProblem = 'no-end' | 'ends-too-late' | 'no-review' | 'review-too-late'

/** What keeps terms from being those of a trial. Terms that name no trial have no such problem. @param today if they name no start */
export function trialProblems(
  { trial, starts_on: start, review_on: review, ends_on: end }: AgreementEntry,
  today: CalendarDate,
): TrialProblem[] {
  if (!trial) return []
  const from = start ?? today
  return [
    ...(end === undefined ? (['no-end'] as const) : []),
    ...(end !== undefined && end > addYears(from, LONGEST_YEARS) ? (['ends-too-late'] as const) : []),
    ...(review === undefined ? (['no-review'] as const) : []),
    ...(review !== undefined && review > addYears(from, YEARS_TO_REVIEW) ? (['review-too-late'] as const) : []),
  ]
}
