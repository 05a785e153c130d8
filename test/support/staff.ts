import { findStaffPersona } from '../../src/demo/agencies/colleagues.ts'
import { addStaffMember, listStaff, type ListedMember } from '../../src/identity/staff/staff-store.ts'
import { anAgency } from './agency.ts'
import type { TestDatabase } from './database.ts'

/** One of the made-up colleagues as a member of their agency, both of which are added if they are not there yet. */
export async function aColleague(database: TestDatabase, name: string): Promise<ListedMember> {
  const { owner } = database
  const persona = findStaffPersona(name)
  if (!persona) throw new Error(`Nobody is called ${name}`)
  const { agencyId, email } = persona
  const known = agencyId === null || (await owner('agencies').where({ id: agencyId }).first<object | undefined>())
  if (!known) await anAgency(database, { id: agencyId })
  await addStaffMember(owner, persona, new Date())
  const member = (await listStaff(owner, agencyId)).find((one) => one.email === email)
  if (!member) throw new Error(`${name} is somebody elsewhere`)
  return member
}
