import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeIn } from '../../src/access-log/intake/intake.ts'
import { settleDisclosures } from '../../src/access-log/record.ts'
import { activityUri } from '../../src/agreements/agreement.ts'
import { HOUR, later, MINUTE } from '../../src/shared/clock.ts'
import { aDisclosure, disclose, knownTo, signedIn, type Citizen } from '../support/access-log.ts'
import { anAgency, anAgreement } from '../support/agency.ts'
import type { Client, Page } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { aReport } from '../support/reports.ts'

type Reader = Citizen & { browser: Client }

const AT = new Date('2026-11-20T10:00:00Z')
const POWER = 'https://www.legislation.gov.uk/ukpga/1988/52/section/99'

let house: House
let amira: Reader
let grace: Reader

beforeAll(async () => {
  house = await startHouse()
  const { database } = house
  await anAgency(database, {
    id: 'dvla',
    name: { en: 'Driver and Vehicle Licensing Agency', cy: 'Yr Asiantaeth Yrru' },
  })
  await anAgreement(database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
  await anAgreement(database, {
    ...{ id: 'dvla-driving-licence', agencyId: 'dvla', version: 2 },
    purpose: { en: 'Something quite new' },
    power: 'Road Traffic Act 1988, section 99',
  })
  await anAgency(database, { id: 'hmrc', name: { en: 'HM Revenue and Customs', cy: 'Cyllid a Thollau EF' } })
  await anAgreement(database, { id: 'hmrc-address', agencyId: 'hmrc' })
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
})
afterAll(() => house.close())

const activity = (version = 1) => activityUri(house.baseUrl, { id: 'dvla-driving-licence', version })

/** Reported by a body, as its program does once it is through the door. */
async function reported({ subject }: Citizen, remarkable: Record<string, unknown> = {}): Promise<string> {
  const { database, config, baseUrl } = house
  const id = await knownTo(database, config.vault, 'dvla', subject)
  const record = {
    record_id: uuidv7(),
    occurred_start: AT.toISOString(),
    access_type: 'consult',
    controller: { id: 'dvla', unit: 'Drivers’ medical group', system: 'Drivers 90' },
    activity_id: activity(),
    data_categories: ['name', 'driving-licence'],
    actor: { kind: 'officer', role: 'caseworker', ref: 'officer-4711' },
    case_ref: 'case-2026-17',
    subject: { id_type: 'pairwise', id },
    ...remarkable,
  }
  const parts = { db: database.web, vault: config.vault, clock: () => later(AT, 3 * MINUTE), baseUrl }
  expect(await takeIn(parts, 'dvla', [record])).toMatchObject([{ record_id: record.record_id, result: 'recorded' }])
  return record.record_id
}

const cards = ({ $ }: Page) =>
  $('.govuk-summary-card')
    .toArray()
    .map((card) => $(card).text().replace(/\s+/g, ' ').trim())

/** Text of each row of the page's summary lists, by its key. */
const rows = ({ $ }: Page) =>
  Object.fromEntries(
    $('.govuk-summary-list__row')
      .toArray()
      .map((row) => [$(row).find('dt').text().trim(), $(row).find('dd').text().replace(/\s+/g, ' ').trim()]),
  )

const hrefs = ({ $ }: Page) =>
  $('main a')
    .toArray()
    .map((link) => link.attribs['href'])

test('without a sign-in the log is behind the door', async () => {
  const page = await house.browser().get('/access')
  expect(page.url.host).not.toBe(new URL(house.baseUrl).host)
})

test('somebody about whom nothing is recorded reads so, and what the list cannot show', async () => {
  const llyr = await signedIn(house, 'llyr')
  const page = await llyr.browser.get('/access')
  expect(page.text).toContain('Nobody has used your data through this service yet')
  expect(page.text).toContain('It may not be complete')
  expect(page.$('form[action="/access"]')).toHaveLength(0)
})

describe('what we told a body', () => {
  test('is there before it is sent, then told, with what, why, the power, the agreement and the report', async () => {
    const { database, config } = house
    const margaret = await signedIn(house, 'margaret')
    const reportId = await aReport(database, config.vault, margaret, { submittedAt: AT })
    const { reference } = await database
      .owner('reports')
      .where({ id: reportId })
      .first<{ reference: string }>('reference')
    const disclosure = aDisclosure({ subjectRef: margaret.subject, registeredAt: AT, activityId: activity(), reportId })
    await disclose(database, disclosure)

    const waiting = await margaret.browser.get('/access')
    expect(waiting.text).toContain('We are telling Driver and Vehicle Licensing Agency')
    expect(rows(waiting)['State']).toContain('Being sent')

    const result = { subjectRef: margaret.subject, recordId: disclosure.recordId, at: later(AT, MINUTE) }
    await settleDisclosures(database.worker, [{ ...result, result: 'made' }])
    const told = await margaret.browser.get('/access')
    expect(told.text).toContain('We told Driver and Vehicle Licensing Agency')
    expect(rows(told)).toMatchObject({
      State: 'Told Told on 20 November 2026 at 10:01am',
      When: '20 November 2026 at 10am',
      Data: 'Name and address',
      Why: 'Keep the dvla-driving-licence files right',
      'Because you told us': 'Change of address, reported on 20 November 2026',
    })
    expect(hrefs(told)).toEqual(
      expect.arrayContaining([POWER, '/agreements/dvla-driving-licence', `/reports/${reference}`]),
    )

    const entry = await margaret.browser.follow(/^More details/)
    expect(entry.url.pathname).toBe(`/access/${disclosure.recordId}`)
    expect(entry.heading).toBe('We told Driver and Vehicle Licensing Agency on 20 November 2026 at 10am')
    expect(rows(entry)).toMatchObject({
      Who: 'Driver and Vehicle Licensing Agency',
      'Done by': 'A computer system, not a person',
      'Reason in data protection law': expect.stringContaining('6(1)(e)') as string,
    })
    const report = await margaret.browser.follow('Change of address, reported on 20 November 2026')
    expect(report.status).toBe(200)
    expect(report.text).toContain(reference)
  })

  test('or did not get to tell, is there too', async () => {
    const { database } = house
    const disclosure = aDisclosure({ subjectRef: grace.subject, registeredAt: AT, activityId: activity(2) })
    await disclose(database, disclosure)
    const result = { subjectRef: grace.subject, recordId: disclosure.recordId, result: 'not-made' as const }
    await settleDisclosures(database.worker, [{ ...result, at: later(AT, MINUTE) }])
    const page = await grace.browser.get('/access')
    expect(page.text).toContain('We did not tell Driver and Vehicle Licensing Agency')
    expect(rows(page)['State']).toContain('The body was not told')
  })
})

describe('what a body did', () => {
  test('says who, in which part and system, when by both clocks, and never which officer or case', async () => {
    const id = await reported(amira)
    const page = await amira.browser.get('/access')
    expect(rows(page)).toMatchObject({
      When: '20 November 2026 at 10am The body reported it to us on 20 November 2026 at 10:03am.',
      'Part of the body': 'Drivers’ medical group',
      System: 'Drivers 90',
      Data: 'Name and driving licence',
    })
    const entry = await amira.browser.get(`/access/${id}`)
    expect(entry.heading).toBe('Driver and Vehicle Licensing Agency looked at your data on 20 November 2026 at 10am')
    expect(rows(entry)['Done by']).toBe('A member of staff (caseworker)')
    expect(entry.body + page.body).not.toMatch(/officer-4711|case-2026-17/)
  })

  test('under an id that is another’s too stands beside it, and each has a page of its own', async () => {
    const disclosure = aDisclosure({
      subjectRef: grace.subject,
      registeredAt: later(AT, -HOUR),
      activityId: activity(),
    })
    await disclose(house.database, disclosure)
    const { recordId: id } = disclosure
    await reported(grace, { record_id: id })
    const list = hrefs(await grace.browser.get('/access'))
    expect(list).toEqual(expect.arrayContaining([`/access/${id}`, `/access/${id}/dvla`]))
    const heading = async (path: string) => (await grace.browser.get(path)).heading
    expect(await heading(`/access/${id}`)).toMatch(/^We are telling Driver/)
    expect(await heading(`/access/${id}/dvla`)).toMatch(/looked at your data/)
    expect((await grace.browser.get(`/access/${id}/hmrc`)).status).toBe(404)
  })

  test('has the words of the version it was done under', async () => {
    await reported(amira)
    const id = await reported(amira, { activity_id: activity(2) })
    const entry = rows(await amira.browser.get(`/access/${id}`))
    expect(entry['Why']).toBe('Something quite new')
    expect(entry['Allowed by']).toContain('Road Traffic Act 1988, section 99')
  })

  test.each<[string, Record<string, unknown>]>([
    ['collected your data', { access_type: 'collect' }],
    ['gave your data to HM Revenue and Customs', { access_type: 'disclose', counterparty: { id: 'hmrc' } }],
    ['got your data from a-council', { access_type: 'receive', counterparty: { id: 'a-council' } }],
    ['put your data together with other data', { access_type: 'combine' }],
    ['changed your data', { access_type: 'alter' }],
    ['deleted your data', { access_type: 'erase' }],
    ['contacted you', { access_type: 'notify' }],
    ['asked to use your data and was refused', { status: 'denied' }],
    ['tried to use your data but it did not work', { status: 'error' }],
    ['looked at your data on 20 November 2026 at 10am', { occurred_end: '2026-11-20T10:02:00Z' }],
  ])('reads: %s', async (words, remarkable) => {
    const id = await reported(grace, remarkable)
    const { heading } = await grace.browser.get(`/access/${id}`)
    expect(heading).toContain(`Driver and Vehicle Licensing Agency ${words}`)
  })

  test('with a clock ahead of ours, or over some time, says so', async () => {
    const ahead = await reported(grace, { occurred_start: '2026-11-20T10:08:00Z' })
    expect(rows(await grace.browser.get(`/access/${ahead}`))['When']).toContain('was ahead of ours. It reached us on')
    const long = await reported(grace, { occurred_end: '2026-11-20T10:02:00Z' })
    expect(rows(await grace.browser.get(`/access/${long}`))['When']).toContain('10am to 20 November 2026 at 10:02am')
  })

  test('is shown as text, whatever a body writes', async () => {
    const id = await reported(grace, { actor: { kind: 'officer', role: '<script>alert(1)</script>' } })
    const entry = await grace.browser.get(`/access/${id}`)
    expect(entry.$('main script')).toHaveLength(0)
    expect(rows(entry)['Done by']).toContain('<script>alert(1)</script>')
  })
})

describe('in Welsh', () => {
  test('every word is Welsh, and what a body wrote in English only is marked as English', async () => {
    const id = await reported(grace, { activity_id: activity(2) })
    const list = await grace.browser.get('/access?lang=cy')
    expect(list.heading).toBe('Pwy ddefnyddiodd eich data')
    expect(cards(list)[0]).toContain('Edrychodd Yr Asiantaeth Yrru ar eich data')
    const entry = await grace.browser.get(`/access/${id}`)
    expect(rows(entry)).toMatchObject({
      'Gwnaed gan': 'Aelod o staff (caseworker)',
      'Math o ddata': 'Enw, trwydded yrru',
    })
    expect(entry.$('[lang="en"]:contains("Something quite new")')).toHaveLength(1)
    const wrong = await grace.browser.get('/access?body=mi5')
    expect(wrong.$('.govuk-error-message').text().replace(/\s+/g, ' ').trim()).toBe('Gwall: Dewiswch gorff o’r rhestr')
    await grace.browser.get('/access?lang=en')
  })
})

describe('a long list', () => {
  let llyr: Reader
  beforeAll(async () => {
    llyr = await signedIn(house, 'llyr')
    const disclosures = Array.from({ length: 45 }, (_, index) =>
      aDisclosure({
        subjectRef: llyr.subject,
        registeredAt: later(AT, index * 24 * 60 * MINUTE),
        activityId: activity(),
        agencyId: index < 5 ? 'hmrc' : 'dvla',
      }),
    )
    await disclose(house.database, ...disclosures)
  })

  test('is read on and back, page by page', async () => {
    const first = await llyr.browser.get('/access')
    const second = await llyr.browser.follow('Older')
    const third = await llyr.browser.follow('Older')
    expect([first, second, third].map((page) => cards(page).length)).toEqual([20, 20, 5])
    expect(third.$('.govuk-pagination__next')).toHaveLength(0)
    expect(cards(await llyr.browser.follow('Newer'))).toEqual(cards(second))
    expect(cards(await llyr.browser.follow('Newer'))).toEqual(cards(first))
    expect(llyr.browser.page.$('.govuk-pagination__prev')).toHaveLength(0)
  })

  test('is filtered by body and by days, and pages and language keep the filter', async () => {
    const hmrc = await llyr.browser.get('/access?body=hmrc')
    expect(cards(hmrc)).toHaveLength(5)
    expect(hmrc.$('select[name=body] option[selected]').attr('value')).toBe('hmrc')
    const query = 'body=dvla&from-day=25&from-month=nov&from-year=2026&to-day=&to-month=&to-year='
    const dvla = await llyr.browser.get(`/access?${query}`)
    expect(cards(dvla)).toHaveLength(20)
    const older = await llyr.browser.follow('Older')
    expect([...cards(dvla), ...cards(older)]).toHaveLength(40)
    expect(older.url.searchParams.get('from-month')).toBe('nov')
    expect(older.$('input[name=from-day]').attr('value')).toBe('25')
    const welsh = await llyr.browser.follow('Cymraeg')
    expect(cards(welsh)).toHaveLength(20)
    await llyr.browser.follow('English')
    const day = await llyr.browser.get(
      '/access?from-day=1&from-month=12&from-year=2026&to-day=3&to-month=12&to-year=2026',
    )
    expect(cards(day)).toHaveLength(3)
    const none = await llyr.browser.get('/access?to-day=1&to-month=1&to-year=2020')
    expect(none.text).toContain('Nothing in this list matches what you chose')
  })

  test.each<[string, string, string[]]>([
    ['a day that is none', 'from-day=31&from-month=2&from-year=2026', ['The date to start from must be a real date']],
    ['a day before there were any', 'to-day=1&to-month=1&to-year=0000', ['The date to end at must be a real date']],
    ['part of a day', 'to-day=3&to-month=2&to-year=', ['The date to end at must include a year']],
    ['less of a day', 'from-year=2026', ['The date to start from must include a day and a month']],
    ['nobody’s body', 'body=mi5', ['Select a body from the list']],
    [
      'an end before the start',
      'from-day=2&from-month=2&from-year=2026&to-day=1&to-month=2&to-year=2026',
      ['The date to end at must be the same as or after the date to start from'],
    ],
    [
      'all of it at once',
      'body=mi5&from-day=x&from-month=2&from-year=2026&to-month=2',
      [
        'Select a body from the list',
        'The date to start from must be a real date',
        'The date to end at must include a day and a year',
      ],
    ],
  ])('with %s in its filter says what is wrong beside what was typed', async (_what, query, errors) => {
    const page = await llyr.browser.get(`/access?${query}`)
    expect(page.status).toBe(400)
    expect(page.errors).toEqual(errors)
    expect(cards(page)).toEqual([])
    for (const [name, value] of new URLSearchParams(query)) {
      if (name !== 'body') expect(page.$(`input[name=${name}]`).attr('value') ?? '').toBe(value)
    }
  })

  test('with a broken or doubled cursor says that the page is not there', async () => {
    const { url } = await llyr.browser.get('/access').then(() => llyr.browser.follow('Older'))
    const older = url.searchParams.get('older') ?? ''
    for (const query of ['older=x', `older=${older}x`, `newer=${older.slice(1)}`, `older=${older}&newer=${older}`]) {
      expect((await llyr.browser.get(`/access?${query}`)).status).toBe(410)
    }
  })

  test('takes any query without falling over', async () => {
    for (const query of [
      'body=a&body=b',
      'from-day=%00&from-day=1',
      'body[]=x',
      'older=&newer=',
      `body=${'x'.repeat(500)}`,
    ]) {
      expect((await llyr.browser.get(`/access?${query}`)).status).toBeLessThan(500)
    }
  })
})

describe('of many uses', () => {
  let kofi: Reader
  let reference: string
  beforeAll(async () => {
    const { database, config } = house
    kofi = await signedIn(house, 'kofi')
    await database.owner('reports').where({ account_id: kofi.accountId }).delete()
    const reportId = await aReport(database, config.vault, kofi, { submittedAt: AT })
    const row = await database.owner('reports').where({ id: reportId }).first<{ reference: string }>('reference')
    reference = row.reference
    const told = { subjectRef: kofi.subject, activityId: activity(), reportId, traceId: 'c'.repeat(32) }
    await disclose(database, aDisclosure({ ...told, registeredAt: later(AT, -MINUTE) }))
    for (let look = 0; look < 25; look += 1) await reported(kofi, { data_categories: ['health'] })
    await reported(kofi, { access_type: 'receive', counterparty: { id: 'tell-us-once' }, trace_id: 'c'.repeat(32) })
  })
  const summaries = ({ $ }: Page) =>
    $('.app-group > summary')
      .toArray()
      .map((summary) => $(summary).text().replace(/\s+/g, ' ').trim())

  test('a day and a body are one line with how often, however many of them stand on the page', async () => {
    const first = await kofi.browser.get('/access')
    const dvla = 'Driver and Vehicle Licensing Agency: 27 times'
    expect(summaries(first)).toEqual([dvla])
    expect(first.text).toContain('20 of 27 are on this page.')
    const second = await kofi.browser.follow('Older')
    expect(summaries(second)[0]).toBe(dvla)
    expect(second.text).toMatch(/\d of 27 are on this page/)
  })

  test.each([
    ['purpose=agreements%2Fdvla-driving-licence&category=health', 20],
    ['type=receive', 1],
    ['basis=e&type=disclose', 1],
    ['basis=a', 0],
    ['purpose=agreements%2Fhmrc-address', 400],
    ['category=nonsense', 400],
  ])('a filter leaves what it says: %s', async (query, expected) => {
    const page = await kofi.browser.get(`/access?${query}`)
    if (expected === 400) expect(page.status).toBe(400)
    else expect(cards(page)).toHaveLength(expected)
  })

  test('of one report are only its own, and the address of no filter names it', async () => {
    const page = await kofi.browser.get(`/access/reports/${reference}`)
    expect(page.heading).toContain('after you told us: Change of address')
    expect(cards(page)).toHaveLength(1)
    expect(hrefs(page).filter((href) => href?.includes('?') && href.includes(reference))).toEqual([])
    expect((await amira.browser.get(`/access/reports/${reference}`)).status).toBe(404)
    expect((await amira.browser.get('/access/reports/nothing')).status).toBe(404)
  })

  test('both sides of an exchange lead to each other', async () => {
    await kofi.browser.get('/access?type=receive')
    const got = await kofi.browser.follow(/^More details/)
    expect(rows(got)['The other side']).toContain('We recorded our side of this too')
    const gave = await kofi.browser.follow(/See that record/)
    expect(gave.heading).toContain('We are telling')
    expect(rows(gave)['The other side']).toContain('reported its side of this too')
  })

  test('what is searched for is found, stands in no address, and leads on page by page', async () => {
    await kofi.browser.get('/access/search')
    const found = await kofi.browser.submit({ words: 'Iechyd driv' })
    expect(cards(found)).toHaveLength(20)
    expect(found.url.search).toBe('')
    expect(hrefs(found).filter((href) => href?.includes('iechyd'))).toEqual([])
    const older = found.$('input[name=older]').attr('value') ?? ''
    expect(cards(await kofi.browser.post('/access/search', { words: 'Iechyd driv', older }))).toHaveLength(5)
    await kofi.browser.get('/access/search')
    expect((await kofi.browser.submit({ words: 'council' })).text).toContain('Nothing in your list fits')
    await kofi.browser.get('/access/search')
    expect((await kofi.browser.submit({ words: ' ' })).errors).toEqual(['Enter a word to look for'])
  })

  test('the whole list is exported, as a spreadsheet and for programs, and a filter goes for both', async () => {
    const sheet = (await kofi.browser.get('/access/export.csv')).body.trim().split('\r\n')
    expect(sheet).toHaveLength(28)
    expect(sheet[0]).toContain('"Body"')
    const { records } = JSON.parse((await kofi.browser.get('/access/export.json?type=receive')).body) as {
      records: { access_type: string; counterparty: { id: string }; legal_basis: string }[]
    }
    expect(records).toEqual([expect.objectContaining({ access_type: 'receive', legal_basis: '6(1)(e)' })])
    expect((await kofi.browser.get('/access/export.csv?body=mi5')).status).toBe(400)
  })

  test('a correction and the record it corrects lead to each other, and what goes beyond an agreement says so', async () => {
    const { owner } = house.database
    const earlier = await reported(kofi)
    const later = uuidv7()
    await owner.raw(
      `insert into access_records select (jsonb_populate_record(r, jsonb_build_object('record_id', ?::text, 'void', true,
         'supersedes', ?::text, 'drift', array['ended']))).* from access_records r where record_id = ?`,
      [later, earlier, earlier],
    )
    const old = await kofi.browser.get(`/access/${earlier}/dvla`)
    expect(rows(old)['Corrected']).toContain('The body has taken this record back since')
    const newer = await kofi.browser.follow('See the newer record')
    expect(newer.url.pathname).toBe(`/access/${later}/dvla`)
    expect(rows(newer)['Takes back']).toBe('See the earlier record')
    expect(rows(newer)['Outside the agreement']).toContain('The agreement had ended')
  })

  test('a year at a glance counts what we told and what bodies did', async () => {
    const page = await kofi.browser.get('/access/year')
    const november = page
      .$('.app-chart__table tr:contains("November 2026") td')
      .toArray()
      .map((cell) => page.$(cell).text())
    expect(november).toEqual(['1', '28'])
    expect(page.$('.app-chart__drawing')).toHaveLength(1)
  })
})

describe('a sealed record', () => {
  test('changes nothing that its citizen can see: no list, count, search, cursor, export or page', async () => {
    const { owner } = house.database
    const known = await reported(grace)
    const sealed = uuidv7()
    const seen = async () => {
      const pages: string[] = []
      for (const path of ['/access', '/access?body=dvla', '/access?type=consult', '/access/year', '/access/search'])
        pages.push((await grace.browser.get(path)).text)
      pages.push((await grace.browser.post('/access/search', { words: 'police' })).text)
      for (const path of [`/access/${known}/dvla`, '/notifications', '/access/coverage'])
        pages.push((await grace.browser.get(path)).text)
      for (const path of ['/access/export.csv', '/access/export.json'])
        pages.push((await grace.browser.get(path)).body.replace(/"as_of":"[^"]*"/, ''))
      return pages
    }
    const before = await seen()
    await owner.raw(
      `insert into sealed_access_records
       select (jsonb_populate_record(null::sealed_access_records, to_jsonb(r) || jsonb_build_object('record_id', ?::text,
         'controller_id', 'police', 'body_id', 'police', 'visibility', 'sealed', 'release_not_before', '2030-01-01'))).*
       from access_records r where record_id = ?`,
      [sealed, known],
    )
    expect(await owner('sealed_access_records').where({ record_id: sealed })).toHaveLength(1)
    expect(await seen()).toEqual(before)
    for (const path of [`/access/${sealed}`, `/access/${sealed}/police`, `/access/${sealed}/receipt`]) {
      const [kept, nobody] = [await grace.browser.get(path), await grace.browser.get(path.replace(sealed, uuidv7()))]
      expect([kept.status, kept.text]).toEqual([404, nobody.text])
    }
  })
})

describe('another citizen’s record', () => {
  test('is in no export, search or year of anybody else', async () => {
    const { traceId } = aDisclosure({ subjectRef: grace.subject })
    await reported(grace, { trace_id: traceId, controller: { id: 'dvla', unit: 'Only of Grace' } })
    for (const path of ['/access/export.csv', '/access/export.json', '/access', '/access/year'])
      expect((await amira.browser.get(path)).body).not.toMatch(new RegExp(`${traceId}|Only of Grace`))
    await amira.browser.get('/access/search')
    expect((await amira.browser.submit({ words: 'driv' })).body).not.toContain('Only of Grace')
    expect((await grace.browser.get('/access/export.csv')).body).toContain(traceId)
  })

  test('is not found, is in no list, and no filter leads to it', async () => {
    const id = await reported(grace)
    for (const path of [`/access/${id}`, `/access/${id}/dvla`]) {
      expect((await amira.browser.get(path)).status).toBe(404)
    }
    for (const page of [await amira.browser.get('/access'), await amira.browser.get('/access?body=dvla')]) {
      expect(hrefs(page).join()).not.toContain(id)
    }
    expect((await grace.browser.get(`/access/${id}`)).status).toBe(200)
  })

  test.each(['nothing', uuidv7(), `${uuidv7()}x`, '%00'])('like %s, which is nobody’s', async (id) => {
    expect((await amira.browser.get(`/access/${id}`)).status).toBe(404)
  })

  test('and their report is not linked, even from a record of one’s own', async () => {
    const { database, config } = house
    const hers = await aReport(database, config.vault, grace)
    const disclosure = aDisclosure({ subjectRef: amira.subject, activityId: activity(), reportId: hers })
    await disclose(database, disclosure)
    expect(rows(await amira.browser.get(`/access/${disclosure.recordId}`))['Because you told us']).toBeUndefined()
  })
})
