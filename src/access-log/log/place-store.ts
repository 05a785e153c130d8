import type { Knex } from 'knex'
import { ask, type Db } from '../../shared/database.ts'
import type { LoggedRecord } from './logged-record.ts'
import type { Link } from './commitment.ts'

export type Chain = 'open' | 'sealed'

/** A record that has no place in the log yet. */
export interface Unplaced extends LoggedRecord {
  chain: Chain
  /** As PostgreSQL has it: a Date would drop what stands below the millisecond. */
  registered: string
}

/** A record's place: in its subject's chain, and in a log. */
export interface Placed extends Link {
  origin: string
  /** In the log, from 0. */
  index: number
  commitment: Buffer
}

/** Who has the end of a subject's chain in hand. */
export interface ChainEnd extends Link {
  subjectRef: Buffer
  chain: Chain
}

const RECORD = `r.record_id, r.subject_ref, r.subject_id_type, r.subject_role, r.registered_at, r.occurred_start,
  r.occurred_end, r.controller_id, r.controller_unit, r.controller_system, r.counterparty_id, r.trace_id, r.span_id,
  r.parent_span_id, r.name, r.status, r.access_type, r.activity_id, r.purpose, r.legal_basis, r.special_basis, r.power,
  r.agreement_ref, r.report_id, r.data_categories, r.actor_kind, r.actor_role, r.drift, r.retention_until, r.supersedes,
  r.void, r.sealed`

const recordOf = (alias: string, other: string) =>
  ['subject_ref', 'registered_at', 'record_id', 'controller_id']
    .map((column) => `${alias}.${column} = ${other}.${column}`)
    .join(' and ')

// Each looked up by itself: a plan made for any number of them would read whole months instead.
const takeWhere = (condition: string) => `
  with taken as (
    delete from unplaced_access_records where arrival in (
      select arrival from unplaced_access_records order by arrival limit $1)
    returning *
  )
  select o.chain, o.registered_at::text as registered, r.*
  from taken o cross join lateral (
    select ${RECORD} from access_records r where o.chain = 'open' and ${recordOf('r', 'o')}
    union all
    select ${RECORD} from sealed_access_records r where o.chain = 'sealed' and ${recordOf('r', 'o')}
    limit 1
  ) r ${condition} order by o.arrival`

const TAKE = takeWhere('')

const IS_EARLIER = `o.chain = e.chain and ${recordOf('o', 'e')} and e.arrival < o.arrival`
const TAKE_ONLY_NEW = takeWhere(`
  where not exists (select from access_record_places p where ${recordOf('p', 'o')} limit 1)
    and not exists (select from sealed_access_record_places p where ${recordOf('p', 'o')} limit 1)
    and not exists (select from taken e where ${IS_EARLIER})`)

/**
 * Takes the records that have waited longest out of the queue. With the transaction they have a place, or wait again.
 *
 * @param onlyNew passes over what has its place already, so that whoever adds a line for such a record cannot hold up the
 * others. It costs too much to look for what does not happen.
 */
export const takeUnplaced = (tx: Knex.Transaction, limit: number, onlyNew: boolean): Promise<Unplaced[]> =>
  ask<Unplaced>(tx, {
    name: onlyNew ? 'take new unplaced access records' : 'take unplaced access records',
    text: onlyNew ? TAKE_ONLY_NEW : TAKE,
    values: [limit],
  })

/** Whether there is anything to do: a cheap question, often asked. */
export async function hasUnplaced(db: Db): Promise<boolean> {
  const [row] = await ask<{ waits: boolean }>(db, {
    name: 'has unplaced access records',
    text: 'select true as waits from unplaced_access_records order by arrival limit 1',
    values: [],
  })
  return row?.waits === true
}

/** How many records wait for a place, up to a number, and since when the one has that waits longest. */
export async function backlog(db: Db, atMost: number): Promise<{ waiting: number; since?: Date | undefined }> {
  const [row] = await ask<{ waiting: number; since: Date | null }>(db, {
    name: 'backlog of the log',
    text: `select count(*) as waiting, min(registered_at) as since
      from (select registered_at from unplaced_access_records order by arrival limit $1) some`,
    values: [atMost],
  })
  return { waiting: row?.waiting ?? 0, since: row?.since ?? undefined }
}

/** The last record of each of these chains, as `seq` and the hash that the next one names. */
export async function chainEnds(tx: Knex.Transaction, subjects: readonly Buffer[]): Promise<ChainEnd[]> {
  const rows = await ask<{ subject_ref: Buffer; chain: Chain; seq: number; entry_hash: Buffer }>(tx, {
    name: 'ends of chains',
    text: `select c.subject_ref, c.chain, c.seq, c.entry_hash
      from unnest($1::bytea[]) as wanted (ref) join access_record_chains c on c.subject_ref = wanted.ref`,
    values: [subjects],
  })
  return rows.map(({ subject_ref: subjectRef, chain, seq, entry_hash: prev }) => ({ subjectRef, chain, seq, prev }))
}

export async function keepChainEnds(tx: Knex.Transaction, ends: readonly ChainEnd[]): Promise<void> {
  await ask(tx, {
    name: 'keep ends of chains',
    text: `insert into access_record_chains (subject_ref, chain, seq, entry_hash)
      select * from unnest($1::bytea[], $2::text[], $3::bigint[], $4::bytea[])
      on conflict (subject_ref, chain) do update set seq = excluded.seq, entry_hash = excluded.entry_hash`,
    values: [
      ends.map(({ subjectRef }) => subjectRef),
      ends.map(({ chain }) => chain),
      ends.map(({ seq }) => seq),
      ends.map(({ prev }) => prev),
    ],
  })
}

export type NewPlace = Placed & { record: Unplaced }

/** Sealed ones apart, where nobody's own pages lead. */
export async function keepPlaces(tx: Knex.Transaction, origin: string, places: readonly NewPlace[]): Promise<void> {
  const { open = [], sealed = [] } = Object.groupBy(places, ({ record }) => record.chain)
  if (open.length > 0) await keepPlacesIn(tx, 'access_record_places', origin, open)
  if (sealed.length > 0) await keepPlacesIn(tx, 'sealed_access_record_places', origin, sealed)
}

async function keepPlacesIn(tx: Knex.Transaction, table: string, origin: string, places: readonly NewPlace[]) {
  await ask(tx, {
    name: `keep ${table}`,
    text: `insert into ${table} (origin, subject_ref, registered_at, record_id, controller_id, chain, seq, prev,
        commitment, log_index)
      select $1, * from unnest($2::bytea[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::bigint[],
        $8::bytea[], $9::bytea[], $10::bigint[])`,
    values: [
      origin,
      places.map(({ record }) => record.subject_ref),
      places.map(({ record }) => record.registered),
      places.map(({ record }) => record.record_id),
      places.map(({ record }) => record.controller_id),
      places.map(({ record }) => record.chain),
      places.map(({ seq }) => seq),
      places.map(({ prev }) => prev),
      places.map(({ commitment }) => commitment),
      places.map(({ index }) => index),
    ],
  })
}

/** What is logged of a record, and its place. In the context of its citizen. */
export async function findLogged(
  tx: Db,
  subjects: readonly Buffer[],
  { recordId, controllerId }: { recordId: string; controllerId: string },
): Promise<Logged | undefined> {
  const [row] = await ask<LoggedRecord & PlaceColumns & { visibility: string }>(tx, {
    name: 'logged access record',
    text: `select ${RECORD}, r.visibility, p.origin, p.log_index, p.seq, p.prev, p.commitment
      from access_records r left join access_record_places p on ${recordOf('p', 'r')}
      where r.subject_ref = any($1::bytea[]) and r.record_id = $2 and r.controller_id = $3 limit 1`,
    values: [subjects, recordId, controllerId],
  })
  return row && { record: row, visibility: row.visibility, place: placeIn(row) }
}

export interface Logged {
  record: LoggedRecord
  visibility: string
  /** Undefined while it waits for one. */
  place: Placed | undefined
}

interface PlaceColumns {
  origin: string | null
  log_index: number
  seq: number
  prev: Buffer
  commitment: Buffer
}

const placeIn = ({ origin, log_index: index, seq, prev, commitment }: PlaceColumns): Placed | undefined =>
  origin === null ? undefined : { origin, index, seq, prev, commitment }
