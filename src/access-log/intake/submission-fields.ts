import { z } from 'zod'
import { parseLegalBasis } from '../../agreements/legal-basis.ts'
import { dataCategories, isDataCategory } from '../../catalogue/data-category.ts'

/** Text for people and systems: one line, short, nothing that a database or a page could trip over. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max} characters`)
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'must not have control characters')

export const hex = (digits: number) =>
  z.string().regex(new RegExp(`^(?!0+$)[0-9a-f]{${digits}}$`), `must be ${digits} lower hex digits, not all zero`)

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

const NEVER = new Date(Number.NaN)

/** RFC 3339, kept in milliseconds. `Date` would let 30 February roll over, so the day is compared. */
export const time = z
  .string()
  .meta({ format: 'date-time' })
  .transform((text, context): Date => {
    const moment = RFC_3339.test(text) ? new Date(text.toUpperCase()) : NEVER
    // Its own day, before the offset is taken off.
    const day = text.endsWith('Z') ? moment : new Date(`${text.slice(0, 10)}T00:00:00Z`)
    const real = !Number.isNaN(moment.getTime()) && day.getUTCDate() === Number(text.slice(8, 10))
    if (real) return moment
    context.addIssue('must be a time as in RFC 3339, with its offset')
    return z.NEVER
  })

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const recordId = z.string().regex(UUID_V7, 'must be a UUID of version 7, in lower case')

/** In its normal form; bases that are not open to public authorities are refused. */
export const legalBasis = line(80).transform((text, context): string => {
  const parsed = parseLegalBasis(text)
  if ('basis' in parsed) return parsed.basis
  context.addIssue(parsed.problem)
  return z.NEVER
})

export const category = z
  .string()
  .refine(isDataCategory, 'is not a category of the controlled list')
  .meta({ enum: [...dataCategories] })
