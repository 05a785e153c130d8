import { createHash } from 'node:crypto'
import type { Db } from '../../src/shared/database.ts'
import type { Citizen } from '../support/access-log.ts'
import { aReport } from '../support/reports.ts'
import { settled } from './measure.ts'
import { vault, type Bench, type WithWorker } from './set-up.ts'

// As many as tell of three moves in the time, each to the eight bodies of a council's area.
const DELIVERIES_A_PERSON = 24
const MONTHS = 14

/**
 * What is left of so many deliveries of the last fourteen months, by copying what is left of one report that our worker
 * has delivered: whatever columns a table has, a copy has too. Only what tells one row from another is made anew.
 */
export async function makeHistory(
  { database, citizen }: Pick<Bench, 'database' | 'citizen'>,
  withWorker: WithWorker,
  deliveries: number,
): Promise<void> {
  await withWorker(async () => {
    await aReport(database, vault, citizen)
    await settled(database)
  })
  const { owner } = database
  await owner.raw('create schema bench')
  for (const { table } of COPIES) await owner.raw('create table bench.?? as table ??', [table, table])
  await owner.raw(PAST, { deliveries, people: peopleOf(deliveries), months: MONTHS })
  // Two at once: one for each core that this is made for.
  const left = [...COPIES].values()
  const lane = async () => {
    for (const copy of left) await copyOut(owner, copy)
  }
  await Promise.all([lane(), lane()])
  await owner.raw('drop schema bench cascade')
}

/** Enough that the rounds after it meet nobody twice. */
const peopleOf = (deliveries: number) => Math.max(Math.ceil(deliveries / DELIVERIES_A_PERSON), 20_000)

/** One of them. */
export function personOf(number: number): Citizen {
  const subject = createHash('sha256').update(`person ${number}`).digest()
  const account = createHash('md5').update(`account ${number}`).digest('hex')
  const accountId = account.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { accountId, subject, subjects: [subject], proved: true }
}

/** A row for each delivery that there was: whose, when, and which of those of the one report it is like. */
const PAST = `
  create unlogged table bench.past as
  with reported as materialized (
    select n, at, uuidv7(at - clock_timestamp()) as report_id, uuidv7(at - clock_timestamp()) as data_key_id,
      uuidv7(at - clock_timestamp()) as draft_id, sha256(convert_to('person ' || person, 'UTF8')) as subject_ref,
      md5('account ' || person)::uuid as account_id
    from (
      select n, (hashint8(n)::bigint + 2147483648) % :people as person,
        now() - interval '1 hour' - (1 - n / reports) * :months * interval '1 month' as at
      from (select count(*)::numeric as bodies, ceil(:deliveries / count(*)) as reports from bench.deliveries) how_many,
        generate_series(1, reports::integer) n
    ) told
  )
  select reported.*, one.id as like_id, one.access_record_id as like_record_id,
    one.number = 1 as is_first, uuidv7(at - clock_timestamp()) as delivery_id,
    uuidv7(at - clock_timestamp()) as record_id, random() < 0.04 as failed_once
  from reported cross join (select *, row_number() over (order by id) as number from bench.deliveries) one`

interface Copy {
  table: string
  /** Of `bench.past p` and the row that is copied, `one`. */
  from: string
  set: Record<string, string>
}

const RAN = `p.at + interval '40 milliseconds'`
const COPIES: readonly Copy[] = [
  {
    table: 'access_records',
    from: 'bench.past p join bench.access_records one on one.record_id = p.like_record_id',
    set: {
      ...{ record_id: 'p.record_id', subject_ref: 'p.subject_ref', report_id: 'p.report_id' },
      ...{ registered_at: RAN, occurred_start: RAN, occurred_end: RAN },
      trace_id: `replace(p.delivery_id::text, '-', '')`,
      span_id: `right(replace(p.record_id::text, '-', ''), 16)`,
    },
  },
  {
    table: 'deliveries',
    from: 'bench.past p join bench.deliveries one on one.id = p.like_id',
    set: {
      ...{ id: 'p.delivery_id', report_id: 'p.report_id', access_record_id: 'p.record_id' },
      ...{ subject_ref: 'p.subject_ref', account_id: 'p.account_id' },
      ...{ created_at: 'p.at', not_before: 'p.at', next_attempt_at: 'p.at', settled_at: RAN },
      attempts: 'case when p.failed_once then 2 else 1 end',
      awaits_answer: 'random() < 0.05',
    },
  },
  {
    table: 'delivery_attempts',
    from: `bench.past p join bench.delivery_attempts one on one.delivery_id = p.like_id
      cross join lateral generate_series(1, case when p.failed_once then 2 else 1 end) attempt`,
    set: {
      delivery_id: 'p.delivery_id',
      started_at: `p.at + attempt * interval '20 milliseconds'`,
      finished_at: `p.at + attempt * interval '25 milliseconds'`,
      result: `case when attempt = 1 and p.failed_once then 'unreachable' else one.result end`,
    },
  },
  {
    table: 'disclosure_results',
    from: 'bench.past p join bench.disclosure_results one on one.record_id = p.like_record_id',
    set: { subject_ref: 'p.subject_ref', record_id: 'p.record_id', at: RAN },
  },
  {
    table: 'access_record_ledger',
    from: 'bench.past p join bench.access_record_ledger one on one.record_id = p.like_record_id',
    set: { record_id: 'p.record_id', content_hash: 'sha256(uuid_send(p.record_id))' },
  },
  {
    table: 'pairwise_identifiers',
    from: `(select distinct subject_ref, like_id from bench.past) p
      join bench.deliveries like_it on like_it.id = p.like_id
      join bench.pairwise_identifiers one on one.agency_id = like_it.agency_id`,
    set: {
      subject_ref: 'p.subject_ref',
      identifier: `encode(sha256(convert_to(one.agency_id, 'UTF8') || p.subject_ref), 'hex')`,
      listed_as: `sha256(p.subject_ref || convert_to(one.agency_id, 'UTF8'))`,
    },
  },
  {
    table: 'reports',
    from: 'bench.past p join bench.reports one on p.is_first',
    set: {
      ...{ id: 'p.report_id', data_key_id: 'p.data_key_id', draft_id: 'p.draft_id', reference: `'B' || p.n` },
      ...{ account_id: 'p.account_id', subject_ref: 'p.subject_ref' },
      ...{ submitted_at: 'p.at', not_before: 'p.at', fanned_out_at: 'p.at' },
    },
  },
  {
    table: 'data_keys',
    from: 'bench.past p join bench.reports told on p.is_first join bench.data_keys one on one.id = told.data_key_id',
    set: { id: 'p.data_key_id', subject_ref: 'p.subject_ref', created_at: 'p.at' },
  },
]

/**
 * Puts the copies in the table's place in one transaction, indexes last: so PostgreSQL writes each page once, and nothing
 * of it to its log, where `wal_level` is `minimal`.
 */
async function copyOut(owner: Db, copy: Copy): Promise<void> {
  await owner.transaction(async (tx) => {
    const { rows: indexes } = await tx.raw<{ rows: Index[] }>(INDEXES, [copy.table])
    await tx.raw(`set local maintenance_work_mem = '1GB'`)
    const { rows: emptied } = await tx.raw<{ rows: { name: string }[] }>(EMPTIED, { table: copy.table })
    for (const { name } of emptied) await tx.raw('alter table ?? disable trigger user', [name])
    for (const { drop } of indexes) await tx.raw(drop)
    await tx.raw(`truncate ${emptied.map(({ name }) => name).join(', ')}`)
    await tx.raw(await insertStatement(tx, copy))
    for (const { create } of indexes) await tx.raw(create)
    for (const { name } of emptied) await tx.raw('alter table ?? enable trigger user', [name])
  })
  await owner.raw('vacuum (freeze, analyze) ??', [copy.table])
}

async function insertStatement(tx: Db, { table, from, set }: Copy): Promise<string> {
  const { rows } = await tx.raw<{ rows: { name: string }[] }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  const names = rows.map(({ name }) => name)
  const unknown = Object.keys(set).filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`${table} has no ${unknown.join(', ')} any more`)
  return `insert into ${table} (${names.join(', ')})
    select ${names.map((name) => set[name] ?? `one.${name}`).join(', ')} from ${from}`
}

/** A table, its partitions, and what refers to it, which is empty. */
const EMPTIED = `
  select :table::regclass::text as name
  union select relid::text from pg_partition_tree(:table)
  union select conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = :table::regclass`

interface Index {
  drop: string
  create: string
}

/**
 * How to take off each index of a table, and how to make it again. What others refer to stays. One whose keys come in no
 * order is as full as such keys leave it, when they come one after the other: made at once it would be so full that each
 * of the next ones splits a page.
 */
const INDEXES = `
  select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
      else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
    case when c.oid is null then pg_get_indexdef(i.indexrelid)
      else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
    end || case when i.indpred is null and a.attname in ('subject_ref', 'identifier') then ' with (fillfactor = 70)'
      else '' end as create
  from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
  left join pg_attribute a on a.attrelid = i.indrelid
    and a.attnum = i.indkey[case when i.indrelid = 'pairwise_identifiers'::regclass and i.indisprimary then 1 else 0 end]
  where i.indrelid = ?::regclass
    and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)`
