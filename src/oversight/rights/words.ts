import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }
