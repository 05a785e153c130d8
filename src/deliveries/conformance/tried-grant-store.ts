import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/** What a stream may be tried with: events of its agreements, with what each would tell. */
export interface TriedGrant {
  agreementId: string
  eventType: string
  fields: string[]
}

/** Those of today, whether or not the stream has proved itself, by agreement and event. */
export async function triedGrants(db: Db, subscriptionId: string, today: CalendarDate): Promise<TriedGrant[]> {
  const { rows } = await db.raw<{
    rows: { agreement_id: string; event_type: string; fields: string[]; matching: string[] }[]
  }>(
    `select agreement_id, event_type, fields, matching from grants
     where subscription_id = ? and (ends_on is null or ends_on >= ?) order by agreement_id, event_type`,
    [subscriptionId, today],
  )
  return rows.map((row) => ({
    agreementId: row.agreement_id,
    eventType: row.event_type,
    fields: [...new Set([...row.fields, ...row.matching])],
  }))
}
