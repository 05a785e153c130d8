import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dumpOf, rowsThatShow, tablesOf } from '../support/dump.ts'
import { reportMove } from '../support/move.ts'
import { startTown, type Town } from '../support/town.ts'

// What the persona Grace is known by, and what she types on the way. None of it may stand anywhere in clear.
const SECRETS = [
  'Whitfield',
  'O’Donnell',
  'Eleanor',
  'grace.whitfield',
  '7700900102',
  '1975-11-23',
  'Otley Road',
  'LS6 3AA',
  'Victoria Road',
  'Heol y Deri',
  'CF14 6HF',
  '100100000027',
  '72000000304',
  'WHITF761235GE9AB',
  'AB123456C',
  '5550017003',
  // Of Amira, who is signed in and half way through.
  'Hassan',
  'Harehills',
  'LS8 5DR',
  '1988-05-14',
  'amira.hassan',
  '120382978',
]

let town: Town
let reference: string
beforeAll(async () => {
  town = await startTown()
  const grace = await town.house.signIn('grace')
  await grace.get('/report/change-of-address')
  await grace.submit({ 'when-day': '1', 'when-month': '12', 'when-year': '2019' })
  reference = await reportMove(grace, {
    numbers: { numbers: ['national-insurance-number', 'council-tax-account'] },
    'national-insurance-number': { 'national-insurance-number': 'AB123456C' },
    'council-tax-account': { 'council-tax-account': '5550017003' },
    'held-new-address': { 'held-new-address': 'no' },
  })
  const { worker } = town.house.database
  const settled = async () => {
    expect(town.agencies.received).toHaveLength(9)
    expect((await grace.get(`/reports/${reference}`)).text).toContain('9 of 9 have answered')
    expect(await worker('access_records').where({ access_type: 'consult' })).not.toHaveLength(0)
  }
  await vi.waitFor(settled, { timeout: 20_000, interval: 200 })
  // A draft half filled in, a search, a page that is not there, a form that is wrong, and a sign-out belong to a day too.
  await grace.get('/report/change-of-address/when')
  await grace.submit({ 'when-day': '1', 'when-month': '', 'when-year': '2026' })
  await grace.get('/access?body=dvla')
  await grace.get('/reports/0000-0000-0000')
  await grace.get('/sign-out')
  const amira = await town.house.signIn('amira')
  await amira.get('/report/change-of-address')
  await amira.submit({ 'when-day': '1', 'when-month': '12', 'when-year': '2026' })
  await amira.submit({ safety: 'no' })
  await amira.submit({ 'new-kind': 'uk' })
  await amira.submit({ 'new-postcode': 'LS6 3AA' })
})
afterAll(() => town.close())

describe('after a whole journey', () => {
  test('a dump of the database shows no name, address or number', async () => {
    const dump = await dumpOf(town.house.database.owner)
    expect(dump.find(({ table }) => table === 'reports')?.rows).toHaveLength(1)
    expect(dump.find(({ table }) => table === 'drafts')?.rows).toHaveLength(1)
    expect(dump.find(({ table }) => table === 'sessions')?.rows).not.toHaveLength(0)
    expect(SECRETS.flatMap((secret) => rowsThatShow(dump, secret))).toEqual([])
  })

  test('the logs show none of it, nor any reference, path or token', () => {
    const logged = town.house.logs.join('')
    expect(logged.split('\n').length).toBeGreaterThan(50)
    const dark = [...SECRETS, reference, 'eyJ', 'Bearer', '/reports/0', 'body=dvla']
    expect(dark.filter((secret) => logged.includes(secret))).toEqual([])
  })

  test('the agencies did get what they may have, so the search for it was no search for nothing', () => {
    const told = JSON.stringify(town.agencies.received.map(({ token }) => token.event))
    for (const secret of ['Whitfield', 'CF14 6HF', 'WHITF761235GE9AB', 'AB123456C', '5550017003']) {
      expect(told).toContain(secret)
    }
  })
})

describe('the second wall', () => {
  const OPEN_TO_WEB = [
    // Public facts.
    'activities',
    'activity_versions',
    'retention_certificates',
    'agreement_events',
    'agreement_use',
    'agreement_versions',
    'agreements',
    'published_agreements',
    'published_counts',
    'register_entries',
    // Looked up before anybody is known; they hold ids, counters and sealed values only.
    'oauth_artifacts',
    'rate_limits',
    'sessions',
    'single_use',
  ]
  // Public facts that their body alone may write.
  const READ_BY_ALL = [
    'agencies',
    'agreement_decisions',
    'agreement_mediations',
    'mediation_statements',
    'agreement_findings',
    'asked_twice_totals',
    'subscriptions',
    'access_heard',
    'coverage_gaps',
    'figure_months',
    'figure_snapshots',
    'running_figures',
  ]

  test('the web role without a context reads nothing from any table with personal data', async () => {
    const { owner, web, worker } = town.house.database
    const shown: string[] = []
    for (const table of await tablesOf(owner)) {
      const rows: unknown[] = await web(table)
        .select()
        .catch(() => [])
      if (rows.length > 0) shown.push(table)
    }
    expect(shown.filter((table) => ![...OPEN_TO_WEB, ...READ_BY_ALL].includes(table))).toEqual([])
    expect((await worker('reports')).length).toBe(1)
  })

  test('every table that is not listed as open has forced row-level security', async () => {
    const { rows } = await town.house.database.owner.raw<{ rows: { name: string }[] }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not relispartition and relname not like 'migrations%' and not (relrowsecurity and relforcerowsecurity) order by relname`,
    )
    expect(rows.map(({ name }) => name)).toEqual(OPEN_TO_WEB.toSorted())
  })

  test('no month of the access log is open to anybody past the rules of the whole', async () => {
    const { rows } = await town.house.database.owner.raw<{ rows: { months: number; open: number }[] }>(
      `select count(*) as months, count(relacl) as open from pg_class
       where relnamespace = 'public'::regnamespace and relispartition and relkind = 'r'`,
    )
    expect(rows[0]?.months).toBeGreaterThan(10)
    expect(rows[0]?.open).toBe(0)
  })

  test('neither process owns a table, is a superuser or may look past row-level security', async () => {
    for (const db of [town.house.database.web, town.house.database.worker]) {
      const { rows } = await db.raw<{ rows: { special: boolean; owned: number }[] }>(
        `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as special,
                (select count(*) from pg_class where relowner = r.oid) as owned
         from pg_roles r where rolname = current_user`,
      )
      expect(rows).toEqual([{ special: false, owned: 0 }])
    }
  })
})

test.each(['access_records', 'access_record_ledger', 'disclosure_results', 'delivery_attempts', 'outcomes'])(
  '%s is history: nobody changes, deletes or empties it, not even its owner',
  async (table) => {
    const { owner } = town.house.database
    const { rows } = await owner.raw<{ rows: { column: string }[] }>(
      `select attname as column from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attidentity = 'a' limit 1`,
      [table],
    )
    const column = rows[0]?.column ?? ''
    expect((await owner(table)).length).toBeGreaterThan(0)
    await expect(owner.raw('update ?? set ?? = ??', [table, column, column])).rejects.toThrow('append-only')
    await expect(owner(table).delete()).rejects.toThrow('append-only')
    await expect(owner.raw('truncate ??', [table])).rejects.toThrow(/append-only|foreign key/)
  },
)
