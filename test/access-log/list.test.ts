import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccessFilter } from '../../src/access-log/access-entry.ts'
import { entriesQuery, findEntries } from '../../src/access-log/access-entry-store.ts'
import { findBodies } from '../../src/access-log/pages/body-store.ts'
import { PAGE_SIZE, pageOfEntries, type PageOfEntries } from '../../src/access-log/pages/page-of-entries.ts'
import { later, MINUTE } from '../../src/shared/clock.ts'
import type { Cursor } from '../../src/shared/cursor.ts'
import { Refusal } from '../../src/shared/refusal.ts'
import { aCitizen, aDisclosure, as, disclose, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

const vault = testVault()
const START = new Date('2026-11-01T00:00:00Z')
let database: TestDatabase
let amira: Citizen
/** Hers, oldest first, three to a moment so that ties are met at every page's end. */
let ids: string[]

beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
  const disclosures = Array.from({ length: 50 }, (_, index) =>
    aDisclosure({
      subjectRef: amira.subject,
      registeredAt: later(START, Math.floor(index / 3) * MINUTE),
      agencyId: index % 5 === 0 ? 'hmrc' : 'dvla',
    }),
  )
  await disclose(database, ...disclosures)
  ids = disclosures
    .toSorted(
      (one, other) => Number(one.registeredAt) - Number(other.registeredAt) || (one.recordId < other.recordId ? -1 : 1),
    )
    .map(({ recordId }) => recordId)
})
afterAll(() => database.close())

const pageFor = (query: Record<string, string>, filter: AccessFilter = {}, citizen = amira) =>
  as(database, citizen, (tx) => pageOfEntries(tx, citizen.subjects, filter, query))

const idsOf = ({ entries }: PageOfEntries) => entries.map(({ recordId }) => recordId)

test('reading on to older pages meets every record once, newest first; reading back meets the same pages', async () => {
  const pages = [await pageFor({})]
  for (let page = pages[0]; page?.older; page = pages.at(-1)) pages.push(await pageFor(page.older))
  expect(pages.map(({ entries }) => entries.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 10])
  expect(pages.flatMap(idsOf)).toEqual(ids.toReversed())
  expect(pages[0]?.newer).toBeUndefined()
  const back = await pageFor(pages[2]!.newer!)
  expect(idsOf(back)).toEqual(idsOf(pages[1]!))
  const front = await pageFor(back.newer!)
  expect(idsOf(front)).toEqual(idsOf(pages[0]!))
  expect(front.newer).toBeUndefined()
})

test('a record that arrives while somebody reads moves nothing on the pages that follow', async () => {
  const bo = await aCitizen(database, vault, 'bo')
  const mine = Array.from({ length: 25 }, (_, index) =>
    aDisclosure({ subjectRef: bo.subject, registeredAt: later(START, index * MINUTE) }),
  )
  await disclose(database, ...mine)
  const first = await pageFor({}, {}, bo)
  const late = aDisclosure({ subjectRef: bo.subject, registeredAt: later(START, 60 * MINUTE) })
  await disclose(database, late)
  const second = await pageFor(first.older!, {}, bo)
  expect([...idsOf(first), ...idsOf(second)]).toEqual(mine.toReversed().map(({ recordId }) => recordId))
  expect(idsOf(await pageFor(first.older!, {}, bo))).not.toContain(late.recordId)
  expect(idsOf(await pageFor(second.newer!, {}, bo))).toEqual(idsOf(first))
})

test('filters by body and by day keep their own pages', async () => {
  const hmrc = await pageFor({}, { body: 'hmrc' })
  expect(hmrc.entries.map(({ bodyId }) => bodyId)).toEqual(Array(10).fill('hmrc'))
  expect(hmrc.older).toBeUndefined()
  const dvla = await pageFor({}, { body: 'dvla' })
  const rest = await pageFor(dvla.older!, { body: 'dvla' })
  expect([...idsOf(dvla), ...idsOf(rest)]).toHaveLength(40)
  expect(idsOf(await pageFor({}, { from: '2026-11-01', to: '2026-11-01' }))).toHaveLength(PAGE_SIZE)
  expect(idsOf(await pageFor({}, { from: '2026-11-02' }))).toEqual([])
  expect(idsOf(await pageFor({}, { to: '2026-10-31' }))).toEqual([])
})

test('days are days in the United Kingdom, in summer too', async () => {
  const summer = await aCitizen(database, vault, 'summer')
  const [before, after] = ['2026-06-30T22:59:59.999Z', '2026-06-30T23:00:00Z'].map((time) =>
    aDisclosure({ subjectRef: summer.subject, registeredAt: new Date(time) }),
  )
  await disclose(database, before!, after!)
  expect(idsOf(await pageFor({}, { from: '2026-07-01' }, summer))).toEqual([after!.recordId])
  expect(idsOf(await pageFor({}, { to: '2026-06-30' }, summer))).toEqual([before!.recordId])
})

test('a person with several subjects reads all of them in one list', async () => {
  const other = await aCitizen(database, vault, 'other')
  const both: Citizen = { ...other, subjects: [other.subject, randomBytes(32)] }
  const disclosures = Array.from({ length: 30 }, (_, index) =>
    aDisclosure({ subjectRef: both.subjects[index % 2]!, registeredAt: later(START, index * MINUTE) }),
  )
  await disclose(database, ...disclosures)
  const first = await pageFor({}, {}, both)
  const second = await pageFor(first.older!, {}, both)
  expect([...idsOf(first), ...idsOf(second)]).toEqual(disclosures.toReversed().map(({ recordId }) => recordId))
})

test('what PostgreSQL keeps below the millisecond does not make a page skip or repeat', async () => {
  const precise = await aCitizen(database, vault, 'precise')
  await bulk(precise.subject, 45, `'2026-11-01T00:00:00Z'::timestamptz + n * interval '7 microseconds'`)
  const first = await pageFor({}, {}, precise)
  const second = await pageFor(first.older!, {}, precise)
  const third = await pageFor(second.older!, {}, precise)
  expect(new Set([first, second, third].flatMap(idsOf)).size).toBe(45)
  expect(idsOf(await pageFor(third.newer!, {}, precise))).toEqual(idsOf(second))
})

const cursor = (text: string) => Buffer.from(text).toString('base64url')
test.each([
  ['nonsense', 'nonsense'],
  ['a time alone', cursor('1793491200000000')],
  ['no time', cursor(`.${uuidv7()}`)],
  ['a time that is none', cursor(`soon.${uuidv7()}`)],
  ['an id that is none', cursor('1793491200000000.1')],
  ['more than a cursor', cursor(`1793491200000000.${uuidv7()}.1`)],
  ['padding', `${cursor(`1793491200000000.${uuidv7()}`)}=`],
])('a broken cursor (%s) is gone, and does not show the first page again', async (_what, text) => {
  await expect(pageFor({ older: text })).rejects.toThrow(expect.objectContaining({ code: 'gone' }) as Refusal)
  await expect(pageFor({ newer: text })).rejects.toThrow(Refusal)
})

test('bodies of the filter are those in the person’s own list', async () => {
  expect(await as(database, amira, (tx) => findBodies(tx, amira.subjects))).toEqual(['dvla', 'hmrc'])
  const nobody = await aCitizen(database, vault, 'nobody')
  expect(await as(database, nobody, (tx) => findBodies(tx, nobody.subjects))).toEqual([])
  expect(await as(database, nobody, (tx) => findBodies(tx, amira.subjects))).toEqual([])
})

test('without a context the web role reads nothing', async () => {
  expect(await findEntries(database.web, amira.subjects, { filter: {}, limit: 100 })).toEqual([])
})

test('however long the list, a page reads its own stretch of an index and sorts no more than a page', async () => {
  const long = await aCitizen(database, vault, 'long')
  await bulk(long.subject, 20_000, `'2026-01-01T00:00:00Z'::timestamptz + n * interval '5 minutes'`)
  await database.owner.raw('analyze access_records')
  const last: Cursor = { microseconds: Date.parse('2026-02-01T00:00:00Z') * 1000, id: uuidv7() }
  const filters: AccessFilter[] = [{}, { from: '2026-01-10', to: '2026-02-20' }, { body: 'body-3' }]
  const wanted = filters.flatMap((filter) => [
    { filter, limit: PAGE_SIZE + 1 },
    { filter, limit: PAGE_SIZE + 1, older: last },
    { filter, limit: PAGE_SIZE + 1, newer: last },
  ])
  for (const page of wanted) {
    const nodes = await planOf(long, page)
    const scans = nodes.filter((node) => String(node['Relation Name']).startsWith('access_records'))
    // One of each month at most, and only as many months as fill a page.
    expect(scans.length).toBeGreaterThan(0)
    expect(scans.filter((node) => !/^Index/.test(String(node['Node Type'])))).toEqual([])
    const read = scans.map((node) => Number(node['Actual Rows']) * Number(node['Actual Loops']))
    expect(read.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(PAGE_SIZE + 1)
    expect(scans.filter((node) => Number(node['Rows Removed by Filter'] ?? 0) > 0)).toEqual([])
    for (const sort of nodes.filter((node) => node['Node Type'] === 'Sort')) {
      expect(Number(sort['Actual Rows'])).toBeLessThanOrEqual(PAGE_SIZE + 1)
    }
  }
})

type PlanNode = Record<string, unknown> & { Plans?: PlanNode[] }

/** Every node of the plan that the web role gets for a page. */
async function planOf(citizen: Citizen, page: Parameters<typeof entriesQuery>[2]): Promise<PlanNode[]> {
  return as(database, citizen, async (tx) => {
    const { sql, bindings } = entriesQuery(tx, citizen.subjects, page).toSQL()
    const { rows } = await tx.raw<{ rows: { 'QUERY PLAN': { Plan: PlanNode }[] }[] }>(
      `explain (analyze, format json) ${sql}`,
      bindings,
    )
    const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)]
    return (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => flat(Plan))
  })
}

/** Many records by SQL; `time` is an expression over `n`. */
async function bulk(subject: Buffer, rows: number, time: string): Promise<void> {
  await database.owner.raw(
    `insert into access_records (record_id, subject_ref, registered_at, body_id, controller_id, trace_id, span_id, name,
       status, occurred_start, occurred_end, access_type, activity_id, purpose, legal_basis, power, data_categories,
       actor_kind)
     select gen_random_uuid(), ?, ${time}, 'body-' || n % 7, 'body-' || n % 7, '', '', 'look', 'ok', ${time}, ${time},
       'consult', 'a', 'p', '6(1)(e)', 'law', '{name}', 'officer'
     from generate_series(1, ?) as n`,
    [subject, rows],
  )
}
