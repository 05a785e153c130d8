import type { Mistake } from '../agencies/file-mistakes.ts'
import type { Invitation, KnownMember } from '../identity/staff/staff-store.ts'
import type { AgenciesFile } from './agencies-file.ts'
import type { Change } from './change.ts'

/** Somebody as the file has them. */
type Named = Omit<Invitation, 'agencyId'> & { removed: boolean }

/**
 * Who is named for the first time is invited, who has another role than the file gave them last gets it, and who is
 * marked as removed is. Between that people are kept in the console: a file that still names somebody who was removed
 * there does not bring them back, and one that still says what it said last changes no role that was given there since.
 * A body of which nobody is left, as it has come back, begins anew.
 */
export function staffChanges(
  people: readonly Named[],
  agencyId: string | null,
  known: readonly KnownMember[],
): Change[] {
  const here = known.filter((one) => one.agencyId === agencyId)
  const nobodyLeft = here.every(({ removed }) => removed)
  return people.flatMap(({ removed, ...person }): Change[] => {
    const member = here.find((one) => one.email === person.email && !one.removed)
    const isNew = nobodyLeft || !here.some((one) => one.email === person.email)
    if (!member) return isNew && !removed ? [{ kind: 'member-invited', member: { ...person, agencyId } }] : []
    if (removed) return [{ kind: 'member-removed', member }]
    const isSaid = person.role === member.role || person.role === member.roleOfFile
    return isSaid ? [] : [{ kind: 'member-role-changed', member, role: person.role }]
  })
}

/** Without an admin nobody could ever invite another: name one first. */
export function lastAdmins({ agencies, operators }: AgenciesFile, people: readonly KnownMember[]): Mistake[] {
  const ofBodies = agencies.flatMap(({ id, staff, state }, index) => {
    if (state === 'off-boarded') return []
    const at = leavesNobody(staff, id, 'admin', people)
    const problem = 'is the last admin: name another first'
    return at < 0 ? [] : [{ path: ['agencies', index, 'staff', at], problem }]
  })
  const at = leavesNobody(operators.map(asOperator), null, 'operator', people)
  return [
    ...ofBodies,
    ...(at < 0 ? [] : [{ path: ['operators', at], problem: 'is the last operator: name another first' }]),
  ]
}

export const asOperator = <One extends object>(one: One) => ({ ...one, role: 'operator' as const })

/** @returns the place of the first by whom nobody would keep this role, who do now; -1: somebody does. */
function leavesNobody(
  named: readonly Named[],
  agencyId: string | null,
  role: Invitation['role'],
  known: readonly KnownMember[],
): number {
  const changes = staffChanges(named, agencyId, known)
  const holders = known.filter((one) => one.agencyId === agencyId && !one.removed && one.role === role)
  const isGone = (id: string) => changes.some((one) => 'member' in one && 'id' in one.member && one.member.id === id)
  const comes = changes.some((one) =>
    one.kind === 'member-invited' ? one.member.role === role : one.kind === 'member-role-changed' && one.role === role,
  )
  if (holders.length === 0 || comes || !holders.every(({ id }) => isGone(id))) return -1
  return named.findIndex(({ email }) => holders.some((one) => one.email === email))
}

/** Nobody signs in for two bodies: whose page would they see? */
export function takenAddresses({ agencies, operators }: AgenciesFile, people: readonly KnownMember[]): Mistake[] {
  const named = [
    ...agencies.flatMap(({ id, staff }, index) =>
      staff.map(({ email, removed }, at) => ({
        email,
        removed,
        of: id,
        path: ['agencies', index, 'staff', at, 'email'],
      })),
    ),
    ...operators.map(({ email, removed }, at) => ({ email, removed, of: null, path: ['operators', at, 'email'] })),
  ]
  const problem = 'is the address of somebody who signs in for another body: remove them there first'
  return named.flatMap(({ email, removed, of, path }) =>
    !removed && people.some((one) => one.email === email && !one.removed && one.agencyId !== of)
      ? [{ path, problem }]
      : [],
  )
}
