import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/** A request that its body, or its citizen too, is written to about. */
export interface Minded {
  id: string
  agencyId: string
  accountId: string
  due: CalendarDate
  /** Its citizen has told us that somebody may be at risk. */
  safety: boolean
}

/**
 * Notes in their threads that bodies are reminded: of what is due within days; and of complaints that were acknowledged
 * and about which nothing was said for a while. @returns those that had no such note yet
 */
export const noteDue = (
  tx: Db,
  { from, to, quietSince }: { from: CalendarDate; to: CalendarDate; quietSince: CalendarDate },
  now: Date,
): Promise<Minded[]> =>
  noted(
    tx,
    `select q.id, 'reminded', q.due from rights_requests q
     where q.waits_for = 'body' and q.due between :from and :to
     union all
     select q.id, 'reminded', cast(:from as date) from rights_requests q
     where q.waits_for = 'body' and q.due is null and not exists (
       select from rights_entries e where e.request_id = q.id and e.kind <> 'opened'
         and e.at > cast(:quietSince as date))`,
    { from, to, quietSince, now },
  )

/** The same of what is late. */
export const noteOverdue = (tx: Db, today: CalendarDate, now: Date): Promise<Minded[]> =>
  noted(tx, `select q.id, 'overdue', q.due from rights_requests q where q.waits_for = 'body' and q.due < :today`, {
    today,
    now,
  })

async function noted(tx: Db, wanted: string, values: Record<string, string | Date>): Promise<Minded[]> {
  const { rows } = await tx.raw<{ rows: Minded[] }>(
    `with wanted (request_id, kind, due) as (${wanted}),
     added as (
       insert into rights_entries (id, request_id, at, kind, made_by, due)
       select gen_random_uuid(), request_id, :now, kind, 'service', due from wanted
       on conflict (request_id, kind, due) where made_by = 'service' do nothing
       returning request_id, due)
     select q.id, q.agency_id as "agencyId", q.account_id as "accountId", added.due, exists (
       select from reports r where r.account_id = q.account_id and r.state = 'reported' and r.safety) as safety
     from added join rights_requests q on q.id = added.request_id`,
    values,
  )
  return rows
}
