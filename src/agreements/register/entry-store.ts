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
}

/** What a reader is told the number of. Counting further would take longer the more there are. */
export const COUNTED = 500

/**
 * Ids of agreements in the order of the register, by the English name of their body and then by id, and how many there
 * are; undefined for more than are counted. Of so few all are found and put in order; of more they are read in their
 * order until there are enough, which among so many comes soon, and of few would read the whole register.
 */
export async function listEntries(db: Db, { after, limit, ...asked }: Stretch) {
  const found = narrowed(db, asked)
    .select('body', 'agreement_id')
    .limit(COUNTED + 1)
  const ids = later(db.from('found').select('agreement_id'), after).orderBy(ORDER).limit(limit)
  const rows: Listed[] = await db
    .withMaterialized('found', found)
    .select(db.raw('(select count(*) from found) as count'), db.raw('array(?) as ids', [ids]))
  const [row] = rows
  const { count = 0, ids: few = [] } = row ?? {}
  if (count <= COUNTED) return { ids: few, count }
  return { ids: await findEntries(db, { ...asked, after, limit }), count: undefined }
}

interface Listed {
  count: number
  ids: string[]
}

/** Ids of agreements in the order of the register, read in that order. For what has many, or is asked for by its body. */
export async function findEntries(db: Db, { after, limit, ...asked }: Stretch): Promise<string[]> {
  const query = later(narrowed(db, asked).select('agreement_id'), after).orderBy(ORDER).limit(limit)
  return ((await query) as { agreement_id: string }[]).map(({ agreement_id }) => agreement_id)
}

const ORDER = ['body', 'agreement_id']

const later = (query: Knex.QueryBuilder, after: Place | undefined): Knex.QueryBuilder =>
  after ? query.whereRaw('(body, agreement_id) > (?, ?)', [after.body, after.agreementId]) : query

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
