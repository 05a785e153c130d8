import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { inContext } from '../../src/shared/database.ts'
import { ukToday } from '../../src/shared/dates.ts'
import { matchingRates } from '../../src/deliveries/matching-rate-store.ts'
import { signedIn, type Citizen } from '../support/access-log.ts'
import type { Client } from '../support/client.ts'
import { follower } from '../support/follow-ups.ts'
import { startHouse, type House } from '../support/house.ts'
import { anAnswer } from '../support/progress.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'

let house: House
let amira: Citizen & { browser: Client }
let officer: Client
let stream: string
beforeAll(async () => {
  house = await startHouse()
  const { database, config } = house
  stream = await aRecipient(database, config.vault, 'dvla', 'https://dvla.example/events?secret=x')
  await aRecipient(database, config.vault, 'hmrc', 'https://hmrc.example/events')
  amira = await signedIn(house, 'amira')
  officer = await house.staff('dvla-officer')
})
afterAll(() => house.close())

const owner = () => house.database.owner
const reported = async (details: Partial<Parameters<typeof aReport>[3]> = {}) => {
  const report = await aReport(house.database, house.config.vault, amira, details)
  await fanOut(house.database.worker, house.config.vault, house.clock())
  const idOf = (agency: string) =>
    owner()('deliveries').where({ report_id: report, agency_id: agency }).first<{ id: string }>('id')
  const { reference } = await owner()('reports').where({ id: report }).first<{ reference: string }>('reference')
  return { report, reference, id: (await idOf('dvla')).id, other: (await idOf('hmrc')).id }
}
const givenUp = async (details: Partial<Parameters<typeof aReport>[3]> = {}) => {
  const one = await reported(details)
  await owner()('deliveries')
    .where({ report_id: one.report })
    .update({ state: 'given-up', attempts: 40, last_failure: 'unreachable ECONNREFUSED', settled_at: house.clock() })
  return one
}
const progressOf = async (reference: string) => (await amira.browser.get(`/reports/${reference}`)).text
const links = () =>
  officer.page
    .$('main li a')
    .toArray()
    .map((link) => officer.page.$(link).attr('href') ?? '')

describe('looking through what was told', () => {
  test('everything of the body, nothing of another, nothing of a citizen', async () => {
    const { id, other } = await reported()
    await officer.get('/agency/deliveries')
    expect(links()).toContain(`/agency/deliveries/${id}`)
    expect(officer.page.body).not.toContain(other)
    expect(officer.page.text).not.toMatch(/Amira|Osei|Otley|secret/)
  })

  test.each<[string, string, boolean]>([
    ['state', 'state=due', true],
    ['another state', 'state=given-up', false],
    ['event', 'type=change-of-address', true],
    ['another event', 'type=birth', false],
    ['something that does not exist', 'state=lost&stream=x&type=x', true],
  ])('by %s', async (_what, query, shown) => {
    const { id } = await reported()
    await officer.get(`/agency/deliveries?${query}`)
    expect(links().includes(`/agency/deliveries/${id}`)).toBe(shown)
  })

  test('by stream and day', async () => {
    const { id } = await reported()
    const [year, month, day] = ukToday(house.clock()).split('-')
    await officer.get(`/agency/deliveries?stream=${stream}&day-day=${day}&day-month=${month}&day-year=${year}`)
    expect(links()).toContain(`/agency/deliveries/${id}`)
    await officer.get('/agency/deliveries?day-day=1&day-month=2&day-year=2020')
    expect(officer.page.text).toContain('There is nothing like that')
    for (const [query, error] of [
      ['day-day=31&day-month=2&day-year=2026', 'The day must be a real date'],
      ['day-day=31', 'The day must have a day, a month and a year'],
    ] as const) {
      await officer.get(`/agency/deliveries?${query}`)
      expect([officer.page.status, officer.page.errors]).toEqual([400, [error]])
    }
  })

  test('by its id, which stands in no query', async () => {
    const { id, other } = await reported()
    await officer.get('/agency/deliveries')
    await officer.press('Find', { jti: id.toUpperCase() })
    expect([officer.page.url.pathname, officer.page.url.search]).toEqual([`/agency/deliveries/${id}`, ''])
    for (const [jti, error] of [
      ['x', 'Enter the ID of a delivery'],
      [other, 'You have no delivery with this ID. Check it and try again.'],
      [randomUUID(), 'You have no delivery with this ID. Check it and try again.'],
    ] as const) {
      await officer.get('/agency/deliveries')
      await officer.press('Find', { jti })
      expect([officer.page.status, officer.page.errors]).toEqual([400, [error]])
    }
    expect((await officer.get(`/agency/deliveries/${other}`)).status).toBe(404)
  })

  test('one with its attempts and answers, and not what it tells', async () => {
    const { id } = await reported()
    const at = house.clock()
    await owner()('delivery_attempts').insert([
      { delivery_id: id, started_at: at, finished_at: at, result: 'failed', http_status: 500 },
    ])
    await owner()('deliveries').where({ id }).update({ attempts: 1, last_failure: 'failed 500' })
    await anAnswer(house.database, house.config.vault, { jti: id, at, status: 'received' })
    const { text } = await officer.get(`/agency/deliveries/${id}`)
    expect(text).toMatch(/Failed, answered with 500/)
    expect(text).toMatch(/Your answers .*: Received/)
    expect(text).toContain('dvla.example/events')
    expect(text).not.toMatch(/Amira|Osei|Otley|secret/)
  })

  test('what a citizen holds back, puts off or took back before it was sent is not to be seen', async () => {
    const hidden = [
      await reported({ timing: { 'dvla-address': 'held' } }),
      await reported({ timing: { 'dvla-address': '2099-01-01T00:00:00Z' } }),
      await reported(),
    ]
    const last = hidden.at(-1)
    await follower(house.database, house.config.vault, amira, house.clock).withdraw(last?.report ?? '')
    for (const { id } of hidden) expect((await officer.get(`/agency/deliveries/${id}`)).status).toBe(404)
    await officer.get('/agency/deliveries')
    expect(links().filter((link) => hidden.some(({ id }) => link.endsWith(id)))).toEqual([])
  })
})

describe('dead letters', () => {
  test('one is tried again, with a reason, and its citizen reads so', async () => {
    const { id, reference } = await givenUp()
    expect(await progressOf(reference)).toContain('We could not reach it')
    await officer.get('/agency/dead-letters')
    expect(officer.page.text).toContain('unreachable ECONNREFUSED')
    await officer.get(`/agency/dead-letters/${id}`)
    await officer.submit({})
    expect(officer.page.errors).toEqual(['Select what you want to do', 'Enter why'])
    await officer.submit({ act: 'redrive', reason: 'Our firewall was wrong' })
    expect(officer.page.text).toContain('We will tell you this 1 again')
    expect(await owner()('deliveries').where({ id }).first('state')).toEqual({ state: 'due' })
    expect(await owner()('staff_actions').where({ target: id })).toMatchObject([
      { action: 'dead-letter-redriven', reason: 'Our firewall was wrong', agency_id: 'dvla' },
    ])
    expect(await progressOf(reference)).toContain('it asked us to try again')
    expect((await officer.get(`/agency/dead-letters/${id}`)).status).toBe(404)
  })

  test('one is discarded, and its citizen reads what is left to do', async () => {
    const { id, reference } = await givenUp()
    await officer.get(`/agency/dead-letters/${id}`)
    await officer.submit({ act: 'discard', reason: 'We know it by letter' })
    expect(officer.page.text).toContain('The 1 is discarded')
    expect(await progressOf(reference)).toMatch(
      /it said that it does not want our news about this any more.*tell it yourself/,
    )
    expect((await officer.get(`/agency/deliveries/${id}`)).text).toContain('Given up and discarded')
  })

  test('all of a stream at once; what was taken back stays where it is', async () => {
    const some = [await givenUp(), await givenUp()]
    const taken = await givenUp()
    await follower(house.database, house.config.vault, amira, house.clock).withdraw(taken.report)
    await officer.get(`/agency/dead-letters/${taken.id}`)
    expect(officer.page.text).toContain('It cannot be sent again')
    await officer.get('/agency/dead-letters')
    await officer.follow(/^Decide about all 3 of this stream/)
    await officer.submit({ act: 'redrive', reason: 'Back again' })
    expect(officer.page.text).toContain('We will tell you these 2 again')
    const states = await owner()('deliveries')
      .whereIn(
        'id',
        [...some, taken].map(({ id }) => id),
      )
      .orderBy('created_at')
      .pluck('state')
    expect(states).toEqual(['due', 'due', 'given-up'])
    expect(await owner()('staff_actions').where({ target: stream })).toMatchObject([{ detail: { deliveries: 2 } }])
    expect((await owner()('deliveries').where({ id: some[0]?.other }).first<{ state: string }>('state')).state).toBe(
      'given-up',
    )
  })

  test('are not another body’s business, nor a viewer’s to decide', async () => {
    const { id, other } = await givenUp()
    const viewer = await house.staff('dvla-viewer')
    expect((await viewer.get('/agency/dead-letters')).text).toContain('Deciding needs the role of officer')
    for (const path of [`/agency/dead-letters/${id}`, `/agency/dead-letters/streams/${stream}`]) {
      expect((await viewer.get(path)).status, path).toBe(403)
    }
    const hmrc = await owner()('subscriptions').where({ agency_id: 'hmrc' }).first<{ id: string }>('id')
    for (const path of [`/agency/dead-letters/${other}`, `/agency/dead-letters/streams/${hmrc.id}`]) {
      expect((await officer.get(path)).status, path).toBe(404)
      await officer.get(`/agency/dead-letters/${id}`)
      expect((await officer.post(path, { act: 'redrive', reason: 'x' })).status, path).toBe(404)
    }
    expect(await owner()('deliveries').where({ id: other }).first('state', 'discarded_at')).toEqual({
      ...{ state: 'given-up', discarded_at: null },
    })
  })
})

describe('the matching rate', () => {
  test('counts the latest answer to each delivery, by event and by what was told', async () => {
    await owner().raw('alter table outcomes disable trigger user')
    await owner()('outcomes').delete()
    await owner().raw('alter table outcomes enable trigger user')
    const statuses = ['done', 'no_record', 'refused', 'received'] as const
    for (const status of statuses) {
      const { id } = await reported({ facts: MOVE })
      if (status === 'done')
        await anAnswer(house.database, house.config.vault, { jti: id, at: house.clock(), status: 'no_record' })
      await anAnswer(house.database, house.config.vault, { jti: id, at: house.clock(), status })
    }
    const counted = (agency: string) =>
      inContext(house.database.web, { agency }, (tx) => matchingRates(tx, agency, new Date(0)))
    const told = { eventType: 'change-of-address', agreementId: 'dvla-address', agreementVersion: 1 }
    expect(await counted('dvla')).toEqual([{ ...told, answered: 3, noRecord: 1, refused: 1 }])
    expect(await counted('hmrc')).toEqual([])
    const { text } = await officer.get('/agency/quality')
    expect(text).toMatch(
      /Change of address: dvla-address, version 1 Found in your files 67% Answered for good 3 No record 1 \(33%\)/,
    )
    expect(text).toContain('New address')
  })
})
