import { findStaffMember } from '../../identity/staff/staff-login-store.ts'
import { listStaff } from '../../identity/staff/staff-store.ts'
import type { StaffMember } from '../../identity/staff/staff.ts'
import { findStaffPersona } from '../agencies/colleagues.ts'
import type { StageTransaction } from './stage-store.ts'

/** One of the colleagues of the sample agencies' file, as they sign in. */
export async function stageColleague(tx: StageTransaction, name: string): Promise<StaffMember> {
  const persona = findStaffPersona(name)
  const members = await listStaff(tx, persona?.agencyId ?? null)
  const known = members.find(({ email }) => email === persona?.email)
  const member = known && (await findStaffMember(tx, known.id))
  if (!member) throw new Error(`${name} cannot sign in yet: apply the sample agencies' file first`)
  return member
}
