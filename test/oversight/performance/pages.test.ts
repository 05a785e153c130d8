import { afterAll, beforeAll, expect, test } from 'vitest'
import { agree } from '../../../src/agreements/agreement-store.ts'
import { recordDecision } from '../../../src/agreements/decisions/decision-store.ts'
import { figures } from '../../../src/oversight/performance/figure.ts'
import { giveFigure } from '../../../src/oversight/performance/figure-store.ts'
import { countRunningMonth, makeFigures } from '../../../src/oversight/performance/make-figures.ts'
import { addMonths, monthInAddress, monthOf } from '../../../src/oversight/performance/month.ts'
import { ukToday } from '../../../src/shared/dates.ts'
import { anAgency, anAgreement } from '../../support/agency.ts'
import { startHouse, type House } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await anAgency(house.database, { id: 'dvla' })
  const agreement = await anAgreement(house.database, {
    ...{ id: 'dvla-address', agencyId: 'dvla' },
    events: [{ type: 'change-of-address', fields: ['names', 'moving_with'] }],
  })
  // Figures begin with the first agreement.
  await agree(house.database.owner, { ...agreement, id: 'dvla-today' }, house.clock())
})
afterAll(() => house.close())

const rate = async (times: number, score: string) => {
  const browser = house.browser()
  for (let time = 0; time < times; time += 1) {
    await browser.get('/feedback')
    await browser.submit({ satisfaction: score })
  }
  return browser
}

test('before a month is over there is nothing but the words, and no figure is made up', async () => {
  const browser = house.browser()
  await browser.get('/')
  await browser.follow('How well sharing works')
  expect(browser.page.text).toContain('No month has been counted yet.')
  expect(browser.page.$('svg.app-chart__drawing').length).toBe(0)
  for (const { id } of figures) expect((await browser.get(`/performance/${id}`)).status, id).toBe(200)
})

test('people say what they think with one question, and nothing of who they are is kept', async () => {
  const browser = await rate(5, '5')
  expect(browser.page.heading).toBe('Thank you for your feedback')
  await browser.get('/feedback')
  expect((await browser.submit({})).errors).toEqual(['Select how you felt about the service'])
  expect((await browser.post('/feedback', { satisfaction: '6' })).status).toBe(400)
  const rows = await house.database.owner('satisfaction_answers').orderBy('score').select('day', 'score', 'answers')
  const day = ukToday(house.clock())
  expect(rows).toEqual([{ day, score: 5, answers: 5 }])
})

test('the month that runs is shown, then its figures when it is over, for people and for programs', async () => {
  const { worker } = house.database
  const now = house.clock()
  const month = monthOf(ukToday(now))
  await giveFigure(worker, { figure: 'cost-per-transaction', month, value: 3.5, now })
  await countRunningMonth(worker, now)
  const browser = house.browser()
  expect((await browser.get('/performance')).text).toMatch(/So far in .*: 100%/)

  await worker.transaction((tx) =>
    recordDecision(
      tx,
      {
        agreementId: 'dvla-address',
        version: 1,
        act: 'renewed',
        role: 'body',
        agencyId: 'dvla',
        words: { en: 'It <works>' },
      },
      now,
    ),
  )
  const after = new Date(`${addMonths(month, 1)}T00:05:00Z`)
  await makeFigures(worker, after)
  const page = await browser.get('/performance')
  expect(page.text).toContain('The latest month is')
  expect(page.text).toContain('£3.50')
  expect(page.text).toContain('Fewer than 5, or none')
  expect(page.$('svg.app-chart__drawing').length).toBeGreaterThan(5)

  await browser.follow('User satisfaction')
  expect(browser.page.text).toContain('100%')
  expect((await browser.get(`/performance/overdue?month=${monthInAddress(month)}`)).status).toBe(200)
  for (const path of [
    '/performance/nothing',
    '/performance/overdue?month=1999-01',
    '/performance/overdue?body=nobody',
  ]) {
    expect((await browser.get(path)).status, path).toBe(404)
  }
  expect((await browser.get('/performance/overdue?body=dvla')).heading).toBe('Answers overdue: The dvla office')

  const all = (await (await fetch(`${house.baseUrl}/performance.json`)).json()) as {
    figures: Record<string, unknown>[]
  }
  const share = { figure: 'satisfaction', unit: 'share', value: 100, month: monthInAddress(month) }
  expect(all.figures).toContainEqual(share)
  const lines = (await (await fetch(`${house.baseUrl}/performance.csv`)).text()).trimEnd().split('\r\n')
  expect(lines[0]).toBe('"month","figure","part","body","unit","value"')
  expect(lines).toContain(`"${monthInAddress(month)}","satisfaction","","","share","100"`)
  expect(lines.length - 1).toBe(all.figures.length)

  const feed = await fetch(`${house.baseUrl}/performance/feed.xml`)
  const xml = await feed.text()
  expect(feed.headers.get('content-type')).toContain('application/atom+xml')
  expect(xml).toContain('<title>dvla-address: renewed</title>')
  expect(xml).toContain('It &lt;works&gt;')
  expect(xml).toMatch(/<title>Figures of /)
})

test('the priorities say where they stand and who serves them, in Welsh too', async () => {
  const browser = house.browser()
  const page = await browser.get('/performance/priorities')
  expect(page.text).toContain('As published')
  expect(page.$('a[href="/agreements/dvla-address"]').length).toBe(1)
  expect(page.text).toContain('No agreement here helps yet.')
  expect((await browser.get('/performance/priorities?lang=cy')).heading).toBe('Dwy flaenoriaeth genedlaethol')
  expect((await browser.get('/performance')).heading).toBe('Pa mor dda y mae rhannu’n gweithio')
})
