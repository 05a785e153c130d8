import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../shared/database.ts'
import type { StaffMember } from './staff.ts'

/** A member as the agency's people page lists them. */
export interface ListedMember extends Omit<StaffMember, 'agencyName'> {
  invitedAt: Date
  /** When they last signed in. */
  lastSeenAt: Date | null
}

/** Everybody who may sign in for an agency, or of the service's operators (null), by name. In their context. */
export async function listStaff(tx: Db, agencyId: string | null): Promise<ListedMember[]> {
  const rows = await tx<StaffRow & { invited_at: Date; last_seen_at: Date | null; removed_at: Date | null }>(
    'staff_members',
  )
    .where({ agency_id: agencyId })
    .whereNull('removed_at')
    .orderBy(['name', 'id'])
  return rows.map((row) => ({ ...toMember(row), invitedAt: row.invited_at, lastSeenAt: row.last_seen_at }))
}

/** Who may sign in with an e-mail address, or once could. */
export interface KnownMember {
  id: string
  email: string
  agencyId: string | null
  role: StaffMember['role']
  removed: boolean
  /** Which role the agencies file gave them last; null: none. */
  roleOfFile: string | null
}

export interface Invitation {
  agencyId: string | null
  email: string
  name: string
  role: StaffMember['role']
}

/** @returns the new member's id; undefined when somebody with this address may sign in already, here or elsewhere. */
export async function addStaffMember(tx: Db, invitation: Invitation, at: Date): Promise<string | undefined> {
  const { agencyId, email, name, role } = invitation
  const id = uuidv7()
  const added = await tx('staff_members')
    .insert({ id, agency_id: agencyId, email: email.toLowerCase(), name, role, invited_at: at })
    .onConflict(tx.raw('(email) where removed_at is null') as never)
    .ignore()
    .returning('id')
  return added.length === 0 ? undefined : id
}

/** Has an e-mail sent to somebody who was added, in the transaction of that. In the context of whoever invites. */
export async function writeToInvited(tx: Db, id: string): Promise<void> {
  await tx.raw('select queue_invitation(?)', [id])
}

/** Where somebody who may sign in is written to. For the worker. */
export async function addressOfMember(db: Db, id: string): Promise<{ email: string } | undefined> {
  return db<StaffRow & { removed_at: Date | null }>('staff_members')
    .where({ id })
    .whereNull('removed_at')
    .first('email')
}

/** One of an agency's people. In its context, or an operator's. */
export async function findMemberOf(tx: Db, agencyId: string, id: string): Promise<ListedMember | undefined> {
  return (await listStaff(tx, agencyId)).find((member) => member.id === id)
}

/**
 * How many may keep the agency's people. Two who would take each other's place away wait for each other. In the
 * agency's context.
 */
export async function countAdmins(tx: Db, agencyId: string): Promise<number> {
  const rows = await tx<StaffRow & { removed_at: Date | null }>('staff_members')
    .where({ agency_id: agencyId, role: 'admin' })
    .whereNull('removed_at')
    .orderBy('id')
    .forUpdate()
    .select('id')
  return rows.length
}

export async function setStaffRole(tx: Db, id: string, role: StaffMember['role']): Promise<void> {
  await tx('staff_members').where({ id }).update({ role })
}

export async function removeStaffMember(tx: Db, id: string, at: Date): Promise<void> {
  await tx('staff_members').where({ id }).update({ removed_at: at })
}

export interface StaffRow {
  id: string
  agency_id: string | null
  role: StaffMember['role']
  name: string
  email: string
}

/** Without the name of the agency, which not every question asks for. */
export const toMember = ({ id, agency_id, role, name, email }: StaffRow) => ({
  ...{ id, role, name, email },
  agencyId: agency_id,
})
