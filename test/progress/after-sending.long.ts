import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessibleInBothLanguages } from '../support/accessibility.ts'
import { anAgency, anAgreement } from '../support/agency.ts'
import { signedIn } from '../support/access-log.ts'
import { openBrowser } from '../support/browser.ts'
import { startHouse, type House } from '../support/house.ts'
import { reportMove } from '../support/move.ts'
import { aDelivery, anAnswer, fannedOut } from '../support/progress.ts'
import { SECOND, later } from '../../src/shared/clock.ts'

let house: House
let browser: Browser
let page: Page
let reference: string
const jti: Record<string, string> = {}

const NAMES: Record<string, string> = {
  dvla: 'Driver and Vehicle Licensing Agency',
  hmrc: 'HM Revenue and Customs',
  leeds: 'Leeds City Council',
  nhs: 'NHS England',
}

beforeAll(async () => {
  house = await startHouse()
  const { database, config, clock } = house
  for (const [id, en] of Object.entries(NAMES)) {
    await anAgency(database, { id, name: { en }, contact: { phone: '0300 790 6801' } })
    await anAgreement(database, { id: `${id}-address`, agencyId: id, choice: 'optional' })
  }
  for (const id of Object.keys(NAMES)) {
    const address = { method: 'push', endpoint_url: 'https://body.example/', status: 'enabled', changed_at: clock() }
    await database.worker('subscriptions').insert({ id: crypto.randomUUID(), agency_id: id, ...address })
  }
  const amira = await signedIn(house, 'amira')
  reference = await reportMove(amira.browser)
  const report = await database.owner('reports').where({ reference }).first<{ id: string }>('id')
  await fannedOut(database, report.id, clock())
  const given = { reportId: report.id, createdAt: clock() }
  for (const agencyId of Object.keys(NAMES)) {
    const state = agencyId === 'leeds' ? 'held' : 'acknowledged'
    jti[agencyId] = await aDelivery(database, amira, { ...given, agencyId, agreementId: `${agencyId}-address`, state })
  }
  const answer = (agencyId: string, outcome: object) =>
    anAnswer(database, config.vault, {
      ...{ jti: jti[agencyId] ?? '', at: later(clock(), SECOND), agencyId, status: 'done', ...outcome },
    })
  await answer('dvla', {
    ...{ status: 'needs_information', due_by: '2099-01-31' },
    message: { en: 'Which flat do you live in?', cy: 'Ym mha fflat ydych chi’n byw?' },
  })
  const title = { en: 'Child Benefit', cy: 'Budd-dal Plant' }
  await answer('hmrc', { offer: { title, text: 'You need not apply. Say yes, and we will pay it.', action: 'accept' } })
  browser = await openBrowser()
  page = await browser.newPage()
  await page.goto(`${house.baseUrl}/sign-in`)
  await page.getByLabel('Amira Hassan').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`${house.baseUrl}/reports`)
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

test.each<[string, () => string]>([
  ['report', () => ''],
  ['withdrawal', () => '/withdrawal'],
  ['correction', () => '/correction'],
  ['answer', () => `/deliveries/${jti['dvla']}/answer`],
  ['offer', () => `/deliveries/${jti['hmrc']}/offer-decision`],
  ['release', () => `/deliveries/${jti['leeds']}/release`],
])('the page %s is accessible in both languages, and so are its errors', async (_name, path) => {
  await page.goto(`${house.baseUrl}/reports/${reference}${path()}`)
  expect(new URL(page.url()).pathname).toBe(`/reports/${reference}${path()}`)
  await expectAccessibleInBothLanguages(page)
  const submit = page.locator('main form button')
  if ((await submit.count()) === 0 || ['/withdrawal', '/correction'].includes(path())) return
  await submit.click()
  await expectAccessibleInBothLanguages(page)
})

test('a correction is accessible before it is sent', async () => {
  await page.goto(`${house.baseUrl}/reports/${reference}/correction?lang=en`)
  await page.locator('main form button').click()
  await page.goto(`${house.baseUrl}/report/change-of-address/when`)
  await page.locator('#when-day').fill('1')
  await page.locator('#when-month').fill('11')
  await page.locator('main form button').first().click()
  await page.goto(`${house.baseUrl}/report/change-of-address/who-will-be-told`)
  expect(await page.locator('h1').textContent()).toBe('Check your correction')
  await expectAccessibleInBothLanguages(page)
})

test('a button prints the page, where scripts run', async () => {
  await page.goto(`${house.baseUrl}/reports/${reference}?lang=en`)
  await page.evaluate('window.print = () => { document.title = "printed" }')
  await page.getByRole('button', { name: 'Print this page' }).click()
  expect(await page.title()).toBe('printed')
})
