import type { Knex } from 'knex'
import type { CalendarDate } from '../shared/dates.ts'

/** A body that was told and has not answered, for longer than it usually takes. */
export interface Overdue {
  reportId: string
  accountId: string
  agencyId: string
  /** Somebody may be at risk. */
  safety: boolean
}

/**
 * Marks as chased what has been overdue for a day or longer, those first that were told first, and returns what was. Of a
 * report that was taken back nobody waits for an answer. Each is taken once.
 */
export async function takeOverdue(
  tx: Knex.Transaction,
  { now, today, limit }: { now: Date; today: CalendarDate; limit: number },
): Promise<{ taken: number; overdue: Overdue[] }> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `with late as (
       select d.id, r.state = 'reported' as stands, r.safety
       from deliveries d
       join reports r on r.id = d.report_id
       join agreement_versions v on v.agreement_id = d.agreement_id and v.version = d.agreement_version
       where d.state = 'acknowledged' and d.awaits_answer
         and cast(:today as date) - cast(d.settled_at at time zone 'Europe/London' as date) > v.usual_days
       order by d.settled_at limit :limit for update of d skip locked
     )
     update deliveries d set awaits_answer = false, chased_at = case when late.stands then cast(:now as timestamptz) end
     from late where d.id = late.id
     returning d.report_id, d.account_id, d.agency_id, late.safety, late.stands`,
    { now, today, limit },
  )
  const overdue = rows.filter(({ stands }) => stands)
  return {
    taken: rows.length,
    overdue: overdue.map((row) => ({
      reportId: row.report_id,
      accountId: row.account_id,
      agencyId: row.agency_id,
      safety: row.safety,
    })),
  }
}

interface Row {
  report_id: string
  account_id: string
  agency_id: string
  safety: boolean
  stands: boolean
}
