import type { Knex } from 'knex'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccessFilter } from '../../src/access-log/access-entry.ts'
import { findEntries } from '../../src/access-log/access-entry-store.ts'
import { findActivities, findBodies } from '../../src/access-log/pages/body-store.ts'
import { countsOfBodies, countsOfDay, countsOfMonths } from '../../src/access-log/pages/count-store.ts'
import { PAGE_SIZE, pageOfEntries } from '../../src/access-log/pages/page-of-entries.ts'
import { findCorrections, findSameTrace } from '../../src/access-log/pages/related-store.ts'
import { addDays, ukToday } from '../../src/shared/dates.ts'
import { aCitizen, as, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

// Months are made from the one in which the table was: the middle ones of these are filled.
const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`
const FIRST = firstOfMonth(ukToday(new Date()))
const SECOND = firstOfMonth(addDays(FIRST, 32))
const MIDDLE = addDays(SECOND, 14)
const OF_SECOND = `access_records_${SECOND.slice(0, 7).replace('-', '_')}`
const ROWS = 9_000

let database: TestDatabase
let amira: Citizen
beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, testVault(), 'amira')
  // Ten weeks of one person, and four times as many of others, between whose rows hers stand.
  await fill(`case when n % 5 = 0 then ?::bytea else sha256((n % 500)::text::bytea) end`, [amira.subject])
  await database.owner.raw('analyze access_records')
})
afterAll(() => database.close())

interface PlanNode extends Record<string, unknown> {
  Plans?: PlanNode[]
}

const scansIn = (nodes: PlanNode[]) =>
  nodes.filter((node) => String(node['Relation Name']).startsWith('access_records'))

/** What a statement reads of the table. A month without a row may be read as it is. */
function expectIndexed(nodes: PlanNode[], what: string): void {
  const scans = scansIn(nodes)
  expect(scans.length, what).toBeGreaterThan(0)
  const whole = scans.filter((scan) => scan['Node Type'] === 'Seq Scan' && scan['Shared Hit Blocks'] !== 0)
  expect(whole, what).toEqual([])
}

/** A list comes in the order of its index; only a page of each of a person's subjects is merged. */
function expectNoLongSort(nodes: PlanNode[], what: string): void {
  for (const sort of nodes.filter((node) => node['Node Type'] === 'Sort')) {
    expect(Number(sort['Actual Rows']), what).toBeLessThanOrEqual(PAGE_SIZE + 1)
  }
}

const monthsOf = (nodes: PlanNode[]) => [...new Set(scansIn(nodes).map((scan) => scan['Relation Name']))]
const readIn = (nodes: PlanNode[]) =>
  scansIn(nodes).reduce((sum, scan) => sum + Number(scan['Actual Rows']) * Number(scan['Actual Loops']), 0)

const filters: [string, AccessFilter][] = [
  ['a body', { body: 'body-3' }],
  ['a purpose', { purpose: 'activities/body-3/checks' }],
  ['a lawful basis', { basis: 'e' }],
  ['a category', { category: 'health' }],
  ['a kind of access', { type: 'consult' }],
  ['a report', { report: '01890000-0000-7000-8000-000000000000' }],
  ['words', { words: [{ bodies: ['body-3'], activities: [], categories: ['health'], types: [] }] }],
  ['nothing that there is', { body: 'no-body', category: 'safety' }],
]

test.each(filters)('the list by %s goes by its person’s own stretch of an index, in order', async (what, filter) => {
  const page = await plansOf((tx) => pageOfEntries(tx, amira.subjects, filter, {}))
  expectIndexed(page[0] ?? [], what)
  expectNoLongSort(page[0] ?? [], what)
  const some = await plansOf((tx) =>
    pageOfEntries(tx, amira.subjects, { ...filter, from: addDays(SECOND, 3), to: MIDDLE }, {}),
  )
  expectIndexed(some[0] ?? [], what)
  expectNoLongSort(some[0] ?? [], what)
  expect(monthsOf(some[0] ?? [])).toEqual([OF_SECOND])
})

test('what a body did on a day is counted in that day’s month, and in no row of anybody else', async () => {
  const [nodes = []] = await plansOf((tx) => countsOfDay(tx, amira.subjects, { body: 'body-3' }, MIDDLE))
  expectIndexed(nodes, 'counts of a day')
  expect(monthsOf(nodes)).toEqual([OF_SECOND])
  expect(readIn(nodes)).toBeLessThan(60)
})

test('a year at a glance reads nothing from before it, and of others nothing at all', async () => {
  for (const counts of [countsOfMonths, countsOfBodies]) {
    // Which bodies there are is asked before, and looked at below.
    // A UK month begins in UTC's month before, in summer.
    const nodes = (await plansOf((tx) => counts(tx, amira.subjects, addDays(SECOND, 1)))).at(-1) ?? []
    expectIndexed(nodes, counts.name)
    expectNoLongSort(nodes, counts.name)
    expect(monthsOf(nodes)).not.toContain('access_records_earlier')
    expect(monthsOf(nodes)).not.toContain(
      OF_SECOND.replace(SECOND.slice(0, 7).replace('-', '_'), FIRST.slice(0, 7).replace('-', '_')),
    )
    expect(readIn(nodes)).toBeLessThan(ROWS / 5)
  }
})

test('which bodies there are is found by jumping; a search reads its own person’s purposes', async () => {
  const [bodies = []] = await plansOf((tx) => findBodies(tx, amira.subjects))
  expectIndexed(bodies, 'bodies')
  expectNoLongSort(bodies, 'bodies')
  expect(readIn(bodies)).toBeLessThan(200)
  const [activities = []] = await plansOf((tx) => findActivities(tx, amira.subjects))
  expectIndexed(activities, 'activities')
  expect(readIn(activities)).toBeLessThanOrEqual(ROWS / 5)
})

test('corrections and the same trace of what stands on a page are looked up, not searched for', async () => {
  const entries = await as(database, amira, (tx) =>
    findEntries(tx, amira.subjects, { filter: { from: MIDDLE, to: MIDDLE }, limit: PAGE_SIZE }),
  )
  const [corrections = []] = await plansOf((tx) => findCorrections(tx, amira.subjects, entries))
  expectIndexed(corrections, 'corrections')
  expect(readIn(corrections)).toBe(0)
  const [trace = []] = await plansOf((tx) => findSameTrace(tx, amira.subjects, { ...entries[0]!, traceId: 'a trace' }))
  expectIndexed(trace, 'the same trace')
  expectNoLongSort(trace, 'the same trace')
  expect(monthsOf(trace)).not.toContain('access_records_later')
})

/** What PostgreSQL is sent: by knex, and past it. */
interface Connection {
  query(...sent: [{ text: string; values?: unknown[] }, ...unknown[]]): Promise<{ rows: unknown[] }>
}

/** Asks as the web role does, and then for the plan of each statement that was asked. */
async function plansOf(work: (tx: Knex.Transaction) => Promise<unknown>): Promise<PlanNode[][]> {
  return as(database, amira, async (tx) => {
    const client = tx.client as { acquireConnection(): Promise<Connection> }
    const connection = await client.acquireConnection()
    const query = connection.query.bind(connection)
    const asked: { text: string; values?: unknown[] }[] = []
    connection.query = (...sent) => {
      asked.push(sent[0])
      return query(...sent)
    }
    await work(tx).finally(() => (connection.query = query))
    const plans: PlanNode[][] = []
    for (const { text, values = [] } of asked) {
      const { rows } = await query({ text: `explain (analyze, buffers, format json) ${text}`, values })
      plans.push((rows as Explained[]).flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => nodesOf(Plan))))
    }
    return plans
  })
}

type Explained = { 'QUERY PLAN': { Plan: PlanNode }[] }

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

async function fill(subject: string, values: Buffer[]): Promise<void> {
  await database.owner.raw(
    `insert into access_records (record_id, subject_ref, registered_at, body_id, controller_id, trace_id, span_id, name,
       status, occurred_start, occurred_end, access_type, activity_id, purpose, legal_basis, power, data_categories,
       actor_kind)
     select gen_random_uuid(), ${subject}, at, 'body-' || n % 7, 'body-' || n % 7, '', '', 'look', 'ok', at, at,
       'consult', 'https://x.example/activities/body-' || n % 7 || '/checks/versions/1', 'p', '6(1)(e)', 'law',
       case when n % 3 = 0 then '{name,health}'::text[] else '{name}' end, 'officer'
     from generate_series(1, ?) as n cross join lateral (
       select ?::date + n * interval '10 weeks' / ?::int as at) as times`,
    [...values, ROWS, FIRST, ROWS],
  )
}
