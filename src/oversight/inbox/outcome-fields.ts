import type { DatePart } from '../../shared/dates.ts'

export const outcomeStatuses = ['received', 'in_progress', 'done', 'no_record', 'needs_information', 'refused'] as const
export type OutcomeStatus = (typeof outcomeStatuses)[number]
export const offerActions = ['accept', 'opt_out'] as const

/** Fields of words, with how long they may be. */
export const LONGEST = {
  reason: 2000,
  message: 2000,
  'message-cy': 2000,
  'offer-title': 200,
  'offer-text': 2000,
} as const

export type WordField = keyof typeof LONGEST
export type DateField = 'effective' | 'due'

export const dateParts = ['day', 'month', 'year'] as const

/** Every field of the form. */
export const outcomeFields: readonly string[] = [
  'status',
  'offer-action',
  ...Object.keys(LONGEST),
  ...dateParts.flatMap((part) => [`effective-${part}`, `due-${part}`]),
]

export type OutcomeProblem =
  | { kind: 'status' | 'reason' | 'message' | 'english' | 'offer-title' | 'offer-text' | 'offer-action' }
  | { kind: 'not-real'; field: DateField }
  | { kind: 'partly-blank'; field: DateField; missing: DatePart[] }
  | { kind: 'past' }
  | { kind: 'long'; field: WordField }
