import type { Mistake } from '../agencies/file-mistakes.ts'
import type { Invitation, KnownAddress } from '../identity/staff/staff-store.ts'
import type { AgenciesFile } from './agencies-file.ts'
import type { Change } from './change.ts'

/**
 * Whoever is named for the first time. From then on people are kept in the console: a file that still names somebody
 * who was removed there does not bring them back, and no role changes by it.
 */
export function invitations(
  people: readonly Omit<Invitation, 'agencyId'>[],
  agencyId: string | null,
  known: readonly KnownAddress[],
): Change[] {
  const here = known.filter((one) => one.agencyId === agencyId)
  return people
    .filter(({ email }) => !here.some((one) => one.email === email))
    .map((person): Change => ({ kind: 'member-invited', member: { ...person, agencyId } }))
}

/** Nobody signs in for two bodies: whose page would they see? */
export function takenAddresses({ agencies, operators }: AgenciesFile, people: readonly KnownAddress[]): Mistake[] {
  const named = [
    ...agencies.flatMap(({ id, staff }, index) =>
      staff.map(({ email }, at) => ({ email, of: id, path: ['agencies', index, 'staff', at, 'email'] })),
    ),
    ...operators.map(({ email }, at) => ({ email, of: null, path: ['operators', at, 'email'] })),
  ]
  const problem = 'is the address of somebody who signs in for another body: remove them there first'
  return named.flatMap(({ email, of, path }) =>
    people.some((one) => one.email === email && !one.removed && one.agencyId !== of) ? [{ path, problem }] : [],
  )
}
