import type { Knex } from 'knex'
import type { CalendarDate } from '../../shared/dates.ts'

export interface ToReview {
  id: string
  version: number
  agencyId: string
  reviewOn: CalendarDate
  trial: boolean
}

/** For the worker: live ones that have to be looked at by that day. Whoever renews one meanwhile waits. */
export async function toReviewBy(tx: Knex.Transaction, day: CalendarDate): Promise<ToReview[]> {
  const { rows } = await tx.raw<{ rows: ToReview[] }>(
    `select a.id, a.version, a.agency_id as "agencyId", v.review_on as "reviewOn", v.trial is not null as trial
     from agreement_versions v join agreements a on a.id = v.agreement_id and a.version = v.version
     where v.review_on <= ? and a.state = 'live' order by a.id for update of a`,
    [day],
  )
  return rows
}
