import { cy } from './about-cy.ts'
import { en } from './about-en.ts'

export const aboutWords = { en, cy }
