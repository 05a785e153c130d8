import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import { ENOUGH_ASKED } from './asked-twice.ts'
import type { Place } from './asked-twice-store.ts'

/** Those that enough people say and nobody has requested yet. For the worker, which holds them. */
export async function takeEnough(tx: Knex.Transaction): Promise<Place[]> {
  const { rows } = await tx.raw<{ rows: { asker_id: string; fact: string; holder_id: string }[] }>(
    `select asker_id, fact, holder_id from asked_twice_totals
     where asked_at is null and holder_id is not null and people >= ? order by people desc
     for update skip locked`,
    [ENOUGH_ASKED],
  )
  return rows.map(({ asker_id: askerId, fact, holder_id: holderId }) => ({ askerId, fact, holderId }))
}

/** For the worker. */
export async function noteAsked(tx: Db, { askerId, fact, holderId }: Place, agreementId: string | null, now: Date) {
  await tx('asked_twice_totals')
    .where({ asker_id: askerId, fact, holder_id: holderId })
    .update({ agreement_id: agreementId, asked_at: now })
}
