import { cy } from './preview-cy.ts'
import { en } from './preview-en.ts'

export const previewWords = { en, cy }
