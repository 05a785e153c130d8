import { cy } from './content/actions-cy.ts'
import { en } from './content/actions-en.ts'

export const actionWords = { en, cy }
