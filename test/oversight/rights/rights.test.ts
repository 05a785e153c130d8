import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fanOut } from '../../../src/deliveries/fan-out.ts'
import { mindRights } from '../../../src/oversight/rights/mind-rights.ts'
import { DAY, later } from '../../../src/shared/clock.ts'
import { inContext } from '../../../src/shared/database.ts'
import { applyBodies } from '../../reports/bodies.ts'
import { begin, plainMove, send, walk } from '../../reports/walk.ts'
import { aDisclosure, disclose, signedIn, type Citizen } from '../../support/access-log.ts'
import { accessToken, anAgency, anAgreement, type TestAgency } from '../../support/agency.ts'
import type { Client, Fields } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { aDelivery, fannedOut } from '../../support/progress.ts'
import { aReport } from '../../support/reports.ts'

let house: House
let dvla: TestAgency
let amira: Citizen & { browser: Client }
let grace: Citizen & { browser: Client }
let officer: Client
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
  dvla = await anAgency(house.database, { id: 'dvla', name: { en: 'Driver and Vehicle Licensing Agency' } })
  await anAgreement(house.database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
  for (const { subject } of [amira, grace]) {
    const registeredAt = house.clock()
    await disclose(house.database, aDisclosure({ subjectRef: subject, registeredAt }))
  }
  officer = await house.staff('dvla-officer')
})
afterAll(() => house.close())

const RIGHTS = ['rights_requests', 'rights_entries', 'stopped_sharing', 'service_rights']
const lastRequest = async (kind: string) => {
  const [id = ''] = await house.database
    .owner('rights_requests')
    .where({ kind })
    .orderBy('sent_at', 'desc')
    .limit(1)
    .pluck<string[]>('id')
  return id
}
const stepsIn = (request_id: string) =>
  house.database.owner('rights_entries').where({ request_id }).orderBy(['at', 'id']).pluck<string[]>('kind')

async function asked(path: string, fields: Fields): Promise<void> {
  await amira.browser.get(path)
  const page = await amira.browser.submit(fields)
  expect(page.errors).toEqual([])
  expect(page.text).toContain('We will email you when there is an answer')
}

async function answered(id: string, fields: Fields): Promise<void> {
  await officer.get(`/agency/rights/${id}/answer`)
  await officer.submit(fields)
  expect(officer.page.errors).toEqual([])
}

test('a citizen asks for a correction, the body takes longer with a reason, and then corrects', async () => {
  await amira.browser.get('/rights')
  await amira.browser.follow('Ask a body to put something right')
  await amira.browser.submit({})
  expect(amira.browser.page.errors).toEqual(['Select at least one body', 'Enter what is wrong', 'Enter what is right'])
  const wanted = { bodies: ['dvla'], wrong: 'My licence says 3 Otley Road', right: 'It is number 13' }
  await asked('/rights/correction', { ...wanted, named: 'yes' })
  expect(amira.browser.page.text).toMatch(
    /Correction: Driver and Vehicle Licensing Agency.*The law gives the body until/,
  )
  const id = await lastRequest('correct')

  await officer.get('/agency/rights')
  await officer.follow(/^Correction received/)
  expect(officer.page.text).not.toContain('Otley Road')
  const before = await house.database.owner('access_records').where({ subject_ref: amira.subject, body_id: 'dvla' })
  await officer.submit()
  expect(officer.page.text).toMatch(/My licence says 3 Otley Road.*It is number 13.*Amira/)
  const after = await house.database.owner('access_records').where({ subject_ref: amira.subject, body_id: 'dvla' })
  expect(after.length, 'opening it is in the log').toBe(before.length + 1)
  await officer.follow('Answer')
  await officer.submit({})
  expect(officer.page.errors).toEqual(['Select what your answer is', 'Enter what the citizen reads'])
  await answered(id, { kind: 'extended', message: 'We must find your file in a warehouse.' })

  await amira.browser.get(`/rights/requests/${id}`)
  expect(amira.browser.page.text).toMatch(/The body said why it needs longer.*opened it.*takes longer.*warehouse/)
  await answered(id, { kind: 'done', message: 'Your licence says 13 by now.' })
  await amira.browser.get(`/rights/requests/${id}`)
  expect(amira.browser.page.text).toMatch(/Done.*said that it is done.*says 13 by now/)
  const stored = await house.database.owner('rights_entries').where({ request_id: id })
  expect(JSON.stringify(stored)).not.toMatch(/Otley|warehouse|Amira/)
})

test('erasure is refused with its exception, then complained about, and taken to the Commissioner', async () => {
  await asked('/rights/erasure', { bodies: ['dvla'], message: 'I do not drive any more.' })
  const id = await lastRequest('erase')
  await officer.get(`/agency/rights/${id}/answer`)
  await officer.submit({ kind: 'refused', message: 'We keep it.' })
  expect(officer.page.errors).toEqual(['Select on which ground you refuse'])
  await answered(id, { kind: 'refused', exception: 'legal-duty', message: 'The Road Traffic Act wants it.' })
  await amira.browser.get(`/rights/requests/${id}`)
  expect(amira.browser.page.text).toMatch(/said no.*the law tells the body to keep it.*Road Traffic Act/)
  await amira.browser.follow('Complain about this')
  expect(amira.browser.page.text).toContain('section 164A')
  await amira.browser.submit({ message: 'That law is about other things.' })
  expect(amira.browser.page.text).toContain('The body must tell you by')
  await answered(id, { kind: 'received' })
  await amira.browser.get(`/rights/requests/${id}`)
  expect(amira.browser.page.text).toContain('The body must look into your complaint without delay')
  await amira.browser.get(`/rights/requests/${id}/complaint`)
  await amira.browser.press('I am taking this further')
  expect((await officer.get(`/agency/rights/${id}`)).text).toContain('taking this to the Information Commissioner')
})

test('more is asked for while the clock stands, and both sides are told of what is late, once', async () => {
  await asked('/rights/access', { bodies: ['dvla'] })
  const id = await lastRequest('access')
  await answered(id, { kind: 'asked', message: 'Which years?' })
  await amira.browser.get(`/rights/requests/${id}`)
  expect(amira.browser.page.text).toContain('They need more from you')
  const mind = (days: number) => mindRights(house.database.worker, later(house.clock(), days * DAY))
  await mind(60)
  expect(await stepsIn(id)).toEqual(['sent', 'asked'])
  await amira.browser.press('Send', { message: 'The last two.' })
  for (const days of [27, 28, 40, 41]) await mind(days)
  expect(await stepsIn(id)).toEqual(['sent', 'asked', 'said', 'reminded', 'overdue'])
  const about = await house.database.owner('notices').whereLike('key', `${id}%`).orderBy('kind').pluck('kind')
  expect(about).toEqual(['rights-due', 'rights-late', 'rights-overdue'])
})

test('an objection to an optional sharing counts at once: the preview says so, and the next report tells them nothing', async () => {
  await amira.browser.get('/rights/objection')
  await amira.browser.submit({})
  expect(amira.browser.page.errors).toEqual(['Select what you object to', 'Enter why you object'])
  await asked('/rights/objection?show=all', { purpose: 'agreements/loans-address', message: 'I owe them nothing.' })
  const id = await lastRequest('object')
  await amira.browser.get(`/rights/requests/${id}`)
  expect(amira.browser.page.text).toContain('We no longer tell this body anything about you')

  await begin(amira.browser)
  await walk(amira.browser, plainMove)
  await amira.browser.follow('Continue')
  expect(amira.browser.page.text).toContain('Loans, because you objected to us telling it')
  await amira.browser.get('/report/change-of-address/check-answers')
  const reference = await send(amira.browser, {})
  await fanOut(house.database.worker, house.config.vault, house.clock())
  const agreements = await house.database
    .owner('deliveries')
    .where({ account_id: amira.accountId })
    .pluck('agreement_id')
  expect(agreements).toContain('revenue-address')
  expect(agreements).not.toContain('loans-address')
  await amira.browser.get(`/reports/${reference}`)
  expect(amira.browser.page.text).toContain('You objected to us telling it')

  // As if they had objected once it was sent, before anybody was told.
  await house.database
    .owner('reports')
    .where({ reference })
    .update({ withheld: '{}', told: { 'loans-address': 1 } })
  await amira.browser.get(`/reports/${reference}`)
  expect(amira.browser.page.text).toContain('You objected to us telling it')

  await amira.browser.get(`/rights/requests/${id}`)
  await amira.browser.press('Take this back')
  expect(await house.database.owner('stopped_sharing')).toEqual([])
})

test('an objection to what is not a citizen’s choice counts when the body says so', async () => {
  await asked('/rights/objection', {
    purpose: 'agreements/dvla-driving-licence',
    message: 'My former partner works there.',
  })
  const id = await lastRequest('object')
  expect(await house.database.owner('stopped_sharing')).toEqual([])
  await answered(id, { kind: 'done', message: 'We have stopped.' })
  expect(await house.database.owner('stopped_sharing').pluck('agreement_id')).toEqual(['dvla-driving-licence'])
})

test('all that this service holds is in one file, with nothing of anybody else; and what may go, goes', async () => {
  const { database, config, clock } = house
  const ago = later(clock(), -200 * DAY)
  const reportId = await aReport(database, config.vault, amira, { submittedAt: ago })
  await aDelivery(database, amira, {
    reportId,
    createdAt: ago,
    agencyId: 'dvla',
    agreementId: 'dvla-driving-licence',
    state: 'acknowledged',
  })
  await database.owner('deliveries').where({ report_id: reportId }).update({ settled_at: ago })
  await fannedOut(database, reportId, ago)
  const ofGrace = await aReport(database, config.vault, grace)
  const [theirs = ''] = await database.owner('reports').where({ id: ofGrace }).pluck<string[]>('reference')
  const [mine = ''] = await database.owner('reports').where({ id: reportId }).pluck<string[]>('reference')

  await amira.browser.get('/rights/this-service')
  expect(amira.browser.page.text).toMatch(/Date of birth.*Reports you sent.*What we must keep/)
  const held = await amira.browser.get('/rights/this-service.json')
  expect(held.headers.get('content-disposition'), held.text).toContain('attachment')
  const file = JSON.parse(held.body) as Held
  expect(file.reports.map(({ reference }) => reference)).toContain(mine)
  expect(JSON.stringify(file.reports)).toContain('Otley Road')
  expect(file.requests.length).toBeGreaterThan(2)
  expect(held.body).toContain('My former partner works there')
  expect(file.who_used_my_data.length).toBeGreaterThan(0)
  expect(held.body).not.toContain(theirs)
  expect(held.body).not.toContain(grace.accountId)

  await amira.browser.get('/rights/this-service/erasure')
  await amira.browser.submit({})
  expect(amira.browser.page.errors).toEqual(['Select what you want to erase'])
  await amira.browser.submit({ what: ['drafts', 'preferences', 'reports'] })
  expect(amira.browser.page.text).toContain('We have erased what you chose')
  const again = JSON.parse((await amira.browser.get('/rights/this-service.json')).body) as Held
  const facts = Object.fromEntries(again.reports.map(({ reference, facts }) => [reference, facts]))
  expect(facts[mine]).toBeUndefined()
  expect(Object.values(facts).some(Boolean), 'what a body may yet ask for again stays').toBe(true)
  expect((await amira.browser.get(`/reports/${mine}`)).status).toBe(200)
  expect(
    await database
      .owner('data_keys')
      .whereIn('id', database.owner('reports').where({ id: ofGrace }).select('data_key_id')),
  ).toHaveLength(1)
})

interface Held {
  reports: { reference: string; facts?: object }[]
  requests: object[]
  who_used_my_data: object[]
}

test('a program of the body can do all of it', async () => {
  await asked('/rights/access', { bodies: ['dvla'], message: 'All of it.' })
  const id = await lastRequest('access')
  const token = await accessToken(house.baseUrl, house.baseUrl, dvla, 'access-records.write')
  const call = (path: string, body?: object) =>
    fetch(`${house.baseUrl}/api/rights${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
  const { requests } = (await (await call('?open=true')).json()) as { requests: { id: string; due: string }[] }
  expect(requests.find((one) => one.id === id)).toMatchObject({ kind: 'access', waits_for: 'body' })
  expect(JSON.stringify(requests)).not.toContain('All of it')
  expect(await (await call(`/${id}`)).json()).toMatchObject({ thread: [{ message: 'All of it.' }, { kind: 'opened' }] })
  expect((await call(`/${id}/answers`, { kind: 'done' })).status).toBe(400)
  expect((await call(`/${id}/answers`, { kind: 'refused', message: 'No.' })).status).toBe(400)
  const wrongGround = { kind: 'refused', message: 'No.', exception: 'compelling' }
  expect((await call(`/${id}/answers`, wrongGround)).status).toBe(409)
  expect((await call(`/${id}/answers`, { kind: 'done', message: 'It is in the post.' })).status).toBe(204)
  expect((await call(`/${id}/answers`, { kind: 'done', message: 'Again.' })).status).toBe(409)
  expect((await call('?after=x')).status).toBe(410)
})

describe('nobody else', () => {
  test('reads, answers or adds to a request: not another citizen, not another body', async () => {
    const id = await lastRequest('access')
    for (const path of ['', '/complaint']) {
      expect((await grace.browser.get(`/rights/requests/${id}${path}`)).status).toBe(404)
    }
    await grace.browser.get('/rights')
    expect((await grace.browser.post(`/rights/requests/${id}/messages`, { message: 'x' })).status).toBe(404)
    const council = await house.staff('council-officer')
    expect((await council.get(`/agency/rights/${id}`)).status).toBe(404)
  })

  test('gets past the rules of the rows', async () => {
    const request_id = await lastRequest('access')
    const { web } = house.database
    const [asAmira, asGrace] = [amira, grace].map(({ accountId: account, subjects }) => ({ account, subjects }))
    const put = (context: object, table: string, row: object) =>
      inContext(web, context, (tx) => tx(table).insert({ id: crypto.randomUUID(), ...row })).then(
        () => 'added',
        (error: { code?: string }) => error.code,
      )
    const entry = (kind: string, made_by: string) => ({ request_id, at: new Date(), kind, made_by })
    expect(await put({ ...asAmira }, 'rights_entries', entry('done', 'body'))).toBe('42501')
    expect(await put({ agency: 'hmrc' }, 'rights_entries', entry('done', 'body'))).toBe('42501')
    expect(await put({ ...asGrace }, 'rights_entries', entry('withdrawn', 'citizen'))).toBe('42501')
    expect(await put({ agency: 'dvla' }, 'rights_entries', entry('overdue', 'service'))).toBe('42501')
    const request = { account_id: amira.accountId, subject_ref: amira.subject, kind: 'access', sent_at: new Date() }
    expect(await put({ ...asAmira }, 'rights_requests', { ...request, agency_id: 'hmrc' }), 'not a holder').toBe(
      '42501',
    )
    expect(await put({ ...asGrace }, 'rights_requests', { ...request, agency_id: 'dvla' })).toBe('42501')
    expect(
      await put({ ...asGrace }, 'service_rights', { account_id: amira.accountId, kind: 'access', at: new Date() }),
    ).toBe('42501')
    for (const table of RIGHTS) {
      expect(await web(table).select(), table).toEqual([])
      const theirs = await inContext(web, { ...asGrace }, (tx) => tx(table).select())
      expect(theirs, table).toEqual([])
    }
    const stopping = inContext(web, { ...asGrace }, (tx) =>
      tx('stopped_sharing').insert({ subject_ref: grace.subject, agreement_id: 'loans-address' }),
    )
    await expect(stopping).rejects.toThrow(/permission denied/)
  })
})
