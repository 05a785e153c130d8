import type { Knex } from 'knex'
import { arrayLiteral } from '../shared/array-literal.ts'
import { ask, statement } from '../shared/database.ts'
import { LATER, OPEN, URGENCIES, toClaimed, type DeliveryRow } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface PersonAtAgency {
  agencyId: string
  subjectRef: Buffer
}

export interface FannedOut {
  reports: number
  deliveries: number
  /** Who is now known to which agency, without repeats. */
  people: PersonAtAgency[]
  /** Made leased: to be sent by whoever asked for it. */
  claimed: ClaimedDelivery[]
  /** Lanes that are due more than was leased. */
  left: Set<string>
  /** There are things that citizens did after sending, and that were not taken in yet. */
  hasNews: boolean
}

/** What a worker can take at once of what is made, so that it need not be claimed first. */
export interface Fresh {
  lease: string
  leasedUntil: Date
  /** How many of each lane, by subscription; none of a lane that has older ones waiting. */
  rooms: Readonly<Record<string, number>>
  /** How many of a lane that is not among them. */
  otherwise: number
}

/**
 * Takes reports whose time has come, the most urgent first, and makes a delivery for each subscription and agreement that they go to: one
 * statement, whatever their number. The same view as the citizen's preview says whom that is, less what the report
 * withholds, what was not on the page that the citizen sent, and whom an earlier report of the same matter tells. A body
 * that the citizen wants told later is due then, or is held until they say so. A report that goes to nobody is done with
 * too. One that takes the place of an earlier one that was taken back comes here again, once what takes that back is made:
 * it tells what it says by now, nobody whom it told before, and each body only after what is still to go to it about the
 * same person. The row that it waits for is locked, so that it is not settled unseen.
 *
 * What can be sent at once is made leased to the worker that asks, as many as it has room for: one write less for each,
 * and one way to the database. Not of a report that has news which the same transaction has yet to take in.
 */
export async function fanOutReports(
  tx: Knex.Transaction,
  { fresh, ...wanted }: { now: Date; today: string; limit: number; fresh?: Fresh | undefined },
): Promise<FannedOut> {
  const { lease = null, leasedUntil = null, rooms = {}, otherwise = 0 } = fresh ?? {}
  const rows = await ask<Row>(
    tx,
    fanningOut({ ...wanted, lease, leasedUntil, rooms: JSON.stringify(rooms), otherwise }),
  )
  const made = rows.filter((row): row is MadeRow => row.id !== null)
  const isDue = (row: MadeRow) => row.state === 'due' && row.lease === null
  return {
    reports: rows[0]?.marked ?? 0,
    deliveries: made.length,
    people: peopleAmong(made),
    claimed: made.filter(({ lease }) => lease !== null).map(toClaimed),
    left: new Set(made.filter(isDue).map((row) => row.subscription_id)),
    hasNews: rows[0]?.has_news ?? false,
  }
}

function peopleAmong(made: readonly MadeRow[]): PersonAtAgency[] {
  const people = made.map(({ agency_id: agencyId, subject_ref: subjectRef }) => ({ agencyId, subjectRef }))
  return [...new Map(people.map((one) => [`${one.agencyId}/${one.subjectRef.toString('hex')}`, one])).values()]
}

const fanningOut = statement(
  'fan out reports',
  `
  with due as (
    select report.* from unnest(array[${URGENCIES.join(', ')}]) as rank cross join lateral (
      select id, not_before, account_id, about_ref, coalesce(about_ref, subject_ref) as subject_ref, event_type, areas,
        listed_as, told, withheld, timing, state, rank, (select tells(first) from reports first
          where first.id = reports.joins_report_id and first.state = 'reported') as told_already,
        (select f.id from follow_ups f
          where f.report_id = reports.id and f.kind = 'correction' and f.fanned_out_at is not null
          order by f.created_at desc, f.id desc limit 1) as corrected_by,
        exists (select from follow_ups f where f.report_id = reports.id and f.fanned_out_at is null) as has_news
      from reports
      where fanned_out_at is null and urgency(safety, event_type) = rank and not_before <= :now
        and (about_ref is null or not exists (
          select from follow_ups f join reports other on other.id = f.report_id
          where f.fanned_out_at is null and other.fanned_out_at is not null
            and other.about_ref = reports.about_ref and other.id <> reports.id))
      -- With the rank, which is the same for all of them: else what waits is read and sorted from end to end each time.
      order by urgency(safety, event_type), not_before, id limit :limit for update skip locked
    ) report limit :limit
  ), in_turn as (
    select *, row_number() over (order by not_before, id) as place from due
  ), bodies as materialized (
    select r.subscription_id, r.agency_id, r.agreement_id, r.agreement_version, r.event_type, r.areas, a.by_interest,
      s.lists, ${OPEN} as is_open
    from recipients_on(:today) r join agencies a on a.id = r.agency_id join subscriptions s on s.id = r.subscription_id
    where r.event_type in (select event_type from due)
      and is_reached(r.areas, array(select unnest(areas) from due))
  ), wanted as materialized (
    select due.id as report_id, due.rank, due.not_before as turn, due.place, due.account_id, due.subject_ref,
      to_whom.subscription_id, to_whom.agency_id, to_whom.agreement_id, due.event_type, start.at, due.corrected_by,
      ahead.id as behind_id,
      coalesce((due.told ->> to_whom.agreement_id)::integer, to_whom.agreement_version) as agreement_version,
      case when due.timing ->> to_whom.agreement_id = 'held' then 'held'
        when ahead.id is not null then 'waiting' else 'due' end as state,
      not due.has_news and start.at <= :now and to_whom.is_open
      -- In the order of the one index that has none but those: any other of what is due looks as good to a plan that is
      -- made while nothing is, and would be read from end to end for each delivery.
      and (select true from deliveries earlier
        where earlier.in_order and earlier.state = 'due' and earlier.subscription_id = to_whom.subscription_id
          and earlier.subject_ref = due.subject_ref
        order by earlier.created_at, earlier.id limit 1) is null as may_go
    from in_turn due
    join bodies to_whom on to_whom.event_type = due.event_type and is_reached(to_whom.areas, due.areas)
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
      -- Who is told of all says of whom it has no file by the id under which it was told of them.
      and (not (to_whom.by_interest or to_whom.lists) or coalesce(
        said_of(to_whom.subscription_id, to_whom.agency_id, due.subject_ref,
          case when to_whom.by_interest then due.listed_as else '{}' end),
        not to_whom.by_interest))
      and (select true from stopped_sharing x
        where x.subject_ref = due.subject_ref and x.agreement_id = to_whom.agreement_id limit 1) is null
      -- Not NOT EXISTS, which may be planned as a join with all that was ever delivered.
      and (select true from deliveries before
        where before.report_id = due.id and before.subscription_id = to_whom.subscription_id
          and before.agreement_id = to_whom.agreement_id limit 1) is null
  ), ranked as (
    select *, cast(:lease as uuid) is not null and may_go and state = 'due'
      and row_number() over (partition by subscription_id, may_go, state order by rank, turn, report_id)
        -- In a select of its own, and so read once: as text it would be read for each row.
        <= coalesce(((select cast(:rooms as jsonb)) ->> subscription_id::text)::integer, :otherwise) as is_taken
    from wanted
  ), made as (
    insert into deliveries (id, report_id, account_id, subject_ref, subscription_id, agency_id, agreement_id,
      agreement_version, event_type, access_record_id, created_at, state, not_before, next_attempt_at,
      follow_up_id, behind_id, priority, lease, leased_until)
    select ${uuidV7('place')}, report_id, account_id, subject_ref, subscription_id, agency_id, agreement_id,
      agreement_version, event_type, ${uuidV7()}, :now, state, at, at, corrected_by, behind_id, rank,
      case when is_taken then cast(:lease as uuid) end,
      case when is_taken then cast(:leasedUntil as timestamptz) end
    from ranked
    on conflict (report_id, subscription_id, agreement_id, follow_up_id) do nothing
    returning *
  ), marked as (
    update reports set fanned_out_at = :now where id = any (array(select id from due)) returning id
  )
  select (select count(*) from marked) as marked, exists (select from follow_ups where fanned_out_at is null) as has_news,
    ${LATER}, made.id, made.report_id, made.follow_up_id, made.subject_ref,
    made.subscription_id, made.agency_id, made.agreement_id, made.agreement_version, made.event_type,
    made.access_record_id, made.attempts, made.created_at, made.not_before, made.priority, made.lease, made.leased_until, made.state,
    false as claimed_before
  from (select) always left join made on true`,
)

/** Remembers by which identifier an agency knows a subject. What is known already stays. */
export async function rememberIdentifiers(
  tx: Knex.Transaction,
  identifiers: readonly (PersonAtAgency & { identifier: string; listedAs: Buffer })[],
): Promise<void> {
  // In one order, so that two workers that add the same people cannot wait for each other in a circle.
  const ordered = identifiers.toSorted((one, other) => (one.identifier < other.identifier ? -1 : 1))
  await ask(
    tx,
    remembering({
      agencies: arrayLiteral(ordered.map(({ agencyId }) => agencyId)),
      identifiers: arrayLiteral(ordered.map(({ identifier }) => identifier)),
      subjects: arrayLiteral(ordered.map(({ subjectRef }) => subjectRef)),
      listed: arrayLiteral(ordered.map(({ listedAs }) => listedAs)),
    }),
  )
}

const remembering = statement(
  'remember identifiers',
  `insert into pairwise_identifiers as known (agency_id, identifier, subject_ref, listed_as)
   select * from unnest(:agencies::text[], :identifiers::text[], :subjects::bytea[], :listed::bytea[])
   on conflict (agency_id, identifier) do update set listed_as = excluded.listed_as where known.listed_as is null`,
)

type MadeRow = DeliveryRow & { marked: number; has_news: boolean; state: string }

type Row = MadeRow | { id: null; marked: number; has_news: boolean }
