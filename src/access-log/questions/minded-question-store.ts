import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/** A question that its body, or its citizen too, is written to about. */
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
export async function noteDue(
  tx: Db,
  { from, to, quietSince }: { from: CalendarDate; to: CalendarDate; quietSince: CalendarDate },
  now: Date,
): Promise<Minded[]> {
  return noted(
    tx,
    `select q.id, 'reminded', q.due from questions q
     where q.waits_for = 'body' and q.due between :from and :to
     union all
     select q.id, 'reminded', cast(:from as date) from questions q
     where q.waits_for = 'body' and q.due is null and not exists (
       select from question_entries e where e.question_id = q.id and e.kind <> 'opened'
         and e.at > cast(:quietSince as date))`,
    { from, to, quietSince, now },
  )
}

/** The same of what is late. */
export const noteOverdue = (tx: Db, today: CalendarDate, now: Date): Promise<Minded[]> =>
  noted(tx, `select q.id, 'overdue', q.due from questions q where q.waits_for = 'body' and q.due < :today`, {
    today,
    now,
  })

async function noted(tx: Db, wanted: string, values: Record<string, string | Date>): Promise<Minded[]> {
  const { rows } = await tx.raw<{ rows: Minded[] }>(
    `with wanted (question_id, kind, due) as (${wanted}),
     added as (
       insert into question_entries (id, question_id, at, kind, made_by, due)
       select gen_random_uuid(), question_id, :now, kind, 'service', due from wanted
       on conflict (question_id, kind, due) where made_by = 'service' do nothing
       returning question_id, due)
     select q.id, q.agency_id as "agencyId", q.account_id as "accountId", added.due, exists (
       select from reports r where r.account_id = q.account_id and r.state = 'reported' and r.safety) as safety
     from added join questions q on q.id = added.question_id`,
    values,
  )
  return rows
}
