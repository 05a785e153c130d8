import { isDeepStrictEqual } from 'node:util'
import type { Agreement } from './agreement.ts'

/** Names of the terms that differ, in the order of the type; empty when the two say the same. */
export function changedTerms(before: Agreement, after: Agreement): (keyof Agreement)[] {
  const [old, current] = [comparable(before), comparable(after)]
  return TERMS.filter((term) => !isDeepStrictEqual(old[term], current[term]))
}

const TERMS = [
  'purpose',
  'effect',
  'legalBasis',
  'power',
  'powerName',
  'choice',
  'irreversible',
  'matching',
  'minimumAge',
  'usualDays',
  'reviewOn',
  'endsOn',
  'account',
  'holderId',
  'startsOn',
  'trial',
  'events',
] as const satisfies (keyof Agreement)[]

/** In what order fields and events were written down is not a term. */
const comparable = (agreement: Agreement) => ({
  ...agreement,
  matching: agreement.matching.toSorted(),
  events: Object.fromEntries(agreement.events.map(({ type, fields }) => [type, fields.toSorted()])),
})
