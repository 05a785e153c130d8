import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { searchWords } from '../../shared/search-words.ts'
import type { AskedStanding, RegisterFilter } from './register-filter.ts'

/** A place in the register: after this one. */
export interface Place {
  body: string
  agreementId: string
}

export interface Asked {
  filter: RegisterFilter
  today: CalendarDate
}

export interface Stretch extends Asked {
  after?: Place | undefined
  limit: number
  /**
   * There are so few that all of them are found and put in order. Else they are read in their order until there are
   * enough, which among so many comes soon; of few it would read the whole register.
   */
  few?: boolean
}

/** Ids of agreements in the order of the register: by the English name of their body, then by id. */
export async function findEntries(db: Db, { after, limit, few = false, ...asked }: Stretch): Promise<string[]> {
  const query = narrowed(db, asked).select('body', 'agreement_id')
  if (after) void query.whereRaw('(body, agreement_id) > (?, ?)', [after.body, after.agreementId])
  const found = few ? db.withMaterialized('found', query).from('found').select('agreement_id') : query
  const rows = (await found.orderBy(['body', 'agreement_id']).limit(limit)) as { agreement_id: string }[]
  return rows.map(({ agreement_id }) => agreement_id)
}

/** How many there are, up to a number: counting more would cost more the more there are. */
export async function countEntries(db: Db, asked: Asked, atMost: number): Promise<number> {
  const some = narrowed(db, asked).select(db.raw('true')).limit(atMost).as('some')
  const row = await db.from(some).count<{ count: number | string }[]>().first()
  return Number(row?.count ?? 0)
}

export async function placeOf(db: Db, agreementId: string): Promise<Place | undefined> {
  const row = await db<{ agreement_id: string; body: string }>('register_entries')
    .where({ agreement_id: agreementId })
    .first('body')
  return row && { body: row.body, agreementId }
}

function narrowed(db: Db, { filter, today }: Asked): Knex.QueryBuilder {
  const { agency, holder, cluster, event, standing, review } = filter
  const query = db('register_entries')
  const words = wordsAsked(filter)
  if (words) void query.whereRaw(`words @@ (${words.text})`, words.values)
  if (agency !== undefined) void query.where({ agency_id: agency })
  if (holder !== undefined) void query.where({ holder_id: holder })
  if (cluster) void query.where({ cluster })
  if (event) void query.whereRaw('event_types @> array[?]::text[]', [event])
  if (standing) void query.whereRaw(STANDINGS[standing], { today })
  if (review !== undefined) {
    void query.whereRaw(STANDINGS.live, { today })
    void query.whereRaw(`review_on <= ?::date + ? * interval '1 month'`, [today, review])
  }
  return query
}

const STANDINGS: Record<AskedStanding, string> = {
  live: `state = 'live' and (ends_on is null or ends_on >= :today)`,
  'review-due': `state = 'live' and review_on <= :today and (ends_on is null or ends_on >= :today)`,
  lapsed: `state = 'lapsed'`,
  ended: `(state = 'ended' or (state = 'live' and ends_on < :today))`,
}

/** One question of all that is asked for in words: in English by their stems, in Welsh as they are. */
function wordsAsked({ words, body, purpose, power }: RegisterFilter): { text: string; values: string[] } | undefined {
  const both = (ask: string, value: string | undefined) =>
    value === undefined
      ? []
      : [
          {
            text: `(${ask}('english', register_text(?)) || ${ask}('simple', register_text(?)))`,
            values: [value, value],
          },
        ]
  const name = body && searchWords(body, ':*B')
  const asked = [
    ...both('websearch_to_tsquery', words),
    ...(name ? [{ text: `to_tsquery('simple', ?)`, values: [name] }] : []),
    ...both('to_tsquery', purpose && searchWords(purpose, ':A')),
    ...both('to_tsquery', power && searchWords(power, ':C')),
  ]
  if (asked.length === 0) return undefined
  return { text: asked.map(({ text }) => text).join(' && '), values: asked.flatMap(({ values }) => values) }
}
