import type { Request } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import type { Agency } from '../../agencies/agency.ts'
import type { Db } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import { latestVersions, type RegisteredAgreement } from '../agreement-store.ts'

/** The agreement of the address, in its latest version, with the body that is told under it. */
export async function findSubject(
  db: Db,
  { params }: Pick<Request, 'params'>,
): Promise<{ agreement: RegisteredAgreement; agency: Agency }> {
  const [agreement] = await latestVersions(db, [String(params['agreement'] ?? params['id'])])
  const agency = agreement && (await findAgency(db, agreement.agencyId))
  if (!agreement || !agency) throw notFound()
  return { agreement, agency }
}
