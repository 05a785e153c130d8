import type { Request } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import type { Party } from '../../agreements/concerns/mediation.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import type { Context, Db } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }

/** The same pages serve bodies, regulators, advocates and operators: each in a context, and at a place, of their own. */
export async function partyOf(db: Db, req: Request): Promise<{ party: Party; context: Context; path: string }> {
  const { agencyId } = staffOf(req)
  if (agencyId === null) return { party: { agencyId }, context: { operator: true }, path: '/operator/concerns' }
  const agency = await findAgency(db, agencyId)
  if (!agency) throw notFound()
  const kind = agency.active ? agency.kind : 'suspended'
  return { party: { agencyId, kind }, context: { agency: agencyId }, path: '/agency/concerns' }
}

/** Whether somebody has a say in mediations of other bodies too. */
export const seesAll = (party: Party) => party.agencyId === null || ['regulator', 'advocate'].includes(party.kind)

/** Who reads what the public wrote: those who speak for them, and the mediator. */
export const readsWords = (party: Party) => party.agencyId === null || party.kind === 'regulator'
