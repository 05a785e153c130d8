import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { Outcome } from './mediation.ts'

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

async function done(tx: Db, call: string, values: unknown[]): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { done: boolean }[] }>(`select ${call} as done`, values as string[])
  return rows[0]?.done ?? false
}
