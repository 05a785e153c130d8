import { leavesTime } from '../../agreements/concerns/finding.ts'
import { outcomes, type Act, type Outcome } from '../../agreements/concerns/mediation.ts'
import { parseDateParts, type CalendarDate } from '../../shared/dates.ts'
import type { Bilingual } from '../../shared/language.ts'
import { textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import type { en } from './content/en.ts'

export const ACT_FIELDS = [
  ...['act', 'words', 'words-cy', 'outcome', 'settlement'],
  ...['improve-by-day', 'improve-by-month', 'improve-by-year'],
]

/** What was typed, to be shown again. */
export type Typed = ReturnType<typeof typedIn>

export const typedIn = (body: FormBody) => ({
  words: textField(body, 'words'),
  wordsCy: textField(body, 'words-cy'),
  outcome: textField(body, 'outcome'),
  settlement: textField(body, 'settlement'),
  day: textField(body, 'improve-by-day'),
  month: textField(body, 'improve-by-month'),
  year: textField(body, 'improve-by-year'),
})

/** What somebody does about a mediation, once nothing is wrong with what they typed. */
export interface Doing {
  words: Bilingual
  outcome: Outcome | undefined
  settlement: 'improved' | 'ended' | undefined
  improveBy: CalendarDate | null
}

// Two or three pages: it is published, and people read it.
const LONGEST = 8000

interface Reading {
  act: Act
  /** How a finding can be settled today. */
  ways: readonly ('improved' | 'ended')[]
  now: Date
}

/** All mistakes at once, or what is to be done. */
export function readAct(
  typed: Typed,
  { act, ways, now }: Reading,
  text: (typeof en)['errors'],
): { errors: FieldError[] } | { doing: Doing } {
  const outcome = act === 'outcome' ? outcomes.find((one) => one === typed.outcome) : undefined
  const settlement = act === 'settlement' ? ways.find((one) => one === typed.settlement) : undefined
  const improveBy = outcome === 'finding' ? parseDateParts(typed) : undefined
  const errors = [
    ...(act === 'outcome' && !outcome ? [{ field: 'outcome', message: text.outcome }] : []),
    ...(act === 'settlement' && !settlement ? [{ field: 'settlement', message: text.settlement }] : []),
    ...(improveBy ? dateErrors(improveBy, now, text) : []),
    ...wordsErrors(typed, text),
  ]
  if (errors.length > 0) return { errors }
  const words = bilingualIn(typed)
  return { doing: { words, outcome, settlement, improveBy: improveBy?.kind === 'date' ? improveBy.date : null } }
}

/** Its own words in one language or two. */
export const bilingualIn = ({ words, wordsCy }: Pick<Typed, 'words' | 'wordsCy'>): Bilingual => ({
  en: words,
  ...(wordsCy !== '' && { cy: wordsCy }),
})

export function wordsErrors(
  { words, wordsCy }: Pick<Typed, 'words' | 'wordsCy'>,
  text: (typeof en)['errors'],
): FieldError[] {
  return [
    ...(words === '' ? [{ field: 'words', message: text.words }] : []),
    ...(words.length > LONGEST ? [{ field: 'words', message: text.long }] : []),
    ...(wordsCy.length > LONGEST ? [{ field: 'words-cy', message: text.long }] : []),
  ]
}

function dateErrors(
  improveBy: ReturnType<typeof parseDateParts>,
  now: Date,
  text: (typeof en)['errors'],
): FieldError[] {
  const field = 'improve-by-day'
  if (improveBy.kind === 'blank') return [{ field, message: text.date }]
  if (improveBy.kind !== 'date') return [{ field, message: text.notReal }]
  return leavesTime(improveBy.date, now) ? [] : [{ field, message: text.range }]
}
