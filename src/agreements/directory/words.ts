import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

/** The directory's words, by language. */
export const directoryWords = { en, cy }
