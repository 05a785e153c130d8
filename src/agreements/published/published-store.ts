import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { PublishedFilter } from './published-filter.ts'
import type { PublishedAgreement, UntidyCell } from './published-agreement.ts'

/** As it stands here: with what was mended, and whether the register still has it. */
export interface StoredAgreement extends PublishedAgreement {
  untidy: Omit<UntidyCell, 'number'>[]
  changedAt: Date
  leftAt: Date | undefined
}

export interface PublishedPage {
  filter: PublishedFilter
  today: CalendarDate
  /** Number of the last one on the page before. */
  after?: number | undefined
  limit: number
}

/** In the register's order. */
export async function findPublished(db: Db, page: PublishedPage): Promise<StoredAgreement[]> {
  const { after, limit } = page
  const rows = await narrowed(db, page)
    .where('number', '>', after ?? 0)
    .orderBy('number')
    .limit(limit)
    .select<Row[]>()
  return rows.map(toAgreement)
}

export async function countPublished(db: Db, page: Omit<PublishedPage, 'after' | 'limit'>): Promise<number> {
  const [row] = await narrowed(db, page).count<{ count: string | number }[]>()
  return Number(row?.count ?? 0)
}

export async function findPublishedAgreement(db: Db, number: number): Promise<StoredAgreement | undefined> {
  const row = await db<Row>('published_agreements').where({ number }).first<Row | undefined>()
  return row && toAgreement(row)
}

function narrowed(db: Db, { filter, today }: Pick<PublishedPage, 'filter' | 'today'>) {
  const query = db('published_agreements')
  if (filter.words) void query.whereRaw(`search @@ websearch_to_tsquery('english', ?)`, [filter.words])
  if (filter.power) void query.where({ power: filter.power })
  if (filter.standing === 'ended') void query.whereRaw('(ends_on < ? or left_at is not null)', [today])
  if (filter.standing === 'current') {
    void query.whereRaw('left_at is null and coalesce(ends_on >= ?, true) and coalesce(starts_on <= ?, true)', [
      ...[today, today],
    ])
  }
  return query
}

interface Row {
  number: number
  name: string
  purpose: string
  benefits: string
  information: string
  method: string
  power: StoredAgreement['power'] | null
  controllers: StoredAgreement['controllers']
  processors: StoredAgreement['processors']
  retention: string | null
  starts_on: CalendarDate | null
  ends_on: CalendarDate | null
  review_on: CalendarDate | null
  contacts: string[]
  untidy: StoredAgreement['untidy']
  changed_at: Date
  left_at: Date | null
}

const toAgreement = (row: Row): StoredAgreement => ({
  ...{ number: row.number, name: row.name, purpose: row.purpose, benefits: row.benefits, method: row.method },
  ...{ information: row.information, controllers: row.controllers, processors: row.processors },
  power: row.power ?? undefined,
  retention: row.retention ?? undefined,
  startsOn: row.starts_on ?? undefined,
  endsOn: row.ends_on ?? undefined,
  reviewOn: row.review_on ?? undefined,
  ...{ contacts: row.contacts, untidy: row.untidy },
  changedAt: row.changed_at,
  leftAt: row.left_at ?? undefined,
})
