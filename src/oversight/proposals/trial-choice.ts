import type { AgreementEntry } from '../../agreements/agreement-entry.ts'
import { trials } from '../../agreements/agreement.ts'
import { trialDates } from '../../agreements/roads/trial.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/** As the form has it: one of the kinds of trial, or `no`. */
export const trialChoices = [...trials, 'no'] as const

/**
 * The terms with the dates of a trial, where somebody chose one: it starts today, is reviewed after a year and ends after
 * two. A next version of a trial does not start it anew; what is no trial any more goes on without its end.
 */
export function asChosen(terms: AgreementEntry, choice: string, today: CalendarDate): AgreementEntry {
  const trial = trials.find((each) => each === choice)
  if (trial) {
    const dates = trialDates(trial, terms.trial && terms.starts_on !== undefined ? terms.starts_on : today)
    return { ...terms, ...dates, review_on: dates.review_on > today ? dates.review_on : dates.ends_on }
  }
  if (!terms.trial) return terms
  const { trial: _, ends_on: __, ...others } = terms
  return others
}
