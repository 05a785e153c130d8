import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeOfAddress } from '../../src/catalogue/change-of-address/event.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { expectAccessible, expectAccessibleInBothLanguages } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { applyBodies } from './bodies.ts'
import { BASE, begin, fromVerified, noNumbers, toOtleyRoad, walk, when } from './walk.ts'

const both = <Words>(words: Words) => ({ en: words, cy: words })

const heavyMove: LifeEvent = {
  ...changeOfAddress,
  consequences: [
    {
      name: 'tax',
      field: 'old_address',
      when: () => true,
      words: both({
        title: 'Phone first',
        paragraphs: ['Or wait.'],
        link: { text: 'GOV.UK', href: 'https://www.gov.uk' },
      }),
    },
  ],
  handOffs: () => [{ words: both({ text: 'apply for a passport' }), href: 'https://www.gov.uk/apply-renew-passport' }],
}

let house: House
let browser: Browser
let amira: Client
beforeAll(async () => {
  house = await startHouse({}, { events: [heavyMove] })
  await applyBodies(house)
  browser = await openBrowser()
  amira = await house.signIn('amira')
  await begin(amira)
  await walk(amira, [when(), ['safety', { safety: 'yes' }], ...toOtleyRoad, ...fromVerified, ...noNumbers])
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

async function pageOfAmira() {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'session', value: amira.cookie('session') ?? '', url: house.baseUrl }])
  return context.newPage()
}

test.each(['when/revenue-address', 'when/loans-address', 'when/loans-address/date', 'redaction/revenue-address'])(
  '%s is accessible',
  { timeout: 120_000 },
  async (path) => {
    const page = await pageOfAmira()
    await page.goto(`${house.baseUrl}${BASE}/${path}`)
    await expectAccessibleInBothLanguages(page)
    await page.context().close()
  },
)

test('so are its errors, and who will be told with all that there can be on it', { timeout: 120_000 }, async () => {
  const page = await pageOfAmira()
  await page.goto(`${house.baseUrl}${BASE}/when/loans-address/date`)
  await page.locator('main form').first().getByRole('button').first().click()
  await page.locator('.govuk-error-summary').waitFor()
  await expectAccessible(page)
  await amira.get(`${BASE}/redaction/revenue-address`)
  await amira.submit({ fields: ['new_address'] })
  await page.goto(`${house.baseUrl}${BASE}/who-will-be-told`)
  await expectAccessibleInBothLanguages(page)
  await page.goto(`${house.baseUrl}${BASE}/who-will-be-told?lang=en`)
  expect(await page.locator('#agreement-revenue-address').innerText()).toContain('What is left out')
  await page.context().close()
})
