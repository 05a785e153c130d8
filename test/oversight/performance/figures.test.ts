import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSnapshots } from '../../../src/oversight/performance/snapshot-store.ts'
import { countRunningMonth, makeFigures } from '../../../src/oversight/performance/make-figures.ts'
import { figures } from '../../../src/oversight/performance/figure.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { busyMonths } from './busy-months.ts'
import { figuresByHand, type ByHand } from './figures-by-hand.ts'

const MONTHS = ['2026-08-01', '2026-09-01', '2026-10-01']

let database: TestDatabase
let expected: ByHand
beforeAll(async () => {
  database = await testDatabase()
  await busyMonths(database)
  expected = await figuresByHand(database, MONTHS)
}, 60_000)
afterAll(() => database.close())

interface Row {
  agency_id: string
  month: string
  figure: string
  part: string
  value: number | null
}

const snapshots = () =>
  database.owner('figure_snapshots').orderBy(['month', 'figure', 'part', 'agency_id']).select<Row[]>()

const named = (rows: readonly Row[]): ByHand =>
  Object.fromEntries(
    rows.map(({ month, figure, part, agency_id, value }) => [`${month} ${figure} ${part} ${agency_id}`, value]),
  )

const sorted = (all: ByHand) => Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)))

test('the figures of a month that is over are what anybody works out from the rows', async () => {
  await makeFigures(database.worker, new Date('2026-11-01T00:05:00Z'))
  expect(sorted(named(await snapshots()))).toEqual(sorted(expected))
  const said = Object.entries(expected).filter(([, value]) => value !== null)
  const silent = figures.filter(({ id }) => !said.some(([name]) => name.split(' ')[1] === id))
  expect(
    silent.map(({ id }) => id),
    'each is tried with something to say',
  ).toEqual([])
})

test('once made it never changes: neither another run nor anybody may', async () => {
  const before = await snapshots()
  const { worker, owner } = database
  await makeFigures(worker, new Date('2026-11-01T00:06:00Z'))
  await makeFigures(worker, new Date('2026-11-30T23:59:59Z'))
  expect(await snapshots()).toEqual(before)
  for (const statement of [
    'update figure_snapshots set value = 1',
    'delete from figure_snapshots',
    'truncate figure_months cascade',
  ]) {
    await expect(owner.raw(statement), statement).rejects.toThrow(/append-only/)
  }
  await expect(
    addSnapshots(worker, '2026-10-01', [{ figure: 'overdue', part: '', agencyId: '', value: 1 }]),
  ).rejects.toThrow()
})

test('pages read what is published, and neither change it nor see what it was counted from', async () => {
  const { web } = database
  expect(await web('figure_snapshots').limit(1)).toHaveLength(1)
  const row = { month: '2026-10-01', figure: 'overdue', part: 'x', value: 1 }
  await expect(web('figure_snapshots').insert(row)).rejects.toThrow(/permission denied/)
  for (const table of ['satisfaction_answers', 'drafts_begun', 'given_figures']) {
    await expect(web(table).select(), table).rejects.toThrow(/permission denied/)
  }
})

test('two workers that make a month at once make it once, and one that was missed is made later', async () => {
  const { worker, owner } = database
  const late = new Date('2027-01-02T08:00:00Z')
  await Promise.all([makeFigures(worker, late), makeFigures(worker, late)])
  const months = await owner('figure_months').orderBy('month').pluck<string[]>('month')
  expect(months).toEqual([...MONTHS, '2026-11-01', '2026-12-01'])
  expect(await owner('drafts_begun').where('day', '<', '2027-01-01')).toEqual([])
})

test('a month begins at midnight in British Summer Time too', async () => {
  const { worker, owner } = database
  const before = await owner('figure_months').pluck<string[]>('month')
  await makeFigures(worker, new Date('2027-03-31T22:59:59Z'))
  expect(await owner('figure_months').pluck('month')).toHaveLength(before.length + 2)
  await makeFigures(worker, new Date('2027-03-31T23:05:00Z'))
  expect(await owner('figure_months').orderBy('month', 'desc').first('month')).toEqual({ month: '2027-03-01' })
})

test('the month that runs is of the whole service, and says nothing of seals', async () => {
  const now = new Date('2026-10-31T23:30:00Z')
  await countRunningMonth(database.worker, now)
  const rows = await database
    .owner('running_figures')
    .select<{ figure: string; month: string; value: number | null }[]>()
  expect(new Set(rows.map(({ month }) => month))).toEqual(new Set(['2026-10-01']))
  expect(rows.filter(({ figure }) => figure.startsWith('sealed'))).toEqual([])
  expect(rows.find(({ figure }) => figure === 'requests-made')?.value).toBeGreaterThan(0)
  await countRunningMonth(database.worker, new Date('2026-11-05T09:00:00Z'))
  expect(await database.owner('running_figures').whereNot({ month: '2026-11-01' })).toEqual([])
})
