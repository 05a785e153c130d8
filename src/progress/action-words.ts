import { cy } from './content/actions-cy.ts'
import { en } from './content/actions-en.ts'

export const actionWords = { en, cy }

/** What a citizen has just done. */
export type Done = Exclude<keyof typeof en.done, 'title'>
