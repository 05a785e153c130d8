import { ask, type Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Arrival, Arrived } from './arrivals.ts'
import type { Reason } from './reasons-to-tell.ts'

/** Adds to what has arrived, and notes that these bodies were heard. */
export async function addArrivals(tx: Db, arrivals: readonly Arrival[], now: Date): Promise<void> {
  await ask(tx, {
    name: 'add arrivals of access records',
    text: `
      with heard as (
        insert into access_heard as h (agency_id, first_at, last_at)
        select distinct agency_id, $6::timestamptz, $6::timestamptz from unnest($1::text[]) as agency_id
        order by agency_id
        on conflict (agency_id) do update set last_at = greatest(h.last_at, excluded.last_at)
      )
      insert into access_arrivals as a (agency_id, day, access_type, counterparty_id, records)
      select * from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::bigint[])
      on conflict (agency_id, day, access_type, counterparty_id) do update set records = a.records + excluded.records`,
    values: [
      arrivals.map(({ agencyId }) => agencyId),
      arrivals.map(({ day }) => day),
      arrivals.map(({ accessType }) => accessType),
      arrivals.map(({ counterpartyId }) => counterpartyId),
      arrivals.map(({ records }) => records),
      now.toISOString(),
    ],
  })
}

/** Keeps those about people who have an account, until somebody has looked whether they should hear of it. */
export async function addToTell(
  tx: Db,
  told: readonly { record: Arrived; reasons: readonly Reason[] }[],
): Promise<void> {
  if (told.length === 0) return
  await ask(tx, {
    name: 'add access records to tell of',
    text: `
      insert into access_to_tell (subject_ref, registered_at, record_id, body_id, reasons)
      select given.ref, at, record_id, body_id, string_to_array(reasons, ' ')
      from unnest($1::bytea[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[])
        as given (ref, at, record_id, body_id, reasons)
      where exists (select from subjects s where s.ref = given.ref and s.account_id is not null)
        or exists (select from accounts a where a.subject_ref = given.ref)`,
    values: [
      told.map(({ record }) => record.subject_ref),
      told.map(({ record }) => record.registered_at.toISOString()),
      told.map(({ record }) => record.record_id),
      told.map(({ record }) => record.controller_id),
      told.map(({ reasons }) => reasons.join(' ')),
    ],
  })
}

/** How many records of a day have arrived from the body in context, of whatever kind. */
export async function arrivedOn(tx: Db, agencyId: string, day: CalendarDate): Promise<number> {
  const row = await tx('access_arrivals')
    .where({ agency_id: agencyId, day })
    .first<{ records: string | number | null }>(tx.raw('sum(records)::bigint as records'))
  return Number(row?.records ?? 0)
}
