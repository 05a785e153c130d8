import { cy } from './correction-cy.ts'
import { en } from './correction-en.ts'

export const correctionWords = { en, cy }
