import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { settleDisclosures } from '../../src/access-log/record.ts'
import { HOUR, later } from '../../src/shared/clock.ts'
import { aDisclosure, disclose, signedIn, type Citizen } from '../support/access-log.ts'
import { expectAccessibleInBothLanguages } from '../support/accessibility.ts'
import { anAgency, anAgreement } from '../support/agency.ts'
import { openBrowser } from '../support/browser.ts'
import { startHouse, type House } from '../support/house.ts'
import { aDelivery, anAnswer, fannedOut } from '../support/progress.ts'
import { aReport } from '../support/reports.ts'

let house: House
let browser: Browser
let page: Page
let reference: string
let recordId: string

beforeAll(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await browser.newPage()
  await anAgency(house.database, {
    ...{ id: 'dvla', name: { en: 'Driver and Vehicle Licensing Agency', cy: 'Yr Asiantaeth Trwyddedu Gyrwyr' } },
    contact: { phone: '0300 790 6801', email: 'address.changes@dvla.example', url: 'https://dvla.example/contact' },
  })
  await anAgreement(house.database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
  await anAgency(house.database, { id: 'hmrc', name: { en: 'HM Revenue and Customs', cy: 'Cyllid a Thollau EF' } })
  await anAgreement(house.database, { id: 'hmrc-address', agencyId: 'hmrc' })
  await tell(await signedIn(house, 'amira'))
  await page.goto(`${house.baseUrl}/sign-in`)
  await page.getByLabel('Amira Hassan').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`${house.baseUrl}/reports`)
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

/** A report to two bodies, of which one has answered and asks for something; a page of the access log and a bit. */
async function tell(amira: Citizen): Promise<void> {
  const { database, config, baseUrl } = house
  const at = later(house.clock(), -HOUR)
  recordId = uuidv7()
  const reportId = await aReport(database, config.vault, amira, {
    ...{ submittedAt: at, withheld: { 'hmrc-address': 'chosen' } },
  })
  const row = await database.owner('reports').where({ id: reportId }).first<{ reference: string }>('reference')
  reference = row.reference
  await fannedOut(database, reportId, at)
  const told = { reportId, createdAt: at, accessRecordId: recordId, state: 'acknowledged' } as const
  const jti = await aDelivery(database, amira, told)
  await aDelivery(database, amira, {
    reportId,
    createdAt: at,
    agencyId: 'hmrc',
    agreementId: 'hmrc-address',
    attempts: 3,
  })
  await anAnswer(database, config.vault, {
    ...{ jti, at, status: 'needs_information', due_by: '2099-12-01' },
    message: { en: 'Send us your log book.', cy: 'Anfonwch eich llyfr cofnodion atom.' },
  })
  const activityId = `${baseUrl}/agreements/dvla-driving-licence/versions/1`
  const record = { subjectRef: amira.subject, activityId, reportId, registeredAt: at }
  await disclose(database, aDisclosure({ ...record, recordId }))
  await disclose(database, ...Array.from({ length: 25 }, () => aDisclosure({ ...record, agencyId: 'hmrc' })))
  await settleDisclosures(database.worker, [{ subjectRef: amira.subject, recordId, result: 'made', at }])
}

test.each([
  ['the list of reports', () => '/reports'],
  ['a report', () => `/reports/${reference}`],
  [
    'the filter of the access log with everything wrong',
    () => '/access?body=x&from-day=31&from-month=2&from-year=2026&to-day=1',
  ],
  ['an access record', () => `/access/${recordId}`],
])('%s is accessible, in both languages and two widths', async (_what, path) => {
  await page.goto(house.baseUrl + path())
  await expectAccessibleInBothLanguages(page)
})

test('a further page of the access log is accessible', async () => {
  await page.goto(`${house.baseUrl}/access`)
  await page.getByRole('link', { name: 'Older' }).click()
  await page.waitForURL(/older=/)
  await expectAccessibleInBothLanguages(page)
})

test('the filter opens, filters and is cleared', async () => {
  await page.goto(`${house.baseUrl}/access?lang=en`)
  expect(await page.getByLabel('Body').isVisible()).toBe(false)
  await page.getByText('Choose what to show').click()
  await page.getByLabel('Body').selectOption('Driver and Vehicle Licensing Agency')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  expect(await page.locator('.govuk-summary-card').count()).toBe(1)
  expect(await page.getByLabel('Body').inputValue()).toBe('dvla')
  await page.getByRole('link', { name: 'Show everything' }).click()
  expect(await page.locator('.govuk-summary-card').count()).toBe(20)
})
