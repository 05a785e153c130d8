import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { signedIn, type Citizen } from '../support/access-log.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { follower } from '../support/follow-ups.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'

const COUNCIL = 'cambridgeshire-county-council'

let house: House
let amira: Citizen & { browser: Client }
let officer: Client
beforeAll(async () => {
  house = await startHouse()
  for (const id of [COUNCIL, 'dvla']) {
    await aRecipient(house.database, house.config.vault, id, '', {
      fields: ['names', 'new_address', 'move_date'],
      subscription: { method: 'inbox', endpointUrl: null },
    })
  }
  amira = await signedIn(house, 'amira')
  officer = await house.staff('council-officer')
})
afterAll(() => house.close())

const owner = () => house.database.owner
const spread = () => fanOut(house.database.worker, house.config.vault, house.clock())
const reported = async (facts = MOVE) => {
  const report = await aReport(house.database, house.config.vault, amira, { facts, submittedAt: house.clock() })
  await spread()
  const ids = await owner()('deliveries').where({ report_id: report }).select('id', 'agency_id')
  const of = (agency: string) =>
    (ids as { id: string; agency_id: string }[]).find((one) => one.agency_id === agency)?.id
  const { reference } = await owner()('reports').where({ id: report }).first<{ reference: string }>('reference')
  return { report, reference, id: of(COUNCIL) ?? '', other: of('dvla') ?? '' }
}
const records = async () => (await owner()('access_records').where({ body_id: COUNCIL })).length
const after = async (id: string) => (await owner()('deliveries').where({ after_id: id }).first<{ id: string }>('id')).id
const progressOf = async (reference: string) => (await amira.browser.get(`/reports/${reference}`)).text

test('the story of one: it waits, is opened on record, is answered, and its citizen sees all of that', async () => {
  const { id, reference } = await reported()
  expect(await progressOf(reference)).toContain('waits for somebody to read it')

  const list = await officer.get('/agency/inbox')
  expect(list.text).toContain('Change of address')
  expect(list.text).not.toMatch(/Amira|Osei|Otley/)
  await officer.follow(/^Change of address/)
  expect(officer.page.url.pathname).toBe(`/agency/inbox/${id}`)
  expect(officer.page.text).toContain('Nobody has opened it yet')
  expect(officer.page.text).not.toMatch(/Amira|Osei|Otley/)
  expect(await owner()('access_records').select()).toEqual([])

  await officer.submit()
  expect(officer.page.heading).toMatch(/^You are reading: Change of address/)
  expect(officer.page.text).toContain('Amira Osei-Hughes')
  expect(officer.page.text).toMatch(/New address.*Otley Road/)
  expect(officer.page.text).not.toContain('QQ123456C')
  expect(officer.page.text).toContain('Keep the cambridgeshire-county-council-address files right')
  const log = await amira.browser.get('/access')
  expect(log.text).toContain(`We told The ${COUNCIL} office`)
  await amira.browser.follow(/More details/)
  expect(amira.browser.page.text).toContain('A member of staff (officer)')
  await amira.browser.get(`${amira.browser.page.url.pathname}?lang=cy`)
  expect(amira.browser.page.text).toContain('(swyddog)')
  await amira.browser.get('/access?lang=en')

  const looks = () => owner()('access_records').where({ body_id: COUNCIL })
  const before = await looks()
  await officer.submit({ status: 'refused', reason: '' })
  expect(officer.page.errors).toHaveLength(1)
  expect(officer.page.text).toContain('What it says is not on this page, because we write down each time')
  expect(await looks(), 'a mistake in the form is no second look').toEqual(before)
  const due = { 'due-day': '1', 'due-month': '3', 'due-year': '2099' }
  await officer.submit({ status: 'needs_information', ...due, message: 'Which flat is it?', 'message-cy': 'Pa fflat?' })
  expect(officer.page.text).toContain('Your answer is recorded')
  expect(await progressOf(reference)).toMatch(
    /It told us on .* that it needs something from you.*Do this by 1 March 2099/,
  )
  expect(await progressOf(reference)).toContain('Which flat is it?')
  expect(await owner()('staff_actions').where({ target: id })).toMatchObject([
    { action: 'outcome-recorded', detail: { status: 'needs_information' } },
  ])
})

test('who opens it again is on record again, as the body’s own look', async () => {
  const { id } = await reported()
  const open = async () => {
    await officer.get(`/agency/inbox/${id}`)
    await officer.submit()
  }
  await open()
  await open()
  expect(officer.page.text).toContain('This was opened before')
  const log = await amira.browser.get('/access')
  expect(log.text).toContain(`The ${COUNCIL} office looked at your data`)
})

test('when the record cannot be written nothing is shown', async () => {
  const { id } = await reported()
  await officer.get(`/agency/inbox/${id}`)
  await owner().raw('revoke insert on access_records from tell_us_once_web')
  const page = await officer.submit()
  await owner().raw('grant insert on access_records to tell_us_once_web')
  expect(page.status).toBe(500)
  expect(page.text).not.toMatch(/Amira|Otley/)
  expect(await owner()('deliveries').where({ id }).first('state')).toEqual({ state: 'due' })
})

test('a correction and a withdrawal come after what they change, and say what they change', async () => {
  const { id, report } = await reported()
  await officer.get(`/agency/inbox/${id}`)
  await officer.submit()
  const follow = follower(house.database, house.config.vault, amira, house.clock)
  await follow.correct(report, { ...MOVE, new_address: { postalCode: 'LS1 1AA' } })
  await spread()
  const correction = await after(id)
  const list = await officer.get('/agency/inbox?order=newest')
  expect(list.text).toContain('What is new: Correction')
  await officer.get(`/agency/inbox/${correction}`)
  await officer.submit()
  expect(officer.page.text).toContain('The citizen has corrected what you were told before')
  expect(officer.page.text).toContain('LS1 1AA')
  await officer.get(`/agency/inbox/${id}`)
  await officer.submit()
  expect(officer.page.text).toContain('There is something newer about this')
  await follow.withdraw(report)
  await spread()
  const withdrawal = await after(correction)
  await officer.get(`/agency/inbox/${withdrawal}`)
  await officer.submit()
  expect(officer.page.text).toContain('The citizen has taken this back')
  expect(officer.page.text).not.toMatch(/Amira|Otley|LS1/)
})

describe('an answer', () => {
  let id: string
  let reference: string
  beforeAll(async () => {
    ;({ id, reference } = await reported())
    await officer.get(`/agency/inbox/${id}`)
    await officer.submit()
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['none', {}, ['Select your answer']],
    ['a refusal without a reason', { status: 'refused' }, ['Enter why you will not act on it']],
    ['a need of nothing', { status: 'needs_information' }, ['Enter what you need from the citizen']],
    [
      'a day that is none, and one that is past',
      { status: 'done', 'effective-day': '31', 'effective-month': '2', 'effective-year': '2026' },
      ['The date it counts from must be a real date'],
    ],
    [
      'a day that is past',
      { status: 'needs_information', message: 'x', 'due-day': '1', 'due-month': '2', 'due-year': '2020' },
      ['The date you need it by must be today or in the future'],
    ],
    [
      'a day without its month',
      { status: 'done', 'effective-day': '3', 'effective-year': '2026' },
      ['The date it counts from must include a month'],
    ],
    ['Welsh alone', { status: 'done', 'message-cy': 'Iawn' }, ['Enter the English words as well as the Welsh']],
    [
      'half an offer',
      { status: 'done', 'offer-title': 'A badge' },
      ['Enter what the citizen should know about your offer', 'Select what happens if the citizen does nothing'],
    ],
    [
      'too many words',
      { status: 'done', message: 'x'.repeat(2001) },
      ['What you want to tell the citizen must be 2,000 characters or fewer'],
    ],
  ])('that is %s is refused, and shows nothing of the citizen', async (_what, fields, errors) => {
    const page = await officer.post(`/agency/inbox/${id}/outcome`, fields)
    expect([page.status, page.errors]).toEqual([400, errors])
    expect(page.text).not.toMatch(/Amira|Otley/)
  })

  test('of done with an offer reaches the citizen', async () => {
    await officer.get(`/agency/inbox/${id}/outcome`)
    await officer.submit({
      ...{
        status: 'done',
        'effective-day': '3',
        'effective-month': '12',
        'effective-year': '2026',
        reason: 'left over',
      },
      ...{ 'offer-title': 'A Blue Badge', 'offer-text': 'It moves with you.', 'offer-action': 'accept' },
    })
    expect(officer.page.url.pathname).toBe('/agency/inbox')
    expect(officer.page.text).toContain('Your answer: Done')
    expect(await progressOf(reference)).toMatch(/This counts from 3 December 2026.*A Blue Badge/)
  })

  test('to what nobody has opened is not taken', async () => {
    const waiting = await reported()
    await officer.get('/agency/inbox')
    const page = await officer.post(`/agency/inbox/${waiting.id}/outcome`, { status: 'done' })
    expect(page.status).toBe(404)
  })
})

describe('a day as a file', () => {
  test('opens everything that came, each on record, and leaves no formula in it', async () => {
    const name = {
      nameParts: [
        { type: 'GivenName', value: '=HYPERLINK("x")' },
        { type: 'FamilyName', value: 'Osei' },
      ],
    }
    await reported({ ...MOVE, names: [name] })
    const before = await records()
    await officer.get('/agency/inbox')
    await officer.press(/^Download .* \(CSV\)$/)
    const { headers, body, status } = officer.page
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename=inbox-\d{4}-\d\d-\d\d\.csv$/)
    const lines = body.trim().split('\r\n')
    expect(lines[0]).toContain('"New address"')
    expect(body).toContain(`"'=HYPERLINK(""x"") Osei"`)
    expect(body).toContain('Otley Road')
    const rows = lines.length - 1
    expect((await records()) - before).toBe(rows)
    const states = await owner()('deliveries').where({ agency_id: COUNCIL }).distinct('state').pluck('state')
    expect(states).toEqual(['acknowledged'])
    expect(await owner()('staff_actions').where({ action: 'inbox-downloaded' })).toMatchObject([
      { detail: { deliveries: rows }, target: expect.stringMatching(/^\d{4}-/) as string },
    ])
  })

  test('is none where there is nothing, and no day is', async () => {
    await officer.get('/agency/inbox')
    for (const day of ['2020-01-01', '2026-02-30', 'x']) {
      expect((await officer.post(`/agency/inbox/${day}.csv`)).status).toBe(404)
    }
  })
})

describe('who may not', () => {
  test.each(['dvla-viewer', 'dvla-admin'])('%s sees the list and what one is, and opens nothing', async (who) => {
    const { other } = await reported()
    const viewer = await house.staff(who)
    await viewer.get('/agency/inbox')
    expect(viewer.page.text).toContain('Only officers can open what is in it')
    await viewer.follow(/^Change of address/)
    expect(viewer.page.$('main form').length).toBe(0)
    for (const path of [`/agency/inbox/${other}`, `/agency/inbox/${other}/outcome`, '/agency/inbox/2026-11-23.csv']) {
      const page = await viewer.post(path, { _csrf: 'x' })
      expect(page.status, path).toBe(403)
      expect(page.text).not.toMatch(/Amira|Otley/)
    }
    expect(await owner()('deliveries').where({ id: other }).first('state')).toEqual({ state: 'due' })
  })

  test('another body’s officer finds nothing of it', async () => {
    const { id } = await reported()
    const stranger = await house.staff('dvla-officer')
    await stranger.get('/agency/inbox')
    expect(stranger.page.text).toContain('Change of address')
    for (const path of [`/agency/inbox/${id}`, `/agency/inbox/${id}/outcome`]) {
      expect((await stranger.get(path)).status, path).toBe(404)
      await stranger.get('/agency/inbox')
      expect((await stranger.post(path, path.endsWith('outcome') ? { status: 'done' } : {})).status, path).toBe(404)
      await stranger.get('/agency/inbox')
    }
    await stranger.press(/^Download/)
    expect(stranger.page.body).not.toContain(id)
    expect(await owner()('deliveries').where({ id }).first('state')).toEqual({ state: 'due' })
    expect(await owner()('outcomes').where({ delivery_id: id })).toEqual([])
  })
})

test('a long list is read page by page, and a cursor of somebody else’s making is gone', async () => {
  for (let number = 0; number < 30; number += 1) await aReport(house.database, house.config.vault, amira)
  await spread()
  const links = () =>
    officer.page
      .$('main li a')
      .toArray()
      .map((link) => officer.page.$(link).attr('href'))
  await officer.get('/agency/inbox')
  const first = links()
  await officer.follow(/Next page/)
  const second = links()
  expect(second.some((link) => first.includes(link))).toBe(false)
  await officer.follow(/Previous page/)
  expect(links()).toEqual(first)
  expect((await officer.get('/agency/inbox?after=x')).status).toBe(410)
})
