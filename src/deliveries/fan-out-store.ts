import type { Knex } from 'knex'
import { UUID_V7 } from './uuid-v7.ts'

export interface PersonAtAgency {
  agencyId: string
  subjectRef: Buffer
}

export interface FannedOut {
  reports: number
  deliveries: number
  /** Who is now known to which agency, without repeats. */
  people: PersonAtAgency[]
}

/**
 * Takes reports whose time has come and makes a delivery for each subscription and agreement that they go to: one
 * statement, whatever their number. The same view as the citizen's preview says whom that is, less what the report
 * withholds, what was not on the page that the citizen sent, and whom an earlier report of the same matter tells. A body
 * that the citizen wants told later is due then, or is held until they say so. A report that goes to nobody is done with
 * too. One that takes the place of an earlier one that was taken back comes here again, once what takes that back is made:
 * it tells what it says by now, nobody whom it told before, and each body only after what is still to go to it about the
 * same person. The row that it waits for is locked, so that it is not settled unseen.
 */
export async function fanOutReports(
  tx: Knex.Transaction,
  { now, today, limit }: { now: Date; today: string; limit: number },
): Promise<FannedOut> {
  const { rows } = await tx.raw<{ rows: Row[] }>(FAN_OUT, { now, today, limit })
  const people = rows.flatMap(({ agency_id: agencyId, subject_ref: subjectRef }) =>
    agencyId !== null && subjectRef !== null ? [{ agencyId, subjectRef }] : [],
  )
  const [marked, ...made] = rows.map(({ number }) => number)
  return { reports: marked ?? 0, deliveries: made.reduce((sum, number) => sum + number, 0), people }
}

const FAN_OUT = `
  with due as (
    select id, account_id, about_ref, coalesce(about_ref, subject_ref) as subject_ref, event_type, areas, listed_as,
      told, withheld, timing, state, (select tells(first) from reports first
        where first.id = reports.joins_report_id and first.state = 'reported') as told_already,
      (select f.id from follow_ups f
        where f.report_id = reports.id and f.kind = 'correction' and f.fanned_out_at is not null
        order by f.created_at desc, f.id desc limit 1) as corrected_by
    from reports
    where fanned_out_at is null and not_before <= :now and (about_ref is null or not exists (
      select from follow_ups f join reports other on other.id = f.report_id
      where f.fanned_out_at is null and other.fanned_out_at is not null
        and other.about_ref = reports.about_ref and other.id <> reports.id))
    order by not_before, id limit :limit for update skip locked
  ), made as (
    insert into deliveries (id, report_id, account_id, subject_ref, subscription_id, agency_id, agreement_id,
      agreement_version, event_type, access_record_id, created_at, state, not_before, next_attempt_at,
      follow_up_id, behind_id)
    select ${UUID_V7}, due.id, due.account_id, due.subject_ref, to_whom.subscription_id, to_whom.agency_id,
      to_whom.agreement_id, coalesce((due.told ->> to_whom.agreement_id)::integer, to_whom.agreement_version),
      due.event_type, ${UUID_V7}, :now,
      case when due.timing ->> to_whom.agreement_id = 'held' then 'held'
        when ahead.id is not null then 'waiting' else 'due' end,
      start.at, start.at, due.corrected_by, ahead.id
    from due cross join lateral recipients_of(due.event_type, due.areas, :today, due.subject_ref, due.listed_as) to_whom
    cross join lateral (
      select greatest(cast(nullif(due.timing ->> to_whom.agreement_id, 'held') as timestamptz), :now) as at
    ) start
    left join lateral (
      select d.id from deliveries d
      where due.about_ref is not null and d.report_id in (
          select other.id from reports other where other.about_ref = due.about_ref and other.id <> due.id)
        and d.subscription_id = to_whom.subscription_id and d.agreement_id = to_whom.agreement_id
        and d.state in ('due', 'waiting')
      order by d.created_at desc, d.id desc limit 1 for update of d
    ) ahead on true
    where due.state = 'reported' and due.withheld ->> to_whom.agreement_id is null
      and (due.told is null or due.told ->> to_whom.agreement_id is not null)
      and (due.told_already is null or to_whom.agreement_id <> all (due.told_already))
      and not exists (
        select from deliveries before
        where before.report_id = due.id and before.subscription_id = to_whom.subscription_id
          and before.agreement_id = to_whom.agreement_id)
    on conflict (report_id, subscription_id, agreement_id, follow_up_id) do nothing
    returning agency_id, subject_ref
  ), marked as (
    update reports set fanned_out_at = :now from due where reports.id = due.id returning reports.id
  )
  select null as agency_id, null as subject_ref, (select count(*) from marked) as number
  union all
  select agency_id, subject_ref, count(*) from made group by agency_id, subject_ref`

/** Remembers by which identifier an agency knows a subject. What is known already stays. */
export async function rememberIdentifiers(
  tx: Knex.Transaction,
  identifiers: readonly (PersonAtAgency & { identifier: string; listedAs: Buffer })[],
): Promise<void> {
  // In one order, so that two workers that add the same people cannot wait for each other in a circle.
  const ordered = identifiers.toSorted((one, other) => (one.identifier < other.identifier ? -1 : 1))
  await tx.raw(
    `insert into pairwise_identifiers as known (agency_id, identifier, subject_ref, listed_as)
     select * from unnest(?::text[], ?::text[], ?::bytea[], ?::bytea[])
     on conflict (agency_id, identifier) do update set listed_as = excluded.listed_as where known.listed_as is null`,
    [
      ordered.map(({ agencyId }) => agencyId),
      ordered.map(({ identifier }) => identifier),
      ordered.map(({ subjectRef }) => subjectRef),
      ordered.map(({ listedAs }) => listedAs),
    ] as unknown as string[],
  )
}

interface Row {
  agency_id: string | null
  subject_ref: Buffer | null
  number: number
}
