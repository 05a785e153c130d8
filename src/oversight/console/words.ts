import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

/** The console's words, by language. */
export const consoleWords = { en, cy }
