import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import { SINCE } from './feed-store.ts'

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
