import type { Request } from 'express'
import { findLifeEvent, type Catalogue } from '../../catalogue/catalogue.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import type { Context } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }

/** The same pages serve operators and bodies: each in a context, and at a place, of their own. */
export function placeOf(req: Request): { context: Context; path: string; agencyId: string | null } {
  const { agencyId } = staffOf(req)
  return agencyId === null
    ? { context: { operator: true }, path: '/operator/proposals', agencyId }
    : { context: { agency: agencyId }, path: '/agency/proposals', agencyId }
}

export const eventName = (type: string, language: Language, events: Catalogue) =>
  findLifeEvent(type, events)?.words[language].short ?? type
