import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { ConcernCategory } from './mediation.ts'

/** Whatever was raised on an agreement since it was last looked at, for the worker. */
export interface Unweighed {
  agreementId: string
  agencyId: string
  version: number
  ended: boolean
  inHand: boolean
  lastClosedAt: Date | null
  /** Categories of the public's new concerns. */
  categories: ConcernCategory[]
}

/** For the worker, which holds these agreements until its transaction ends. */
export async function takeUnweighed(tx: Knex.Transaction): Promise<Unweighed[]> {
  const { rows } = await tx.raw<{ rows: UnweighedRow[] }>(
    `select a.id, a.agency_id, a.version, a.state = 'ended' as ended, fresh.categories,
       (select max(m.closed_at) from agreement_mediations m where m.agreement_id = a.id) as last_closed_at,
       exists (select from agreement_mediations m where m.agreement_id = a.id and m.state = 'open')
         or exists (select from agreement_findings f
                    where f.agreement_id = a.id and f.state in ('open', 'answered')) as in_hand
     from agreements a
     cross join lateral (
       select array_remove(array_agg(distinct c.category) filter (where c.agency_id is null), null) as categories
       from agreement_concerns c where c.agreement_id = a.id and c.weighed_at is null) fresh
     where a.id in (select c.agreement_id from agreement_concerns c where c.weighed_at is null)
     order by a.id for no key update of a skip locked`,
  )
  return rows.map((row) => ({
    ...{ agreementId: row.id, agencyId: row.agency_id, version: row.version, ended: row.ended },
    ...{ inHand: row.in_hand, lastClosedAt: row.last_closed_at, categories: row.categories ?? [] },
  }))
}

/** How much there is since then: different people of the public, and the first advocate. For the worker. */
export async function weightOf(
  tx: Db,
  agreementId: string,
  since: Date,
): Promise<{ people: number; advocateId: string | null }> {
  const { rows } = await tx.raw<{ rows: { people: number; advocate: string | null }[] }>(
    `select count(distinct raiser) filter (where agency_id is null) as people,
       (array_agg(agency_id order by raised_at) filter (where agency_id is not null))[1] as advocate
     from agreement_concerns where agreement_id = ? and raised_at > ?`,
    [agreementId, since],
  )
  return { people: rows[0]?.people ?? 0, advocateId: rows[0]?.advocate ?? null }
}

export async function markWeighed(tx: Db, agreementId: string, now: Date): Promise<void> {
  await tx('agreement_concerns')
    .where({ agreement_id: agreementId })
    .whereNull('weighed_at')
    .update({ weighed_at: now })
}

/** For the worker. */
export async function forgetWords(db: Db, raisedBefore: Date): Promise<void> {
  await db('agreement_concerns').whereNotNull('words').where('raised_at', '<', raisedBefore).update({ words: null })
}

interface UnweighedRow {
  id: string
  agency_id: string
  version: number
  ended: boolean
  in_hand: boolean
  last_closed_at: Date | null
  categories: ConcernCategory[] | null
}
