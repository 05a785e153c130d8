import { formatDate, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import type { FieldError } from '../../web/page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }

export const dayOf = (time: Date, language: Language) => formatDate(ukToday(time), language)

/** Errors by field, as the components of a form take them. */
export const messagesOf = (errors: readonly FieldError[]) =>
  Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }]))

// A sentence or two.
const LONGEST = 499

export function reasonErrors(reason: string, language: Language, longest = LONGEST): FieldError[] {
  const text = words[language].agency
  if (reason === '') return [{ field: 'reason', message: text.missingReason }]
  return reason.length > longest ? [{ field: 'reason', message: text.longReason(longest + 1) }] : []
}
