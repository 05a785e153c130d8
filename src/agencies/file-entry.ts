import { z } from 'zod'
import type { Path } from './file-mistakes.ts'

/** An entry that has not been found right: any of its parts may be missing or of another kind. */
export type Unchecked = Record<string, unknown>
export type Report = (path: Path, problem: string) => void

/**
 * An entry in braces that knows all its keys. `look` sees the entry as a whole, even where a part of it is wrong, so
 * that no mistake hides behind another.
 */
export function entry<Shape extends z.ZodRawShape>(shape: Shape, look?: (entry: Unchecked, report: Report) => void) {
  const strict = z.strictObject(shape)
  if (!look) return strict
  return strict.superRefine(
    (value: unknown, context) => {
      const report: Report = (path, message) => context.addIssue({ code: 'custom', path: [...path], message })
      if (isEntry(value)) look(value, report)
    },
    { when: () => true },
  )
}

/** One line of text. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    .regex(/^\P{Cc}*$/u, 'must be one line, without tabs or control characters')

export const bilingual = (most: number) => entry({ en: text(most), cy: text(most).optional() })

/** Ids stand in addresses and tokens: nothing in them needs escaping, and no two differ by capitals only. */
export const id = z
  .string()
  .max(80, 'must have at most 80 characters')
  .regex(
    /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/,
    'must be small letters and digits, with single hyphens between: leeds-council',
  )

/** A list in which nothing stands twice. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.array(item).superRefine(
    (value: unknown, context) => {
      if (!Array.isArray(value)) return
      for (const [index, one] of value.entries()) {
        if (typeof one !== 'string' || value.indexOf(one) === index) continue
        context.addIssue({ code: 'custom', path: [index], message: `repeats ${quote(one)}` })
      }
    },
    { when: () => true },
  )

export const isEntry = (value: unknown): value is Unchecked =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entries of what should be a list of entries, each with its place. */
export function entriesOf(value: unknown): { index: number; entry: Unchecked }[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.flatMap((one, index) => (isEntry(one) ? [{ index, entry: one }] : []))
}

/** The texts of what should be a list of texts, each with its place. */
export function textsOf(value: unknown): { index: number; text: string }[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.flatMap((one, index) => (typeof one === 'string' ? [{ index, text: one }] : []))
}

/** What somebody wrote, short enough to stand in a sentence. */
const quote = (written: string) => `"${written.length > 60 ? `${written.slice(0, 57)}…` : written}"`
