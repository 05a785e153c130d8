import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

/** The register's words, by language. */
export const registerWords = { en, cy }
