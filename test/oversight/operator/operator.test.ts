import type { Knex } from 'knex'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAgency, findAgencyClient } from '../../../src/agencies/agency-store.ts'
import { signedIn, type Citizen } from '../../support/access-log.ts'
import { inContext } from '../../../src/shared/database.ts'
import { accessToken } from '../../support/agency.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { aDelivery } from '../../support/progress.ts'
import { aRecipient } from '../../support/receiver.ts'
import { aReport } from '../../support/reports.ts'

let house: House
let operator: Client
let stream: string
let citizen: Citizen & { browser: Client }
beforeAll(async () => {
  house = await startHouse()
  const { database, config } = house
  operator = await house.staff('operator-one')
  stream = await aRecipient(database, config.vault, 'leeds', 'https://leeds.example/events')
  citizen = await signedIn(house, 'amira')
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

  test('reads a case on record, with a reason that its person sees, and closes it with a note', async () => {
    const { reference } = await house.database.owner('reports').first<{ reference: string }>('reference')
    const looks = () => house.database.owner('access_records').where({ body_id: 'tell-us-once' })
    await operator.get('/operator/cases')
    await operator.follow(/says that it was wrong/)
    const path = operator.page.url.pathname
    expect(operator.page.body).not.toContain(reference)
    expect((await operator.submit({})).errors).toEqual(['Select why you need to open it', 'Enter your case reference'])
    expect(await looks()).toEqual([])
    await operator.submit({ reason: 'complaint', 'case-reference': 'TICKET-4711' })
    expect(operator.page.text).toContain(`Reference of the report ${reference}`)
    expect(operator.page.text).toContain('We have written down that you opened this case')

    expect(await looks()).toMatchObject([
      {
        controller_id: 'tell-us-once',
        access_type: 'consult',
        actor_kind: 'officer',
        name: 'look into a case: complaint',
      },
    ])
    const log = await citizen.browser.get('/access')
    expect(log.text).toContain('Tell us once: once')
    await citizen.browser.follow(/^More details.*Tell us once/)
    expect(citizen.browser.page.heading).toMatch(/^Tell us once looked at your data on /)
    expect(citizen.browser.page.text).toContain('Reason given To answer a complaint')
    expect(citizen.browser.page.text).toContain('A member of staff (runs this service)')
    expect(citizen.browser.page.body).not.toContain('TICKET-4711')
    await citizen.browser.follow('What this purpose covers')
    expect(citizen.browser.page.text).toContain('Look into a report that somebody took back or says is wrong')
    expect((await citizen.browser.get('/access/export.csv')).body).toContain('To answer a complaint')
    expect((await citizen.browser.get('/access?lang=cy')).text).toContain('I ateb cwyn')
    await citizen.browser.get('/access?lang=en')

    await operator.get(`${path}/closure`)
    expect((await operator.submit({ note: '' })).errors).toEqual(['Enter what you found'])
    expect(operator.page.body).not.toContain(reference)
    expect(await looks()).toHaveLength(1)
    await operator.submit({ note: 'It was a mistake, and was taken back' })
    expect(operator.page.text).toContain('No case is open')
  })

  test('leaves a record with each person of a case: who reported it, and whom it is about', async () => {
    const { owner } = house.database
    const grace = await signedIn(house, 'grace')
    const reportId = await aReport(house.database, house.config.vault, citizen)
    await owner('reports').where({ id: reportId }).update({ about_ref: grace.subject })
    const id = crypto.randomUUID()
    const about = { report_id: reportId, account_id: grace.accountId, kind: 'reported-about' }
    await owner('cases').insert({ id, ...about, opened_at: new Date() })
    await operator.get(`/operator/cases/${id}`)
    await operator.submit({ reason: 'put-right', 'case-reference': 'TICKET-4712' })
    const looks = owner('case_look_records as n').join('case_looks as l', 'l.id', 'n.look_id').where({ case_id: id })
    const refs = (await looks.pluck<Buffer[]>('subject_ref')).map((ref) => ref.toString('hex'))
    expect(refs.toSorted()).toEqual([citizen.subject, grace.subject].map((ref) => ref.toString('hex')).toSorted())
    for (const { browser } of [citizen, grace]) {
      await browser.get('/access/search')
      await browser.submit({ words: 'tell us once' })
      expect(browser.page.text).toContain('To put a report right')
    }
  })

  test('is shown nothing of a case past the pages either, unless each look is on record first', async () => {
    const { owner, web } = house.database
    const { id: caseId } = await owner('cases').first<{ id: string }>('id')
    const { id: staff } = await owner('staff_members').where({ role: 'operator' }).first<{ id: string }>('id')
    const begin = 'select * from look_into_case(?, ?, ?, ?, ?::uuid[], now())'
    const ids = Array.from({ length: 3 }, () => crypto.randomUUID())
    const look = crypto.randomUUID()
    const shown = async (tx: Knex.Transaction) =>
      (await tx.raw<{ rows: object[] }>('select * from case_looked_into(?)', [look])).rows
    const begun = inContext(web, { operator: true }, async (tx) => {
      await tx.raw(begin, [look, caseId, staff, 'fault', ids] as never)
      return shown(tx)
    })
    expect(await begun, 'no record, nothing shown').toEqual([])
    const { look_id: earlier } = await owner('case_look_records').first<{ look_id: string }>('look_id')
    const again = inContext(
      web,
      { operator: true },
      async (tx) => (await tx.raw<{ rows: object[] }>('select * from case_looked_into(?)', [earlier])).rows,
    )
    expect(await again, 'what was recorded for one look shows nothing in another').toEqual([])
    for (const refused of [
      inContext(web, { operator: true }, (tx) => tx('cases').select('report_id')),
      inContext(web, { operator: true }, (tx) => tx('cases').select('note')),
      inContext(web, { agency: 'dvla' }, (tx) =>
        tx.raw(begin, [crypto.randomUUID(), caseId, staff, 'fault', ids] as never),
      ),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: '42501' })
    }
    await owner.raw('revoke insert on access_records from tell_us_once_web')
    await operator.get(`/operator/cases/${caseId}`)
    const page = await operator.submit({ reason: 'fault', 'case-reference': '1' })
    await owner.raw('grant insert on access_records to tell_us_once_web')
    expect(page.status).toBe(500)
    expect(page.text).not.toContain('Reference of the report')
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
