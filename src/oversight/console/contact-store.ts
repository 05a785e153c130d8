import type { Contact } from '../../agencies/agency.ts'
import type { Db } from '../../shared/database.ts'

export async function contactOfAgency(tx: Db, agencyId: string): Promise<Contact> {
  const row = await tx<{ id: string; contact: Contact }>('agencies').where({ id: agencyId }).first('contact')
  return row?.contact ?? {}
}

/** In the agency's context. */
export async function setContact(tx: Db, agencyId: string, contact: Contact, at: Date): Promise<void> {
  await tx('agencies')
    .where({ id: agencyId })
    .update({ contact: JSON.stringify(contact), changed_at: at })
}
