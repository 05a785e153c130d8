import type { Knex } from 'knex'

/** How a body's last answers to one event under one version of an agreement came out. */
export interface MatchingRate {
  eventType: string
  agreementId: string
  agreementVersion: number
  /** Deliveries that were answered for good: done, no record, needs information or refused. */
  answered: number
  noRecord: number
  refused: number
}

/**
 * Of what a body answered since then, the latest answer to each delivery, counted by event and by what it was told, which
 * the version of the agreement says. In its context.
 */
export async function matchingRates(tx: Knex.Transaction, agency: string, since: Date): Promise<MatchingRate[]> {
  const { rows } = await tx.raw<{ rows: MatchingRate[] }>(
    `with latest as (
       select distinct on (o.delivery_id) o.delivery_id, o.status from outcomes o
       where o.agency_id = ? and o.received_at >= ? and o.status not in ('received', 'in_progress')
       order by o.delivery_id, o.id desc
     )
     select d.event_type as "eventType", d.agreement_id as "agreementId", d.agreement_version as "agreementVersion",
       count(*) as answered, count(*) filter (where latest.status = 'no_record') as "noRecord",
       count(*) filter (where latest.status = 'refused') as refused
     from latest join deliveries d on d.id = latest.delivery_id
     group by 1, 2, 3 order by 1, 2, 3 desc`,
    [agency, since],
  )
  return rows
}
