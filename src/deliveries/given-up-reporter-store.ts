import type { Db } from '../shared/database.ts'

export interface Reporter {
  accountId: string
  reportId: string
  /** Somebody may be at risk. */
  safety: boolean
}

/**
 * Who reported what these deliveries tell, once for each report, in one order. What is not known to be safe, because the
 * report is erased or not this context's to read, is treated as if it were not.
 */
export async function reportersOf(tx: Db, deliveryIds: readonly string[]): Promise<Reporter[]> {
  const { rows } = await tx.raw<{ rows: Reporter[] }>(
    `select distinct d.account_id as "accountId", d.report_id as "reportId", coalesce(r.safety, true) as safety
     from deliveries d left join reports r on r.id = d.report_id
     where d.id = any(?::uuid[]) order by 1, 2`,
    [[...deliveryIds]] as unknown as string[],
  )
  return rows
}
