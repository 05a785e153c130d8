import { lifeEvents, type Catalogue } from '../../catalogue/catalogue.ts'
import type { Language } from '../../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }

/** Options of radios and checkboxes, from their words. */
export const itemsOf = (
  texts: Record<string, string>,
  chosen: readonly string[] = [],
  hints: Record<string, string> = {},
) =>
  Object.entries(texts).map(([value, text]) => ({
    ...{ value, text, checked: chosen.includes(value) },
    ...(hints[value] !== undefined && { hint: { text: hints[value] } }),
  }))

export const eventNames = (language: Language, events: Catalogue = lifeEvents): Record<string, string> =>
  Object.fromEntries(events.map(({ type, words: text }) => [type, text[language].short]))
