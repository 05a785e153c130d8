import { ask, type Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { DailyCount } from './signed-counts.ts'

export interface SentCount extends DailyCount {
  agencyId: string
  day: CalendarDate
  jws: string
}

/** Kept beside the earlier ones; the same once more is passed over. In the body's context. @returns whether it is new. */
export async function addCount(tx: Db, count: SentCount, now: Date): Promise<boolean> {
  const { agencyId, day, records, disclosedTo, receivedFrom, jws } = count
  const added = await ask(tx, {
    name: 'add a count of access records',
    text: `
      insert into access_counts (agency_id, day, received_at, records, disclosed_to, received_from, jws)
      select $1, $2::date, $3, $4, $5, $6, $7
      where $7 is distinct from (select jws from access_counts where agency_id = $1 and day = $2::date
                                 order by received_at desc limit 1)
      on conflict (agency_id, day, received_at) do nothing returning day`,
    values: [agencyId, day, now.toISOString(), records, JSON.stringify(disclosedTo), JSON.stringify(receivedFrom), jws],
  })
  await ask(tx, {
    name: 'a body was heard',
    text: `insert into access_heard as h (agency_id, first_at, last_at) values ($1, $2, $2)
      on conflict (agency_id) do update set last_at = greatest(h.last_at, excluded.last_at)`,
    values: [agencyId, now.toISOString()],
  })
  return added.length > 0
}
