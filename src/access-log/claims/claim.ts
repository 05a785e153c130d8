import { DAY, later } from '../../shared/clock.ts'

/** Numbers that a citizen may claim: the others are verified by GOV.UK One Login, and link by themselves. */
export const claimedTypes = ['nino', 'nhs-number'] as const
export type ClaimedType = (typeof claimedTypes)[number]

export type ClaimStep = 'asked' | 'confirmed' | 'not-confirmed' | 'no-answer' | 'taken' | 'unlinked'

/** What a body says of a number: theirs, not theirs as far as it knows, or nothing. */
export type Confirmation = 'yes' | 'no' | 'no-answer'

// A number that is one's own is right at the first try; whoever guesses needs millions.
const TRIES = 5
const WITHIN = DAY

export const triesFrom = (now: Date) => later(now, -WITHIN)

/** Whether somebody may try again. A try that nobody answered is none. */
export function mayTry(steps: readonly ClaimStep[]): boolean {
  const count = (wanted: ClaimStep) => steps.filter((step) => step === wanted).length
  return count('asked') - count('no-answer') < TRIES
}
