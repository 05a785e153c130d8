import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencyRoutes } from '../../../src/agreements/agency-routes.ts'
import { registerRoutes } from '../../../src/agreements/register-routes.ts'
import { countEntries, findEntries } from '../../../src/agreements/register/entry-store.ts'
import type { RegisterFilter } from '../../../src/agreements/register/register-filter.ts'
import { agreementRoutes } from '../../../src/agreements/routes.ts'
import { ukToday } from '../../../src/shared/dates.ts'
import { anAgency, anAgreement } from '../../support/agency.ts'
import { manyAgreements } from '../../support/many-agreements.ts'
import { NOW, startSite, type Site } from '../../support/site.ts'

const TODAY = ukToday(NOW)
// More than a thousand of each kind of body: then they are read in their order.
const MANY = 3200

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
  expect(page.text).toContain('64 agreements')
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
  expect(seen).toHaveLength(64)
  expect(new Set(seen).size).toBe(64)
  expect(page.text).toContain('Back to the first page')
  expect((await shown('')).page.text).toContain('More than 1,000 agreements')
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
  test.each<[string, RegisterFilter]>([
    ['everything', {}],
    ['what is in use', { standing: 'live' }],
    ['a body', { agency: 'body-7' }],
    ['a kind of body', { cluster: 'human-services' }],
    ['rare words', { words: 'topic7' }],
    ['a name', { body: 'borough 77' }],
    ['what is due for review', { standing: 'review-due' }],
    ['what has lapsed', { standing: 'lapsed' }],
  ])('goes by an index for %s, and sorts no more than a few', async (_what, filter) => {
    const statements: { sql: string; bindings: unknown[] }[] = []
    const note = (asked: { sql: string; bindings: unknown[] }) => statements.push(asked)
    const { owner } = site.database
    const few = (await countEntries(owner, { filter, today: TODAY }, 1001)) <= 1000
    owner.on('query', note)
    await findEntries(owner, { filter, today: TODAY, limit: 21, few })
    owner.off('query', note)
    const [{ sql, bindings } = { sql: '', bindings: [] }] = statements
    const plain = sql.replace(/\$\d+/g, '?')
    const { rows } = await owner.raw<{ rows: { 'QUERY PLAN': [{ Plan: Plan }] }[] }>(
      `explain (analyze, format json) ${plain}`,
      bindings as string[],
    )
    const nodes = nodesOf(rows[0]?.['QUERY PLAN'][0].Plan)
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
    const sorted = nodes.filter((node) => /Sort/.test(node['Node Type'])).flatMap(({ Plans = [] }) => Plans)
    expect(Math.max(0, ...sorted.map((node) => node['Actual Rows']))).toBeLessThanOrEqual(1000)
  })
})

interface Plan {
  'Node Type': string
  'Actual Rows': number
  Plans?: Plan[]
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
      .$('main li > a[href^="/agencies/"]')
      .toArray()
      .map((link) => page.$(link).attr('href'))
  }
  expect(await bodies('words=licens')).toEqual(['/agencies/dvla'])
  expect(await bodies('words=borough+77')).toEqual(['/agencies/body-77'])
  expect(await bodies('words=borough+77&cluster=crime-and-justice')).toEqual([])
  expect((await site.browser().get('/agencies?after=nobody')).status).toBe(410)
  expect((await site.browser().get('/agencies?words=unicorns')).text).toContain('No public body fits.')
})
