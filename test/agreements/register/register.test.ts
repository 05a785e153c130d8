import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencyRoutes } from '../../../src/agreements/agency-routes.ts'
import { registerRoutes } from '../../../src/agreements/register-routes.ts'
import { COUNTED, findEntries, listEntries } from '../../../src/agreements/register/entry-store.ts'
import type { RegisterFilter } from '../../../src/agreements/register/register-filter.ts'
import { agreementRoutes } from '../../../src/agreements/routes.ts'
import type { Db } from '../../../src/shared/database.ts'
import { ukToday } from '../../../src/shared/dates.ts'
import { anAgency, anAgreement } from '../../support/agency.ts'
import { manyAgreements } from '../../support/many-agreements.ts'
import { NOW, startSite, type Site } from '../../support/site.ts'

const TODAY = ukToday(NOW)
// More than are counted of each kind of body: then they are read in their order.
const MANY = 2000

let site: Site
beforeAll(async () => {
  site = await startSite({
    people: ({ web }) => {
      const parts = { db: web, clock: () => NOW }
      return [agencyRoutes(parts), agreementRoutes(parts)]
    },
    machines: ({ web }) => [registerRoutes({ db: web, clock: () => NOW, baseUrl: 'https://tell-us-once.example' })],
  })
  const { database } = site
  await manyAgreements(database.owner, MANY, TODAY)
  await anAgency(database, {
    id: 'dvla',
    name: { en: 'Driver and Vehicle Licensing Agency', cy: 'Asiantaeth Trwyddedu Gyrwyr a Cherbydau' },
  })
  await anAgreement(database, {
    ...{ id: 'dvla-licence', agencyId: 'dvla' },
    purpose: { en: 'Send driving licences to the right place', cy: 'Anfon trwyddedau gyrru i’r lle cywir, tŷ newydd' },
    powerName: { en: 'Road Traffic Act 1988, section 99' },
    ...{ reviewOn: '2026-11-20', holderId: 'body-1' },
  })
})
afterAll(() => site.close())

const shown = async (query: string) => {
  const page = await site.browser().get(`/agreements?${query}`)
  return {
    page,
    links: page
      .$('main li > a[href^="/agreements/"]')
      .toArray()
      .map((link) => page.$(link).attr('href')),
  }
}

describe('the register is searched', () => {
  test.each([
    ['words', 'words=driving+licence'],
    ['words in another form', 'words=sending+licences'],
    ['words in Welsh', 'words=trwyddedau+gyrru'],
    ['Welsh without its accents', 'words=ty+newydd'],
    ['the name of its body with words of its purpose', 'words=vehicle+agency+licences'],
    ['the body’s name in Welsh', 'words=Trwyddedu+Gyrwyr'],
    ['the start of the body’s name', 'body=driv+veh'],
    ['the body’s id', 'agency=dvla'],
    ['the body that holds the data', 'holder=body-1'],
    ['the law', 'power=road+traffic+1988'],
    ['the reason', 'purpose=driving+licences'],
    [
      'several',
      'words=licences&body=driver&standing=review-due&event=change-of-address&cluster=human-services&review=1',
    ],
  ])('by %s', async (_what, query) => {
    const { page, links } = await shown(query)
    expect(links).toEqual(['/agreements/dvla-licence'])
    expect(page.text).toMatch(/1 agreement (Only agreements .+)?Show all agreements/)
  })

  test.each([
    ['words of no agreement', 'words=unicorns'],
    ['words of the law in the reason', 'purpose=road+traffic'],
    ['nothing but an operator', 'words=%22%22+-'],
    ['a body that is not its own', 'agency=hmrc'],
    ['what has lapsed', 'standing=lapsed'],
  ])('in vain by %s', async (_what, query) => {
    const { page, links } = await shown(query)
    expect(links).toEqual([])
    expect(page.text).toContain('No agreement fits.')
  })

  test('what nobody could choose is passed over, and signs that mean something to a database are words', async () => {
    expect((await shown('standing=all&cluster=x&review=7&words=licences')).links).toHaveLength(1)
    for (const odd of ["'", '\\', ':*', '!&|', '<->', '%', 'a'.repeat(5000), '\u0000'])
      expect((await shown(`body=${encodeURIComponent(odd)}&power=${encodeURIComponent(odd)}`)).page.status).toBe(200)
  })
})

test('it is read page by page, each agreement once, and a place that is none is gone', async () => {
  const seen: (string | undefined)[] = []
  const browser = site.browser()
  let page = await browser.get('/agreements?words=topic7')
  expect(page.text).toContain('40 agreements')
  for (;;) {
    seen.push(
      ...page
        .$('main li > a[href^="/agreements/"]')
        .toArray()
        .map((link) => page.$(link).attr('href')),
    )
    if (!page.$('.govuk-pagination__next').length) break
    page = await browser.follow(/Next page/)
  }
  expect(seen).toHaveLength(40)
  expect(new Set(seen).size).toBe(40)
  expect(page.text).toContain('Back to the first page')
  expect((await shown('')).page.text).toContain('More than 500 agreements')
  expect((await shown('after=nothing')).page.status).toBe(410)
})

test('it follows what becomes of an agreement and of the name of its body', async () => {
  const { owner } = site.database
  const found = async (filter: RegisterFilter) => findEntries(owner, { filter, today: TODAY, limit: 3 })
  await anAgency(site.database, { id: 'harbour', name: { en: 'Harbour office' } })
  await anAgreement(site.database, { id: 'boats', agencyId: 'harbour', purpose: { en: 'Count yachts' } })
  expect(await found({ words: 'yacht' })).toEqual(['boats'])
  await anAgreement(site.database, { id: 'boats', agencyId: 'harbour', version: 2, purpose: { en: 'Count barges' } })
  expect(await found({ words: 'yacht' })).toEqual([])
  expect(await found({ words: 'harbour barge' })).toEqual(['boats'])
  await owner('agencies')
    .where({ id: 'harbour' })
    .update({ name: JSON.stringify({ en: 'Port office' }) })
  expect(await found({ words: 'port barge' })).toEqual(['boats'])
  await owner('agreements').where({ id: 'boats' }).update({ state: 'lapsed' })
  expect(await found({ standing: 'lapsed' })).toEqual(['boats'])
})

describe('what it asks of the database', () => {
  test.each<[string, RegisterFilter, string | undefined]>([
    ['everything', {}, 'register_entries_in_order'],
    ['what is in use', { standing: 'live' }, 'register_entries_in_order'],
    ['a kind of body', { cluster: 'human-services' }, undefined],
    ['a body', { agency: 'body-7' }, 'register_entries_of_agency'],
    ['rare words', { words: 'topic7' }, 'register_entries_by_words'],
    ['a name', { body: 'borough 77' }, 'register_entries_by_words'],
    ['what has lapsed', { standing: 'lapsed' }, 'register_entries_that_are_over'],
  ])('is no more for %s than is counted, however many there are', async (_what, filter, index) => {
    const { owner } = site.database
    const nodes = await plansOf(owner, () => listEntries(owner, { filter, today: TODAY, limit: 21 }))
    expect(Math.max(...nodes.map((node) => node['Actual Rows']))).toBeLessThanOrEqual(COUNTED + 1)
    if (index) expect(nodes.map((node) => node['Index Name'])).toContain(index)
  })
})

interface Plan {
  'Node Type': string
  'Index Name'?: string
  'Actual Rows': number
  Plans?: Plan[]
}

/** How the statements of some work are carried out: the nodes of their plans. */
async function plansOf(db: Db, work: () => Promise<unknown>): Promise<Plan[]> {
  const statements: { sql: string; bindings: string[] }[] = []
  const note = (asked: { sql: string; bindings: string[] }) => statements.push(asked)
  db.on('query', note)
  await work()
  db.off('query', note)
  const plans: Plan[] = []
  for (const { sql, bindings } of statements) {
    const explained = `explain (analyze, format json) ${sql.replace(/\$\d+/g, '?')}`
    const { rows } = await db.raw<{ rows: { 'QUERY PLAN': [{ Plan: Plan }] }[] }>(explained, bindings)
    plans.push(...nodesOf(rows[0]?.['QUERY PLAN'][0].Plan))
  }
  return plans
}

const nodesOf = (plan: Plan | undefined): Plan[] => (plan ? [plan, ...(plan.Plans ?? []).flatMap(nodesOf)] : [])

describe('the whole list for programs', () => {
  test('has every agreement once, in both forms', async () => {
    const { agreements } = (await (await fetch(`${site.origin}/agreements.json`)).json()) as {
      agreements: { id: string }[]
    }
    expect(new Set(agreements.map(({ id }) => id)).size).toBe(agreements.length)
    expect(agreements.length).toBeGreaterThan(MANY)
    const lines = (await (await fetch(`${site.origin}/agreements.csv`)).text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(agreements.length + 1)
  })
})

test('bodies are looked for by name and kind, and a place in their list that is none is gone', async () => {
  const bodies = async (query: string) => {
    const page = await site.browser().get(`/agencies?${query}`)
    return page
      .$('main li a[href^="/agencies/"]')
      .toArray()
      .map((link) => page.$(link).attr('href'))
  }
  expect(await bodies('words=licens')).toEqual(['/agencies/dvla'])
  expect(await bodies('words=borough+77')).toEqual(['/agencies/body-77'])
  expect(await bodies('words=borough+77&cluster=crime-and-justice')).toEqual([])
  expect((await site.browser().get('/agencies?after=nobody')).status).toBe(410)
  expect((await site.browser().get('/agencies?words=unicorns')).text).toContain('No public body fits.')
})
