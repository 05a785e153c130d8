import { ask, type Db } from '../../../shared/database.ts'

/** Reports whose words may be erased: as `erase_own_reports` has it. */
export async function countErasable(tx: Db, accountId: string, toldBefore: Date): Promise<number> {
  const [row] = await ask<{ count: number }>(tx, {
    name: 'erasable reports',
    text: `
      select count(*) from reports r join data_keys k on k.id = r.data_key_id
      where r.account_id = $1 and r.about_ref is null and r.fanned_out_at is not null
        and not exists (select from follow_ups f where f.report_id = r.id and f.fanned_out_at is null)
        and not exists (
          select from deliveries d where d.report_id = r.id
            and (d.state in ('due', 'waiting', 'held') or d.settled_at is null or d.settled_at > $2))`,
    values: [accountId, toldBefore],
  })
  return row?.count ?? 0
}

export async function eraseReports(tx: Db, toldBefore: Date): Promise<number> {
  const { rows } = await tx.raw<{ rows: { erased: number }[] }>('select erase_own_reports(?) as erased', [toldBefore])
  return rows[0]?.erased ?? 0
}

/** With what was remembered of reports for the next one. */
export async function eraseDrafts(tx: Db, accountId: string): Promise<number> {
  await tx('accounts').where({ id: accountId }).update({ numbers: null })
  return tx('drafts').where({ account_id: accountId }).delete()
}

export const erasePreferences = (tx: Db, accountId: string): Promise<number> =>
  tx('notice_preferences').where({ account_id: accountId }).delete()
