import { z } from 'zod'
import { isRealDate } from '../shared/dates.ts'
import type { Bilingual } from '../shared/language.ts'

/** A body's answer to what it was told, in the form in which it sends it. */
export type Outcome = z.infer<typeof outcome>

/** The part of an answer that is words: it is kept sealed. */
export type OutcomeWords = Pick<Outcome, 'message' | 'reason' | 'offer'>

export type ReadOutcome =
  { kind: 'read'; outcome: Outcome } | { kind: 'invalid'; errors: { field: string; message: string }[] }

/** Names every wrong field at once. */
export function readOutcome(value: unknown): ReadOutcome {
  const parsed = outcome.safeParse(value, { error: inWords })
  if (parsed.success) return { kind: 'read', outcome: parsed.data }
  return { kind: 'invalid', errors: parsed.error.issues.flatMap(errorsOf) }
}

export const wordsOf = ({ message, reason, offer }: Outcome): OutcomeWords => ({
  ...(message && { message }),
  ...(reason !== undefined && { reason }),
  ...(offer && { offer }),
})

/** What a body said in one language, which we take for English, or in both. */
export const inBoth = (words: string | Bilingual): Bilingual => (typeof words === 'string' ? { en: words } : words)

/** The body has said how it ended, or what it needs: what a citizen waits for. */
export const isAnswer = ({ status }: Pick<Outcome, 'status'>) => status !== 'received' && status !== 'in_progress'

// Line feeds make paragraphs; other control characters have no place on a page or in a database.
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max} characters`)
    .refine((value) => value.isWellFormed() && !/[^\P{Cc}\n]/u.test(value), 'must not have control characters')

const day = z.string().refine(isRealDate, 'must be a day, as in 2026-11-22').meta({ format: 'date' })

const bilingual = (max: number) => z.strictObject({ en: text(max), cy: text(max).optional() })

const worded = (max: number) => z.union([text(max), bilingual(max)])

export const outcome = z.strictObject({
  status: z.enum(['received', 'in_progress', 'done', 'no_record', 'needs_information', 'refused']),
  effective_date: day.optional(),
  due_by: day.optional(),
  message: bilingual(2000).optional(),
  reason: worded(2000).optional(),
  offer: z.strictObject({ title: worded(200), text: worded(2000), action: z.enum(['accept', 'opt_out']) }).optional(),
})

function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type') return `must be ${issue.expected === 'string' ? 'text' : 'an object'}`
  if (issue.code === 'invalid_union') {
    return typeof issue.input === 'string' ? issue.errors[0]?.[0]?.message : 'must be text, or text as en and cy'
  }
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`
  return undefined
}

function errorsOf(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.') || 'outcome', message: issue.message }]
  return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'is not a field of an outcome' }))
}
