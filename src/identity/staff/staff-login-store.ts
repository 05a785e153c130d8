import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'
import { toMember, type StaffRow } from './staff-store.ts'
import type { StaffMember } from './staff.ts'

/** Undefined for an id that nobody has, or no longer has. */
export async function findStaffMember(db: Db, id: string): Promise<StaffMember | undefined> {
  const { rows } = await db.raw<{ rows: (StaffRow & { agency_name: Bilingual | null })[] }>(
    'select * from staff_member(?::uuid)',
    [id],
  )
  const [row] = rows
  return row && { ...toMember(row), agencyName: row.agency_name }
}

export interface StaffLogin {
  issuer: string
  sub: string
  /** Only one that the provider has verified. */
  email: string | undefined
}

/** The member that this login belongs to: by subject, or the first time by the e-mail address that was invited. */
export async function signInStaff(db: Db, { issuer, sub, email }: StaffLogin, at: Date): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { id: string | null }[] }>('select sign_in_staff(?, ?, ?, ?) as id', [
    issuer,
    sub,
    email ?? null,
    at,
  ] as Knex.RawBinding[])
  return rows[0]?.id ?? undefined
}
