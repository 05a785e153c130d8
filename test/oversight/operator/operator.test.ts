import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAgency, findAgencyClient } from '../../../src/agencies/agency-store.ts'
import { signedIn } from '../../support/access-log.ts'
import { accessToken } from '../../support/agency.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { aDelivery } from '../../support/progress.ts'
import { aRecipient } from '../../support/receiver.ts'
import { aReport } from '../../support/reports.ts'

let house: House
let operator: Client
let stream: string
beforeAll(async () => {
  house = await startHouse()
  const { database, config } = house
  operator = await house.staff('operator-one')
  stream = await aRecipient(database, config.vault, 'leeds', 'https://leeds.example/events')
  const citizen = await signedIn(house, 'amira')
  const reportId = await aReport(database, config.vault, citizen)
  for (const state of ['given-up', 'due'] as const) {
    await aDelivery(house.database, citizen, {
      ...{ reportId, agencyId: 'leeds', agreementId: `leeds-${state}`, subscriptionId: stream, state },
      createdAt: new Date(),
    })
  }
  await database.owner('cases').insert({
    id: crypto.randomUUID(),
    kind: 'wrong-report',
    report_id: reportId,
    account_id: citizen.accountId,
    opened_at: new Date(),
  })
})
afterAll(() => house.close())

const actions = () => house.database.owner('staff_actions').orderBy('at').pluck<string[]>('action')

describe('an operator', () => {
  test('sees how every stream does, and nothing of anybody', async () => {
    const page = await operator.get('/operator/streams')
    expect(page.text).toContain('We push to leeds.example')
    expect(page.text).toContain('Given up 1')
    expect(page.text).not.toContain('Amira')
  })

  test('sees as charts how deliveries go, with their numbers, and those of one body', async () => {
    const at = new Date(Date.now() - 10 * 60_000)
    const sample = {
      at,
      agency_id: 'leeds',
      due: 7,
      oldest_due: 150,
      in_flight: 3,
      failed: 2,
      within_second: 5,
      later: 1,
    }
    await house.database.owner('delivery_samples').insert(sample)
    const page = await operator.get('/operator/health')
    const rows = () =>
      operator.page
        .$('main table')
        .toArray()
        .map((table) => operator.page.$(table).find('tr').text())
    expect(
      page
        .$('main svg[role=img] > title')
        .toArray()
        .map((title) => page.$(title).text()),
    ).toEqual([
      'The most that was due at once',
      'How late the oldest was, in minutes',
      'What came of attempts',
      'How long it took to arrive',
      'The most on their way at once',
    ])
    expect(page.$('main').html()).not.toMatch(/style=/)
    expect(page.$('.app-chart table').eq(2).text().replace(/\s+/g, ' ')).toMatch(/(am|pm) 62 /)
    expect(rows().at(-1)?.replace(/\s+/g, ' ')).toContain('leeds office 6 2 7 3')
    await operator.get('/operator/health?period=fortnight')
    await operator.follow(/leeds office/)
    expect(operator.page.text).toContain('You are looking at: Last 14 days')
    expect((await operator.get('/operator/health/nobody')).status).toBe(404)
  })

  test('has what was given up sent again, with a reason on record', async () => {
    await operator.get('/operator/dead-letters')
    await operator.follow(/leeds/)
    expect((await operator.submit({ act: '', reason: '' })).errors).toEqual(['Choose what to do', 'Enter a reason'])
    await operator.submit({ act: 'discard', reason: 'The body asked for it' })
    expect(operator.page.text).toContain('Success 1 discarded for the body.')
    expect(operator.page.text).toContain('Nothing was given up')
    expect((await operator.get('/operator/dead-letters')).text, 'once').not.toContain('Success')
    expect(await actions()).toEqual(['dead-letter-discarded'])
  })

  test('pauses one stream, has its receiver start again, and lets it go on, with reasons', async () => {
    await operator.get('/operator/streams')
    await operator.follow(/leeds\.example/)
    expect((await operator.submit({ act: '', reason: 'x'.repeat(256) })).errors).toEqual([
      'Choose what to do',
      'Use fewer than 256 characters',
    ])
    await operator.submit({ act: 'pause', reason: 'It floods its own firewall' })
    expect(operator.page.text).toContain('Success The stream is paused.')
    expect(operator.page.text).toContain('It floods its own firewall')
    await operator.submit({ act: 'resync', reason: 'It lost a disk' })
    await operator.submit({ act: 'resume', reason: 'It is mended' })
    const told = house.database.owner('stream_events').where({ subscription_id: stream }).orderBy('created_at')
    expect(await told.select('kind', 'content')).toEqual([
      { kind: 'stream-updated', content: { status: 'paused', reason: 'It floods its own firewall' } },
      { kind: 'resync', content: { feed: `${house.baseUrl}/api/events`, reason: 'It lost a disk' } },
      { kind: 'stream-updated', content: { status: 'enabled' } },
    ])
    expect((await actions()).slice(1)).toEqual(['stream-paused', 'resync-asked', 'stream-resumed'])
    const { owner } = house.database
    expect(await owner('subscriptions').where({ id: stream }).select('status', 'reason')).toEqual([
      { status: 'enabled', reason: null },
    ])
  })

  test('pauses a body and lets it go on, with reasons', async () => {
    await operator.get('/operator')
    await operator.follow(/leeds office/)
    await operator.submit({ act: 'pause', reason: 'It asked us to' })
    expect(operator.page.text).toContain('Paused by an operator')
    expect(await findAgency(house.database.web, 'leeds')).toMatchObject({ active: false })
    await operator.submit({ act: 'resume', reason: 'It is ready again' })
    expect(await findAgency(house.database.web, 'leeds')).toMatchObject({ active: true })
    expect((await operator.get('/operator/agencies/leeds')).text).toContain('It asked us to')
  })

  test('approves a body that waits', async () => {
    await house.database.owner('agencies').where({ id: 'leeds' }).update({ state: 'pending' })
    await operator.get('/operator/agencies/leeds')
    await operator.submit({ act: 'approve', reason: 'All papers are in' })
    expect(await findAgency(house.database.web, 'leeds')).toMatchObject({ state: 'approved' })
  })

  test('off-boards a body: nothing of it works, its people are out, and its evidence stays', async () => {
    const admin = await house.staff('dvla-admin')
    expect((await admin.get('/agency')).status).toBe(200)
    await aRecipient(house.database, house.config.vault, 'dvla', 'https://dvla.example/events')
    await operator.get('/operator/agencies/dvla')
    await operator.submit({ act: 'off-board', reason: 'Its work went to another body' })
    expect(operator.page.text).toContain('Has left')
    expect(operator.page.$('main form').length).toBe(0)
    expect((await admin.get('/agency')).url.pathname).not.toBe('/agency')
    const client = await findAgencyClient(house.database.web, 'dvla')
    expect(client).toMatchObject({ active: false, scopes: [], tokensFrom: expect.any(Date) as Date })
    const { owner } = house.database
    expect(await owner('subscriptions').where({ agency_id: 'dvla' }).pluck('status')).toEqual(['disabled'])
    expect(await owner('agreements').where({ agency_id: 'dvla' }).pluck('state')).toEqual(['ended'])
    expect(await owner('agreement_versions').where({ agreement_id: 'dvla-address' })).toHaveLength(1)
    expect(await actions()).toContain('agency-off-boarded')
  })

  test('reads a case and closes it with a note', async () => {
    await operator.get('/operator/cases')
    await operator.follow(/says that it was wrong/)
    expect(operator.page.text).toContain('Reference of the report')
    expect((await operator.submit({ note: '' })).errors).toEqual(['Enter what you found'])
    await operator.submit({ note: 'It was a mistake, and was taken back' })
    expect(operator.page.text).toContain('No case is open')
  })

  test('has pages that nobody of an agency enters', async () => {
    const admin = await house.staff('hmrc-admin')
    for (const path of [
      '',
      '/agencies/leeds',
      '/streams',
      '/dead-letters',
      `/dead-letters/${stream}`,
      '/cases',
      `/streams/${stream}`,
    ]) {
      expect((await admin.get(`/operator${path}`)).status, path).toBe(403)
    }
  })

  test('finds bodies by name, whatever their cluster', async () => {
    await house.database.owner('agencies').where({ id: 'leeds' }).update({ cluster: 'crime-and-justice' })
    const page = await operator.get('/operator')
    const names = page
      .$('main li:has(.govuk-tag--green) a')
      .toArray()
      .map((link) => page.$(link).text())
    expect(names.length).toBeGreaterThan(1)
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en')))
  })
})

test('a body that was off-boarded gets no token', async () => {
  const { anAgency } = await import('../../support/agency.ts')
  const agency = await anAgency(house.database, { id: 'leaver' })
  const token = () => accessToken(house.baseUrl, house.baseUrl, agency, 'ssf.read')
  expect(await token()).toBeTypeOf('string')
  await operator.get('/operator/agencies/leaver')
  await operator.submit({ act: 'off-board', reason: 'It closed' })
  await expect(token()).rejects.toThrow('No token')
})
