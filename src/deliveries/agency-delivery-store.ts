import type { Knex } from 'knex'
import { COLUMNS, DURING_DAY, toAgencyDelivery, type AgencyDeliveryRow } from './agency-delivery-rows.ts'
import type { AgencyDelivery, DeliveryFilter, News, Stretch } from './agency-delivery.ts'
import { ANY_PRIORITY } from './delivery-store.ts'

/**
 * What a body was told, is to be told or was not told. In its context, as all that follows. What is rare among millions
 * is found through an index of its own: see migration 063.
 */
export async function findDeliveriesOfAgency(
  tx: Knex.Transaction,
  agency: string,
  { state, stream, type, day }: DeliveryFilter,
  stretch: Stretch,
): Promise<AgencyDelivery[]> {
  const few = state === 'due' && !day ? await fewDue(tx, agency) : undefined
  return find(tx, agency, stretch, [
    ...(few ? [['and d.id = any(?::uuid[])', few] as const] : []),
    // As it stands in the query it fits an index of these states alone, whatever plan is kept.
    ...(state ? [[`and d.state = '${state}'`] as const] : []),
    ...(stream ? [['and d.subscription_id = ?', stream] as const] : []),
    ...(type ? [['and d.event_type = ?', type] as const] : []),
    ...(day ? [[DURING_DAY, day, day] as const] : []),
  ])
}

/** What waits in its inbox, or was opened there. */
export function findInInbox(
  tx: Knex.Transaction,
  agency: string,
  opened: boolean,
  stretch: Stretch,
): Promise<AgencyDelivery[]> {
  return find(tx, agency, stretch, [[IN_INBOX], [`and d.state = '${opened ? 'acknowledged' : 'due'}'`]])
}

/** What was given up and not seen to, by when it was given up. */
export function findDeadLetters(tx: Knex.Transaction, agency: string, stretch: Stretch): Promise<AgencyDelivery[]> {
  return find(tx, agency, stretch, [["and d.state = 'given-up' and d.discarded_at is null"]], 'd.settled_at')
}

/** Undefined for another body's, and for what a body should not know of. */
export async function findDeliveryOfAgency(tx: Knex.Transaction, agency: string, id: string, now: Date) {
  const [delivery] = await find(tx, agency, { order: 'newest', limit: 1, now }, [['and d.id = ?', id]])
  return delivery
}

/** What came after it about the same report, under the same agreement, and may be opened: the latest. */
export async function newerThan(tx: Knex.Transaction, agency: string, id: string, now: Date) {
  const [newer] = await find(tx, agency, { order: 'newest', limit: 1, now }, [
    [
      `and d.state in ('due', 'acknowledged') and exists (
        select from deliveries o where o.id = ? and o.report_id = d.report_id and o.agreement_id = d.agreement_id
          and o.subscription_id = d.subscription_id and (o.created_at, o.id) < (d.created_at, d.id))`,
      id,
    ],
  ])
  return newer
}

// More than these are not looked for one by one: where so many wait, the newest deliveries are among them.
const FEW = 1000

/** Ids of all that is due to the body, through the queues of its streams; undefined: too many. */
async function fewDue(tx: Knex.Transaction, agency: string): Promise<string[] | undefined> {
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(
    `select d.id from deliveries d
     where d.state = 'due' and ${ANY_PRIORITY} and d.agency_id = ?
       and d.subscription_id = any (array(select id from subscriptions where agency_id = ?))
     limit ?`,
    [agency, agency, FEW + 1],
  )
  return rows.length > FEW ? undefined : rows.map(({ id }) => id)
}

type Condition = readonly [condition: string, ...values: (string | number | Date | string[])[]]

async function find(
  tx: Knex.Transaction,
  agency: string,
  { order, after, before, limit, now }: Stretch,
  conditions: readonly Condition[],
  time = 'd.created_at',
): Promise<AgencyDelivery[]> {
  const ascending = (order === 'oldest') !== (before !== undefined)
  const direction = ascending ? 'asc' : 'desc'
  const from = before ?? after
  const place: Condition[] = from
    ? [[`and (${time}, d.id) ${ascending ? '>' : '<'} ${CURSOR}`, from.microseconds, from.id]]
    : []
  const all = [...conditions, ...place]
  const { rows } = await tx.raw<{ rows: AgencyDeliveryRow[] }>(
    `select ${COLUMNS}, (extract(epoch from ${time}) * 1000000)::bigint as microseconds,
       (select status from outcomes o where o.delivery_id = d.id order by o.id desc limit 1) as outcome
     from deliveries d left join subscriptions s on s.id = d.subscription_id
     where d.agency_id = ? ${MAY_BE_KNOWN} ${all.map(([condition]) => condition).join(' ')}
     order by ${time} ${direction}, d.id ${direction} limit ?`,
    [agency, now, ...all.flatMap(([, ...values]) => values), limit] as string[],
  )
  const news = await newsOf(tx, rows)
  const found = rows.map((row) => toAgencyDelivery(row, news))
  return before ? found.reverse() : found
}

/** What a report was corrected to before it was first told is still its first news. */
async function newsOf(tx: Knex.Transaction, rows: readonly AgencyDeliveryRow[]): Promise<Map<string, News>> {
  const ids = rows.filter(({ after_id }) => after_id !== null).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const known = await tx.raw<{ rows: { delivery_id: string; kind: News }[] }>(
    'select delivery_id, kind from news_of_deliveries(?::uuid[])',
    [ids] as unknown as string[],
  )
  return new Map(known.rows.map(({ delivery_id, kind }) => [delivery_id, kind]))
}

// What citizens hold back, put off or took back before it was sent is theirs.
const MAY_BE_KNOWN = `and d.state not in ('held', 'withdrawn')
  and (d.state <> 'due' or d.attempts > 0 or coalesce(d.not_before, d.created_at) <= ?)`
const IN_INBOX = "and s.method = 'inbox'"
// A Date would drop what PostgreSQL keeps below the millisecond.
const CURSOR = `('epoch'::timestamptz + ?::bigint * interval '1 microsecond', ?::uuid)`
