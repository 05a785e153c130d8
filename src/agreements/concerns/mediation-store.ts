import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../shared/database.ts'
import { MEDIATION_COLUMNS, toMediation, type MediationRow } from './mediation-rows.ts'
import type { Mediation, Statement } from './mediation.ts'

// An agreement with more has more than its page can tell.
const MOST = 20

/** For the worker. @returns its id. */
export async function openMediation(
  tx: Db,
  mediation: Pick<Mediation, 'agreementId' | 'agencyId' | 'openedBy' | 'advocateId' | 'people'>,
  now: Date,
): Promise<string> {
  const id = uuidv7()
  const { agreementId, agencyId, openedBy, advocateId, people } = mediation
  await tx('agreement_mediations').insert({
    ...{ id, agreement_id: agreementId, agency_id: agencyId, opened_by: openedBy, advocate_id: advocateId },
    ...{ people, opened_at: now },
  })
  return id
}

/** Of one agreement, the latest first. Anybody may read them. */
export const mediationsOf = (db: Db, agreementId: string) =>
  select(db, 'm.agreement_id = ? order by m.opened_at desc limit ?', [agreementId, MOST])

export const findMediation = async (db: Db, id: string): Promise<Mediation | undefined> =>
  (await select(db, 'm.id = ?', [id]))[0]

/** Those about a body's agreements, or (null) about all, the latest first. @param after the last one of the page before */
export async function listMediations(
  db: Db,
  agencyId: string | null,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Mediation[]> {
  const own = agencyId === null ? 'true' : 'm.agency_id = ?'
  const earlier = after === undefined ? 'true' : 'm.id < ?'
  const values = [...(agencyId === null ? [] : [agencyId]), ...(after === undefined ? [] : [after]), limit]
  return select(db, `${own} and ${earlier} order by m.id desc limit ?`, values)
}

/** In the context of whoever speaks. */
export async function addStatement(
  tx: Db,
  mediationId: string,
  { side, agencyId, words, at }: Statement,
): Promise<void> {
  const row = { id: uuidv7(), mediation_id: mediationId, side, agency_id: agencyId, at }
  await tx('mediation_statements').insert({ ...row, words: JSON.stringify(words) })
}

async function select(db: Db, rest: string, values: unknown[]): Promise<Mediation[]> {
  const { rows } = await db.raw<{ rows: MediationRow[] }>(
    `select ${MEDIATION_COLUMNS} from agreement_mediations m
     left join agreement_findings f on f.mediation_id = m.id where ${rest}`,
    values as string[],
  )
  return rows.map(toMediation)
}
