import { cy } from './cy.ts'
import { en } from './en.ts'

export const words = { en, cy }
