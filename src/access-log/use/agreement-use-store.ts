import type { AgreementUse, UseInMonth } from '../../agreements/register/agreement-use.ts'
import { ask, type Db } from '../../shared/database.ts'
import type { AddedUse } from './count-use.ts'

export async function addUse(tx: Db, added: readonly AddedUse[]): Promise<void> {
  await ask(tx, {
    name: 'add use of agreements',
    text: `
      insert into agreement_use as u (agreement_id, month, told, used, drift, last_at)
      select * from unnest($1::text[], $2::date[], $3::bigint[], $4::bigint[], $5::bigint[], $6::timestamptz[])
      on conflict (agreement_id, month) do update set told = u.told + excluded.told, used = u.used + excluded.used,
        drift = u.drift + excluded.drift, last_at = greatest(u.last_at, excluded.last_at)`,
    values: [
      added.map(({ agreementId }) => agreementId),
      added.map(({ month }) => month),
      added.map(({ told }) => told),
      added.map(({ used }) => used),
      added.map(({ drift }) => drift),
      added.map(({ lastAt }) => lastAt.toISOString()),
    ],
  })
}

// Two years, as the longest time until an agreement is looked at again.
const MONTHS = 24

/** Of the last two years in which it was used. */
export async function useOfAgreement(db: Db, agreementId: string): Promise<AgreementUse> {
  const rows = await ask<UseInMonth & { lastAt: Date }>(db, {
    name: 'use of an agreement',
    text: `select month, told, used, drift, last_at as "lastAt" from agreement_use
      where agreement_id = $1 order by month desc limit $2`,
    values: [agreementId, MONTHS],
  })
  return { months: rows.map(({ lastAt: _, ...month }) => month), lastAt: rows[0]?.lastAt }
}
