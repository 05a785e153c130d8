import { findLifeEvent, type Catalogue } from '../../catalogue/catalogue.ts'
import type { Language } from '../../shared/language.ts'
import type { FieldError } from '../../web/page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }

export const eventName = (type: string, language: Language, events: Catalogue) =>
  findLifeEvent(type, events)?.words[language].short ?? type

/** As the components of the Design System take them. */
export const messagesOf = (errors: readonly FieldError[]) =>
  Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }]))

/** A row of a summary list; none for what there is nothing to say of. */
export const rowOf = (key: string, value: string | undefined) =>
  value === undefined || value === '' ? [] : [{ key: { text: key }, value: { text: value } }]

/** Minutes of paperwork as somebody typed them; undefined for what is not a number of them. */
export function minutesIn(typed: string): number | undefined {
  const minutes = /^\d{1,5}$/.test(typed) ? Number(typed) : 0
  return minutes >= 1 && minutes <= 10_000 ? minutes : undefined
}
