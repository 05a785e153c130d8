import { listAgencies } from '../../agencies/agency-store.ts'
import type { Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { Mediation } from './mediation.ts'

export type PartyNames = ReadonlyMap<string, Bilingual>

/** Names of all bodies that have a part in these mediations. */
export async function namesOfParties(db: Db, mediations: readonly Mediation[]): Promise<PartyNames> {
  if (mediations.length === 0) return new Map()
  return new Map((await listAgencies(db)).map(({ id, name }) => [id, name]))
}
