import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/deliveries/outcome.ts'
import { DAY, HOUR, later, MINUTE } from '../../src/shared/clock.ts'
import { formatDate, formatDateTime, ukToday } from '../../src/shared/dates.ts'
import { newReference } from '../../src/shared/references.ts'
import { eraseDataKey } from '../../src/vault/data-key-store.ts'
import { aDisclosure, disclose, signedIn, type Citizen } from '../support/access-log.ts'
import { anAgency, anAgreement } from '../support/agency.ts'
import type { Client, Page } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { aDelivery, anAnswer, fannedOut, type DeliveryDetails } from '../support/progress.ts'
import { aReport, type ReportDetails } from '../support/reports.ts'

type Reader = Citizen & { browser: Client }

let house: House
let amira: Reader
let grace: Reader
let reportedAt: Date

beforeAll(async () => {
  house = await startHouse()
  const { database } = house
  const contact = { phone: '0300 790 6801', url: 'https://dvla.example/contact' }
  await anAgency(database, { id: 'dvla', name: { en: 'Driver and Vehicle Licensing Agency' }, contact })
  await anAgreement(database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
  await anAgreement(database, {
    ...{ id: 'dvla-vehicle-log-book', agencyId: 'dvla' },
    purpose: { en: 'Keep your log book right', cy: 'Cadw eich llyfr cofnodion yn gywir' },
  })
  await anAgency(database, { id: 'hmrc', name: { en: 'HM Revenue and Customs', cy: 'Cyllid a Thollau EF' } })
  await anAgreement(database, { id: 'hmrc-address', agencyId: 'hmrc', minimumAge: 18 })
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
})
afterAll(() => house.close())
beforeEach(() => {
  reportedAt = later(house.clock(), -HOUR)
})

interface Told {
  reference: string
  reportId: string
  jti: string
}

/** A report of Amira's that was fanned out, with one delivery. */
async function toldOf(remarkable: Partial<DeliveryDetails> = {}, report: Partial<ReportDetails> = {}): Promise<Told> {
  const { database } = house
  const { reference, reportId } = await reportOf(amira, report)
  await fannedOut(database, reportId, reportedAt)
  return {
    reference,
    reportId,
    jti: await aDelivery(database, amira, { reportId, createdAt: reportedAt, ...remarkable }),
  }
}

interface Stream {
  status: 'enabled' | 'paused'
  agencyStatus?: 'suspended'
  proved?: false
  closed?: true
}

async function aStream({ status, agencyStatus, proved, closed }: Stream): Promise<string> {
  const { database, clock } = house
  await anAgency(database, { id: 'held', contact: { phone: '0300 000 0000' } })
  await database
    .owner('agencies')
    .where({ id: 'held' })
    .update({ status: agencyStatus ?? 'active' })
  const id = uuidv7()
  const address = { method: 'push', endpoint_url: 'https://held.example/' }
  await database.worker('subscriptions').insert({ id, agency_id: 'held', status, ...address, changed_at: clock() })
  if (proved !== false) await database.owner('subscriptions').where({ id }).update({ proved_at: clock() })
  const maintenance = { closed_from: clock(), closed_until: new Date('2099-01-01T12:00:00Z') }
  if (closed) await database.owner('subscriptions').where({ id }).update(maintenance)
  return id
}

async function reportOf(citizen: Citizen, remarkable: Partial<ReportDetails> = {}) {
  const { database, config } = house
  const reportId = await aReport(database, config.vault, citizen, { submittedAt: reportedAt, ...remarkable })
  const row = await database.owner('reports').where({ id: reportId }).first<{ reference: string }>('reference')
  return { reportId, reference: row.reference }
}

const answer = (told: Told, outcome: Outcome) =>
  anAnswer(house.database, house.config.vault, { jti: told.jti, at: later(reportedAt, 10 * MINUTE), ...outcome })

const see = (told: { reference: string }) => amira.browser.get(`/reports/${told.reference}`)

/** Text of each row of the first card, by its key. */
function card({ $ }: Page, index = 0): Record<string, string> {
  const rows = $('.govuk-summary-card').eq(index).find('.govuk-summary-list__row').toArray()
  const text = (row: (typeof rows)[number], part: string) => $(row).find(part).text().replace(/\s+/g, ' ').trim()
  return Object.fromEntries(rows.map((row) => [text(row, 'dt'), text(row, 'dd')]))
}

const titles = ({ $ }: Page) =>
  $('.govuk-summary-card__title')
    .toArray()
    .map((title) => $(title).text().trim())

describe('a report', () => {
  test('that nobody has worked on yet says so', async () => {
    const report = await reportOf(amira)
    const page = await see(report)
    expect(page.heading).toBe(`Change of address, reported on ${formatDate(ukToday(reportedAt), 'en')}`)
    expect(page.text).toContain(report.reference)
    expect(page.text).toContain('We are getting your report ready to send')
    await fannedOut(house.database, report.reportId, reportedAt)
    expect((await amira.browser.follow('Check for new answers')).text).toContain('None of the bodies that take part')
  })

  test.each<[string, Partial<DeliveryDetails>, RegExp]>([
    ['waits', {}, /^Waiting We have not told it yet/],
    [
      'is tried again',
      { attempts: 1, nextAttemptAt: new Date('2099-01-01T12:00:00Z') },
      /^Trying again .* 1 January 2099/,
    ],
    ['is tried again at once', { attempts: 2, nextAttemptAt: new Date(0) }, /We have tried 2 times. .* very soon/],
    [
      'was told',
      { state: 'acknowledged', attempts: 1 },
      /^Told We told it on .* not answered yet. It usually takes up to 10/,
    ],
    ['could not be told', { state: 'given-up' }, /^Not told We could not reach it.* You need to tell it yourself/],
    [
      'took it and never said so',
      { state: 'given-up', attempts: 1, lastFailure: 'not acknowledged' },
      /^Not confirmed It took our news, but never told us that it got it.* It may not know. Contact it/,
    ],
    ['may not be told', { state: 'not-allowed' }, /^Not told .* no longer allowed/],
    ['was left out', { state: 'withdrawn' }, /^Not told You decided on .* not to tell it/],
    ['is held', { state: 'held', attempts: 0 }, /^Held by you We will tell it when you say so/],
    [
      'is told later',
      { attempts: 0, nextAttemptAt: new Date('2099-01-01T12:00:00Z') },
      /^Told later .* 1 January 2099/,
    ],
  ])('whose body %s', async (_what, delivery, status) => {
    expect(card(await see(await toldOf(delivery)))['Status']).toMatch(status)
  })

  test('that was taken back before it was sent says so', async () => {
    const page = await see(await toldOf({ state: 'withdrawn' }, { state: 'withdrawn' }))
    expect(card(page)['Status']).toMatch(/^Not sent You took this back/)
    expect(page.text).toContain('You took this report back.')
  })

  describe('whose body is held back', () => {
    const next = /We keep your news for it, and .* If it needs to know soon, tell it yourself/
    const gone = { attempts: 1, lastFailure: 'gone 410' }
    test.each<[string, Stream, Partial<DeliveryDetails>, RegExp]>([
      [
        'because its receiver says it is gone',
        { status: 'paused' },
        gone,
        /^Cannot be told now Its system has stopped/,
      ],
      ['with what waited behind that', { status: 'paused' }, {}, /^On hold We are not sending it any news/],
      ['because we paused it', { status: 'paused' }, { attempts: 1, lastFailure: 'failed 500' }, /^On hold/],
      ['because its system is not ready', { status: 'enabled', proved: false }, {}, /^Not ready yet Its computer/],
      ['because it is suspended', { status: 'enabled', agencyStatus: 'suspended' }, { attempts: 3 }, /^On hold/],
    ])('%s says so, and nothing of trying', async (_what, stream, delivery, status) => {
      const subscriptionId = await aStream(stream)
      const page = await see(await toldOf({ ...delivery, subscriptionId, agencyId: 'held' }))
      expect(card(page)['Status']).toMatch(status)
      expect(card(page)['Status']).toMatch(next)
      expect(card(page)['How to contact it']).toContain('0300 000 0000')
      expect(card(page)['What we will send']).toBeDefined()
      expect(page.text).not.toMatch(/next in line|try again|Trying again/i)
      expect((await amira.browser.get('/reports')).text).toContain('0 of 1 has answered')
    })

    test('says so in Welsh', async () => {
      const subscriptionId = await aStream({ status: 'paused' })
      await amira.browser.get('/reports?lang=cy')
      const page = await see(await toldOf({ ...gone, subscriptionId, agencyId: 'held' }))
      await amira.browser.get('/reports?lang=en')
      expect(card(page)['Statws']).toMatch(/^Methu dweud nawr .* yn cadw eich newyddion/)
    })

    test('because its system is closed for maintenance says until when, in both languages', async () => {
      const subscriptionId = await aStream({ status: 'enabled', closed: true })
      const told = await toldOf({ subscriptionId, agencyId: 'held' })
      const page = await see(told)
      expect(card(page)['Status']).toMatch(
        /^Closed for now .* waits until 1 January 2099 at 12pm. Then we will tell it/,
      )
      expect(card(page)['What we will send']).toBeDefined()
      await amira.browser.get('/reports?lang=cy')
      expect(card(await see(told))['Statws']).toMatch(/^Ar gau am y tro .* yn aros tan 1 Ionawr 2099 am 12yh/)
      await amira.browser.get('/reports?lang=en')
    })

    test('is tried again once its stream is open', async () => {
      const subscriptionId = await aStream({ status: 'paused' })
      const told = await toldOf({ ...gone, subscriptionId, agencyId: 'held' })
      await house.database.owner('subscriptions').where({ id: subscriptionId }).update({ status: 'enabled' })
      expect(card(await see(told))['Status']).toMatch(/^Trying again/)
    })
  })

  test.each<[string, Outcome, RegExp]>([
    ['has got it', { status: 'received' }, /^Received/],
    ['works on it', { status: 'in_progress' }, /^In progress/],
    ['is done', { status: 'done', effective_date: '2026-12-01' }, /^Done .* This counts from 1 December 2026/],
    ['has no record', { status: 'no_record' }, /^No record found .* contact it/],
    ['refuses', { status: 'refused', reason: 'You live abroad' }, /^Refused/],
    [
      'needs something in time',
      { status: 'needs_information', due_by: '2099-12-01' },
      /^Action needed .* by 1 December 2099/,
    ],
    ['needed something', { status: 'needs_information', due_by: '2020-12-01' }, /You had until 1 December 2020/],
  ])('whose body %s', async (_what, outcome, status) => {
    const told = await toldOf({ state: 'acknowledged' })
    await answer(told, { ...outcome, message: { en: 'Our own words.', cy: 'Ein geiriau ni.' } })
    const page = await see(told)
    expect(card(page)['Status']).toMatch(status)
    expect(card(page)['What it said']).toBe('Our own words.')
    expect(card(page)['Reason it gave']).toBe(outcome.reason)
  })

  test('that takes longer than usual says so', async () => {
    const told = await toldOf({ state: 'acknowledged', createdAt: later(reportedAt, -12 * DAY) })
    expect(card(await see(told))['Status']).toContain('This is taking longer than the 10 days it usually takes')
  })

  test('tells what happened, with its times, and how to reach a body that leaves something to do', async () => {
    const told = await toldOf({ state: 'acknowledged' })
    await answer(told, { status: 'in_progress' })
    await anAnswer(house.database, house.config.vault, {
      ...{ jti: told.jti, at: later(reportedAt, 20 * MINUTE), status: 'no_record' },
    })
    const { 'What has happened': happened, 'How to contact it': contact } = card(await see(told))
    const at = (minutes: number) => formatDateTime(later(reportedAt, minutes * MINUTE), 'en')
    expect(happened).toBe(
      `${at(0)}: you told us ${at(0)}: we told it ${at(10)}: it began work ${at(20)}: it said that it could not find you`,
    )
    expect(contact).toContain('Phone: 0300 790 6801')
    expect(amira.browser.page.$('a[href="https://dvla.example/contact"]')).toHaveLength(1)
  })

  test('shows what will be sent, then what was, and leads to the agreement and to the access log', async () => {
    const accessRecordId = uuidv7()
    const told = await toldOf({ accessRecordId })
    const before = card(await see(told))
    expect(before['What we will send']).toBe('Name, address, dates of the change and date of birth')
    expect(before['Who used your data']).toBeUndefined()
    const { database, baseUrl } = house
    const activityId = `${baseUrl}/agreements/dvla-driving-licence/versions/1`
    const ids = { recordId: accessRecordId, subjectRef: amira.subject, reportId: told.reportId, activityId }
    await disclose(database, aDisclosure({ ...ids, dataCategories: ['name', 'address'] }))
    await database
      .worker('deliveries')
      .where({ id: told.jti })
      .update({ state: 'acknowledged', settled_at: reportedAt })
    const page = await see(told)
    expect(card(page)['What we sent']).toBe('Name and address')
    expect(page.$('a[href="/agreements/dvla-driving-licence"]')).toHaveLength(1)
    const entry = await amira.browser.follow(/^See this in your list/)
    expect(entry.url.pathname).toBe(`/access/${accessRecordId}`)
    expect((await amira.browser.follow(/^Change of address, reported on/)).url.pathname).toBe(
      `/reports/${told.reference}`,
    )
  })

  test('to several bodies counts who has answered, and puts first what the citizen must do', async () => {
    const { database } = house
    const told = await toldOf({ state: 'acknowledged', agreementId: 'dvla-driving-licence' })
    const log = { agreementId: 'dvla-vehicle-log-book', state: 'acknowledged' } as const
    const jti = await aDelivery(database, amira, { reportId: told.reportId, createdAt: reportedAt, ...log })
    const hmrc = { agencyId: 'hmrc', agreementId: 'hmrc-address' }
    await aDelivery(database, amira, { reportId: told.reportId, createdAt: reportedAt, ...hmrc })
    await answer(told, { status: 'done' })
    await answer({ ...told, jti }, { status: 'needs_information', due_by: '2099-01-01' })
    const page = await see(told)
    expect(titles(page)).toEqual([
      'Driver and Vehicle Licensing Agency: Keep the dvla-driving-licence files right',
      'Driver and Vehicle Licensing Agency: Keep your log book right',
      'HM Revenue and Customs',
    ])
    expect(page.text).toContain('2 of 3 have answered. 1 needs something from you.')
    const [link] = page.$('.govuk-inset-text a').toArray()
    expect(page.$(link?.attribs['href'] ?? '').text()).toContain('Action needed')
    const list = await amira.browser.get('/reports')
    expect(list.$(`a[href="/reports/${told.reference}"]`).closest('.govuk-summary-card').text()).toContain(
      '2 of 3 have',
    )
  })

  test('says who was not told, and why, even after their agreement ended', async () => {
    const { database } = house
    const withheld = { 'dvla-vehicle-log-book': 'chosen', 'hmrc-address': 'age' } as const
    await database.owner('agreements').where({ id: 'hmrc-address' }).update({ state: 'ended' })
    const page = await see(await toldOf({}, { withheld }))
    await database.owner('agreements').where({ id: 'hmrc-address' }).update({ state: 'live' })
    expect(page.text).toContain('Driver and Vehicle Licensing Agency You chose not to tell it.')
    expect(page.text).toContain('HM Revenue and Customs It only deals with people aged 18 or over.')
  })

  test('in Welsh has Welsh words, and marks what a body said in English only', async () => {
    const told = await toldOf({ state: 'acknowledged' })
    await answer(told, { status: 'refused', message: { en: 'Only English.' }, reason: 'Too far away' })
    await amira.browser.get('/reports?lang=cy')
    const page = await see(told)
    expect(page.heading).toMatch(/, adroddwyd ar /)
    expect(card(page)['Statws']).toContain('Gwrthodwyd')
    expect(page.$('[lang="en"]:contains("Only English.")')).toHaveLength(1)
    expect(page.$('[lang="en"]:contains("Too far away")')).toHaveLength(1)
    await answer(told, { status: 'refused', reason: { en: 'Too near', cy: 'Rhy agos' } })
    const again = await see(told)
    expect(again.text).toContain('Rhy agos')
    expect(again.text).not.toContain('Too near')
    await amira.browser.get('/reports?lang=en')
  })

  test('still shows how far it got once what it said is erased', async () => {
    const told = await toldOf({ state: 'acknowledged' })
    await answer(told, { status: 'done', message: { en: 'Amira, it is done.' } })
    const { data_key_id } = await house.database
      .owner('reports')
      .where({ id: told.reportId })
      .first<{ data_key_id: string }>('data_key_id')
    await eraseDataKey(house.database.worker, data_key_id)
    const page = await see(told)
    expect(card(page)['Status']).toMatch(/^Done/)
    expect(page.text).not.toContain('Amira, it is done.')
  })

  test('shows as text whatever a body writes', async () => {
    const told = await toldOf({ state: 'acknowledged' })
    await answer(told, { status: 'done', message: { en: '<b>bold</b>{{ 7 * 7 }}' } })
    expect(card(await see(told))['What it said']).toBe('<b>bold</b>{{ 7 * 7 }}')
  })
})

describe('a reference', () => {
  test('of another citizen is not found, and stands in nobody else’s list', async () => {
    const hers = await reportOf(grace)
    expect((await see(hers)).status).toBe(404)
    expect((await amira.browser.get('/reports')).text).not.toContain(hers.reference)
    expect((await grace.browser.get(`/reports/${hers.reference}`)).status).toBe(200)
  })

  test.each([newReference(), 'nothing', '%00', 'AAAA-AAAA'])(
    'like %s, which is nobody’s, is not found',
    async (one) => {
      expect((await see({ reference: one })).status).toBe(404)
    },
  )

  test('typed by hand in small letters without dashes is found', async () => {
    const { reference } = await toldOf()
    expect((await see({ reference: reference.toLowerCase().replaceAll('-', '') })).status).toBe(200)
  })

  test('asked for without a sign-in leads there, and back', async () => {
    const { reference } = await reportOf(grace)
    const browser = house.browser()
    await browser.get(`/reports/${reference}`)
    const page = await browser.submit({ persona: 'grace' })
    expect(page.url.pathname).toBe(`/reports/${reference}`)
  })
})

describe('the list of reports', () => {
  test('is empty at first, with the way to begin', async () => {
    const llyr = await signedIn(house, 'llyr')
    const page = await llyr.browser.get('/reports')
    expect(page.text).toContain('You have not told us about a change yet')
    expect(page.$('a[href="/report"]').length).toBeGreaterThan(0)
  })

  test('is read on in pages, newest first, and comes back to the newest', async () => {
    const margaret = await signedIn(house, 'margaret')
    const references: string[] = []
    for (let index = 0; index < 25; index++) {
      const { reference } = await reportOf(margaret, { submittedAt: later(reportedAt, Math.floor(index / 2) * MINUTE) })
      references.push(reference)
    }
    const shown = ({ $ }: Page) =>
      $('.govuk-summary-card__actions a')
        .toArray()
        .map((link) => link.attribs['href']?.replace('/reports/', ''))
    const first = await margaret.browser.get('/reports')
    const second = await margaret.browser.follow('Older reports')
    expect([shown(first).length, shown(second).length]).toEqual([20, 5])
    expect(new Set([...shown(first), ...shown(second)])).toEqual(new Set(references))
    expect(references.slice(-1)).toEqual(shown(first).slice(0, 1))
    expect(shown(await margaret.browser.follow('Back to the newest'))).toEqual(shown(first))
    expect((await margaret.browser.get('/reports?older=x')).status).toBe(410)
  })

  test('offers to go on with what was begun', async () => {
    const kofi = await signedIn(house, 'kofi')
    await kofi.browser.get('/report/change-of-address')
    const [year = '', month = '', day = ''] = ukToday(reportedAt).split('-')
    await kofi.browser.submit({ 'when-day': day, 'when-month': month, 'when-year': year })
    const page = await kofi.browser.get('/reports')
    expect(page.text).toContain('Reports you have not sent')
    await kofi.browser.follow('Continue: Change of address')
    expect(kofi.browser.page.url.pathname).toMatch(/^\/report\/change-of-address\/./)
  })
})
