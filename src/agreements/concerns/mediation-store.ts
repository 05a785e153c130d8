import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Bilingual } from '../../shared/language.ts'
import { MEDIATION_COLUMNS, toMediation, type MediationRow } from './mediation-rows.ts'
import type { Mediation, Outcome, Statement } from './mediation.ts'

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

/** In a regulator's context. @returns false when it is closed already. */
export const closeMediation = (
  tx: Db,
  id: string,
  { outcome, words, improveBy }: { outcome: Outcome; words: Bilingual; improveBy: CalendarDate | null },
  now: Date,
) => done(tx, 'close_mediation(?, ?, ?::jsonb, ?::date, ?)', [id, outcome, JSON.stringify(words), improveBy, now])

/** In the context of the body that it is about. @returns false when it is settled. */
export const answerFinding = (tx: Db, id: string, words: Bilingual, now: Date) =>
  done(tx, 'answer_finding(?, ?::jsonb, ?)', [id, JSON.stringify(words), now])

/** In the context of the regulator that found it. @returns false when the database lets nobody do that now. */
export const settleFinding = (
  tx: Db,
  id: string,
  { result, words }: { result: 'improved' | 'ended'; words: Bilingual },
  now: Date,
) => done(tx, 'settle_finding(?, ?, ?::jsonb, ?)', [id, result, JSON.stringify(words), now])

/** Findings whose day is from this one to that one and that nobody has settled. For the worker. */
export async function findingsDue(
  tx: Db,
  from: CalendarDate,
  to: CalendarDate,
): Promise<{ id: string; agencyId: string; foundBy: string }[]> {
  const rows = await tx('agreement_findings')
    .whereIn('state', ['open', 'answered'])
    .whereBetween('improve_by', [from, to])
    .orderBy('improve_by')
    .select<{ id: string; agency_id: string; found_by: string }[]>('id', 'agency_id', 'found_by')
  return rows.map(({ id, agency_id: agencyId, found_by: foundBy }) => ({ id, agencyId, foundBy }))
}

/** Ids of agreements that a regulator ended and nobody has approved anew. With the worker's role. */
export async function endedByRegulator(db: Db): Promise<string[]> {
  return db('agreements as a')
    .where('a.state', 'ended')
    .whereExists(db('agreement_findings as f').whereRaw('f.agreement_id = a.id').where('f.state', 'ended'))
    .orderBy('a.id')
    .pluck<string[]>('a.id')
}

async function select(db: Db, rest: string, values: unknown[]): Promise<Mediation[]> {
  const { rows } = await db.raw<{ rows: MediationRow[] }>(
    `select ${MEDIATION_COLUMNS} from agreement_mediations m
     left join agreement_findings f on f.mediation_id = m.id where ${rest}`,
    values as string[],
  )
  return rows.map(toMediation)
}

async function done(tx: Db, call: string, values: unknown[]): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { done: boolean }[] }>(`select ${call} as done`, values as string[])
  return rows[0]?.done ?? false
}
