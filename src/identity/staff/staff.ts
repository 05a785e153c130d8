import type { Request } from 'express'
import type { Bilingual } from '../../shared/language.ts'

declare module 'express-serve-static-core' {
  interface Request {
    staff?: StaffMember
  }
}

export const staffRoles = ['admin', 'officer', 'viewer'] as const

/** What somebody of an agency may do there: look, work with deliveries, or keep streams, keys and people and what failed. */
export type StaffRole = (typeof staffRoles)[number]

/** Somebody who signs in for their work. */
export interface StaffMember {
  id: string
  /** Null: an operator of the service. */
  agencyId: string | null
  agencyName: Bilingual | null
  role: StaffRole | 'operator'
  name: string
  email: string
}

/** Behind the rules `viewers`, `officers`, `readers`, `admins` and `operators` there always is one. */
export function staffOf({ staff }: Pick<Request, 'staff'>): StaffMember {
  if (!staff) throw new Error('A route asks for staff without a rule that lets only staff in')
  return staff
}

/** The agency that somebody behind `viewers`, `officers`, `readers` or `admins` works for. */
export function agencyOf(req: Pick<Request, 'staff'>): string {
  const { agencyId } = staffOf(req)
  if (agencyId === null) throw new Error('A route asks an operator for an agency of their own')
  return agencyId
}

/** Whether somebody reads what a body is told about citizens. Whoever decides who may, is none of them. */
export const mayRead = ({ role }: Pick<StaffMember, 'role'>): boolean => role === 'officer'

/** Roles that are let in where this one is wanted: each may do what those below it may. */
export const atLeast = (role: StaffRole): readonly StaffRole[] => staffRoles.slice(0, staffRoles.indexOf(role) + 1)

/** The first page of somebody who has signed in. */
export const homeOf = ({ agencyId }: Pick<StaffMember, 'agencyId'>) => (agencyId === null ? '/operator' : '/agency')
