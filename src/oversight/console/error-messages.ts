import type { Language } from '../../shared/language.ts'
import type { FieldError } from '../../web/page.ts'

const PREFIX = { en: 'Error', cy: 'Gwall' }

/** By field, as the components of the Design System take them. */
export const errorMessages = (errors: readonly FieldError[], language: Language) =>
  Object.fromEntries(
    errors.map(({ field, message }) => [field, { text: message, visuallyHiddenText: PREFIX[language] }]),
  )
