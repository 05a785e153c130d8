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

export interface TrialTerms {
  starts_on?: CalendarDate | undefined
  review_on?: CalendarDate | undefined
  ends_on?: CalendarDate | undefined
}

/** What keeps these from being the dates of a trial. One that was reviewed goes on to its end without another. */
export function trialProblems({
  starts_on: start,
  review_on: review,
  ends_on: end,
}: TrialTerms): [date: keyof TrialTerms, problem: string][] {
  if (start === undefined) return [['starts_on', 'is missing: a trial names its first day']]
  const { review_on: latestReview, ends_on: latestEnd } = trialDates('prototype', start)
  return [
    ...problem('ends_on', end, `a trial ends by ${latestEnd}, after 24 months`, (day) => day > latestEnd),
    ...problem('review_on', review, `a trial is reviewed by ${latestReview}, after 12 months`, (day) => {
      return day > latestReview && day !== end
    }),
  ]
}

function problem(
  date: keyof TrialTerms,
  day: CalendarDate | undefined,
  rule: string,
  isTooLate: (day: CalendarDate) => boolean,
): [keyof TrialTerms, string][] {
  if (day === undefined) return [[date, `is missing: ${rule}`]]
  return isTooLate(day) ? [[date, `is too late: ${rule}`]] : []
}
