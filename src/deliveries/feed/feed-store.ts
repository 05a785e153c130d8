import type { Db } from '../../shared/database.ts'
import { toClaimed, type DeliveryRow } from '../delivery-store.ts'
import type { ClaimedDelivery } from '../delivery.ts'

/** When a delivery was to be told first. */
export const SINCE = 'coalesce(d.not_before, d.created_at)'

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

/** What stands after a place, in order. In its body's context. */
export async function entriesAfter(tx: Db, agencyId: string, place: number, limit: number): Promise<FeedEntry[]> {
  const { rows } = await tx.raw<{ rows: EntryRow[] }>(
    `select ${ENTRY} from deliveries d where d.agency_id = ? and d.feed_seq > ? order by d.feed_seq limit ?`,
    [agencyId, place, limit],
  )
  return rows.map(toEntry)
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
