import type { Db } from '../../shared/database.ts'
import { toMember, type KnownMember, type StaffRow } from './staff-store.ts'

/**
 * Of all agencies and of the operators, for the worker's jobs. Whoever changes people at the same moment waits, so that
 * the last admin of a body stays one.
 */
export async function knownMembers(tx: Db): Promise<KnownMember[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `select m.*, (
       select coalesce(a.detail ->> 'to', a.detail ->> 'role') from staff_actions a
       where a.staff_id is null and a.target = m.id::text and a.agency_id is not distinct from m.agency_id
         and a.action in ('member-invited', 'member-role-changed')
       order by a.at desc, a.id desc limit 1) as role_of_file
     from staff_members m order by m.id for update`,
  )
  return rows.map((row) => {
    const { id, email, agencyId, role } = toMember(row)
    return { id, email, agencyId, role, removed: row.removed_at !== null, roleOfFile: row.role_of_file }
  })
}

interface Row extends StaffRow {
  removed_at: Date | null
  role_of_file: string | null
}
