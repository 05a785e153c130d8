import type { Contact } from '../../agencies/agency.ts'
import type { Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'

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

export async function riskAppetiteOf(tx: Db, agencyId: string): Promise<Bilingual | undefined> {
  const row = await tx<{ id: string; risk_appetite: Bilingual | null }>('agencies')
    .where({ id: agencyId })
    .first('risk_appetite')
  return row?.risk_appetite ?? undefined
}

/** In the agency's context. */
export async function setRiskAppetite(tx: Db, agencyId: string, statement: Bilingual | undefined, at: Date) {
  await tx('agencies')
    .where({ id: agencyId })
    .update({ risk_appetite: statement ? JSON.stringify(statement) : null, changed_at: at })
}
