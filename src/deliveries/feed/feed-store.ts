import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import { toClaimed, type DeliveryRow } from '../delivery-store.ts'
import type { ClaimedDelivery } from '../delivery.ts'

/** A delivery with its place in its body's feed. */
export interface FeedEntry {
  /** 0: none yet. */
  place: number
  delivery: ClaimedDelivery
  state: string
  /** When it was to be told first. */
  since: Date
  /** Of the same report to the same stream under the same agreement: more of them mean that this one is not the last word. */
  ofItsRow: number
  /** It may have been sent, or was read, before. */
  known: boolean
}

/**
 * Gives places to what has come for a body since it read last. In its context.
 *
 * One reader of a body at a time, until its transaction ends; and only of what is committed. So places can be seen in
 * their order without a gap, and whoever has read up to one has missed none before it: a transaction that commits late
 * gets a later place. That is why the feed needs no watermark of transactions, which one long transaction of anybody
 * would hold up. Rows that are locked at this moment are left for the next time.
 *
 * What waits for an earlier one to be settled is in the feed once that was read there, so that a body that only reads is
 * told of a withdrawal at once.
 *
 * @returns how many got one
 */
export async function givePlaces(tx: Knex.Transaction, agencyId: string, now: Date, limit: number): Promise<number> {
  await tx.raw(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`feed ${agencyId}`])
  const { rows } = await tx.raw<{ rows: { given: number }[] }>(GIVE_PLACES, { agencyId, now, limit })
  return rows[0]?.given ?? 0
}

const SINCE = 'coalesce(d.not_before, d.created_at)'

const GIVE_PLACES = `
  with taken as materialized (
    select d.id, ${SINCE} as since from deliveries d
    where d.agency_id = :agencyId and d.feed_seq is null
      and d.state in ('due', 'waiting', 'acknowledged', 'given-up') and ${SINCE} <= :now
      and ((d.after_id is null and d.state <> 'waiting') or exists (
        select from deliveries earlier where earlier.id = d.after_id
          and (earlier.feed_seq is not null or earlier.state in ('withdrawn', 'not-allowed'))
          and (d.state <> 'waiting' or earlier.read_at is not null)))
    order by ${SINCE}, d.id limit :limit for update of d skip locked
  ), last as (
    select coalesce(max(feed_seq), 0) as place from deliveries where agency_id = :agencyId and feed_seq is not null
  ), placed as (
    update deliveries d set feed_seq = last.place + numbered.number
    from (select id, row_number() over (order by since, id) as number from taken) numbered, last
    where d.id = numbered.id returning d.id
  )
  select count(*) as given from placed`

/** What stands after a place, in order. In its body's context. */
export async function entriesAfter(tx: Db, agencyId: string, place: number, limit: number): Promise<FeedEntry[]> {
  const { rows } = await tx.raw<{ rows: EntryRow[] }>(
    `select ${ENTRY} from deliveries d where d.agency_id = ? and d.feed_seq > ? order by d.feed_seq limit ?`,
    [agencyId, place, limit],
  )
  return rows.map(toEntry)
}

/** The last place that is given; 0 before the first. In its body's context. */
export async function lastPlace(tx: Db, agencyId: string): Promise<number> {
  const row = await tx<{ agency_id: string; feed_seq: number }>('deliveries')
    .where({ agency_id: agencyId })
    .whereNotNull('feed_seq')
    .orderBy('feed_seq', 'desc')
    .first('feed_seq')
  return row?.feed_seq ?? 0
}

/** The place before the first that was to be told at or after a time; undefined when there is none. In its body's context. */
export async function placeBefore(tx: Db, agencyId: string, time: Date): Promise<number | undefined> {
  const { rows } = await tx.raw<{ rows: { place: number }[] }>(
    `select d.feed_seq - 1 as place from deliveries d
     where d.agency_id = ? and d.feed_seq is not null and ${SINCE} >= ? order by ${SINCE}, d.id limit 1`,
    [agencyId, time],
  )
  return rows[0]?.place
}

/** Deliveries of a body by jti, in the order in which they came; another's are not among them. In its context. */
export async function entriesOf(tx: Db, agencyId: string, ids: readonly string[]): Promise<FeedEntry[]> {
  const { rows } = await tx.raw<{ rows: EntryRow[] }>(
    `select ${ENTRY} from deliveries d
     where d.id = any(?::uuid[]) and d.agency_id = ? order by ${SINCE}, d.id`,
    [[...ids], agencyId] as unknown as string[],
  )
  return rows.map(toEntry)
}

/**
 * What says what holds of one report to one stream under one agreement, in order: the first token and its corrections, or
 * the withdrawal. In their body's context.
 */
export async function entriesOfRow(tx: Db, { delivery }: FeedEntry, now: Date): Promise<FeedEntry[]> {
  const { rows } = await tx.raw<{ rows: EntryRow[] }>(
    `with of_row as materialized (
       select d.* from deliveries d
       where d.report_id = :reportId and d.subscription_id = :subscriptionId and d.agreement_id = :agreementId
         and d.agency_id = :agencyId and d.state in ('due', 'waiting', 'acknowledged', 'given-up') and ${SINCE} <= :now
     )
     select ${ENTRY} from of_row d
     left join news_of_deliveries((select array_agg(id) from of_row)) news on news.delivery_id = d.id
     where news.kind is null or news.kind in ('correction', 'withdrawal')
     order by d.created_at, d.id`,
    { ...idsOf(delivery), now },
  )
  return rows.map(toEntry)
}

const idsOf = ({ reportId, subscriptionId, agreementId, agencyId }: ClaimedDelivery) => ({
  ...{ reportId, subscriptionId, agreementId, agencyId },
})

const ENTRY = `d.*, d.lease is not null as claimed_before, ${SINCE} as since,
  (select count(*) from deliveries other where other.report_id = d.report_id
    and other.subscription_id = d.subscription_id and other.agreement_id = d.agreement_id) as of_its_row`

type EntryRow = DeliveryRow & {
  feed_seq: number | null
  since: Date
  of_its_row: number
  state: string
  read_at: Date | null
}

const toEntry = (row: EntryRow): FeedEntry => ({
  place: row.feed_seq ?? 0,
  delivery: toClaimed(row),
  state: row.state,
  since: row.since,
  ofItsRow: row.of_its_row,
  known: row.read_at !== null || row.state === 'acknowledged' || row.attempts > 0 || row.claimed_before,
})
