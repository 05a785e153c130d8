import type { Db } from '../../shared/database.ts'
import type { DueOfAgency } from './due-store.ts'
import type { Sample } from './sample.ts'

/** Adds what one process has counted to what others have. With the worker's role. */
export async function addSamples(db: Db, at: Date, samples: ReadonlyMap<string, Sample>): Promise<void> {
  if (samples.size === 0) return
  const rows = [...samples].map(([agency, sample]) => ({ agency, ...sample }))
  await db.raw(
    `insert into delivery_samples as s
       (at, agency_id, in_flight, failed, within_second, within_ten_seconds, within_minute, later)
     select :at, r.agency, r."inFlight", r.failed, r."withinSecond", r."withinTenSeconds", r."withinMinute", r.later
     from jsonb_to_recordset(cast(:rows as jsonb)) as r (agency text, "inFlight" int, failed int, "withinSecond" int,
       "withinTenSeconds" int, "withinMinute" int, later int)
     order by r.agency
     on conflict (at, agency_id) do update set
       in_flight = greatest(s.in_flight, excluded.in_flight), failed = s.failed + excluded.failed,
       within_second = s.within_second + excluded.within_second,
       within_ten_seconds = s.within_ten_seconds + excluded.within_ten_seconds,
       within_minute = s.within_minute + excluded.within_minute, later = s.later + excluded.later`,
    { at, rows: JSON.stringify(rows) },
  )
}

/** Notes what waits, for bodies that something waits for. With the worker's role. */
export async function noteDue(db: Db, at: Date, due: readonly DueOfAgency[]): Promise<void> {
  const waiting = due.filter((one) => one.due > 0)
  await db.raw(
    `insert into delivery_samples as s (at, agency_id, due, oldest_due)
     select :at, r.agency, sum(r.due), max(r.oldest)
     from unnest(cast(:agencies as text[]), cast(:counts as int[]), cast(:ages as float[])) as r (agency, due, oldest)
     group by r.agency order by r.agency
     on conflict (at, agency_id) do update set
       due = greatest(s.due, excluded.due), oldest_due = greatest(s.oldest_due, excluded.oldest_due)`,
    {
      at,
      agencies: waiting.map(({ agencyId }) => agencyId),
      counts: waiting.map(({ due: count }) => count),
      ages: waiting.map(({ oldest }) => oldest),
    },
  )
}

export const forgetSamples = (db: Db, before: Date) => db('delivery_samples').where('at', '<', before).delete()
