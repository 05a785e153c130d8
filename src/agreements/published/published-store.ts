import type { Knex } from 'knex'
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

export interface Imported {
  added: number
  changed: number
  unchanged: number
  left: number
}

/** Brings the table to what the register says now, in two statements however long it is. */
export async function keepRegister(
  tx: Knex.Transaction,
  agreements: readonly Omit<StoredAgreement, 'changedAt' | 'leftAt'>[],
  now: Date,
): Promise<Imported> {
  const rows = JSON.stringify(agreements.map(toRow))
  const kept = await tx.raw<{ rows: { added: boolean }[] }>(KEEP, { rows, now })
  const left = await tx('published_agreements')
    .whereNull('left_at')
    .whereRaw('number <> all(?::integer[])', [agreements.map(({ number }) => number)])
    .update({ left_at: now })
  const added = kept.rows.filter((row) => row.added).length
  const changed = kept.rows.length - added
  return { added, changed, unchanged: agreements.length - added - changed, left }
}

const COLUMNS = [
  ...['number', 'name', 'purpose', 'benefits', 'information', 'method', 'power', 'controllers', 'processors'],
  ...['retention', 'starts_on', 'ends_on', 'review_on', 'contacts', 'untidy'],
]
const said = COLUMNS.filter((column) => column !== 'number')
const tuple = (prefix: string) => `(${said.map((column) => `${prefix}.${column}`).join(', ')})`

const KEEP = `
  insert into published_agreements as known (${COLUMNS.join(', ')}, changed_at)
  select ${COLUMNS.join(', ')}, :now
  from jsonb_populate_recordset(null::published_agreements, cast(:rows as jsonb))
  on conflict (number) do update set ${said.map((column) => `${column} = excluded.${column}`).join(', ')},
    changed_at = excluded.changed_at, left_at = null
  where ${tuple('known')} is distinct from ${tuple('excluded')} or known.left_at is not null
  returning xmax = 0 as added`

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

const toRow = ({ startsOn, endsOn, reviewOn, ...same }: Omit<StoredAgreement, 'changedAt' | 'leftAt'>) => ({
  ...same,
  starts_on: startsOn,
  ends_on: endsOn,
  review_on: reviewOn,
})
