import { cy } from './cy.ts'
import { en } from './en.ts'

/** Words that several events share. */
export const sharedWords = { en, cy }
