import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findLifeEvent } from '../../src/catalogue/catalogue.ts'
import { expectAccessible, expectAccessibleInBothLanguages } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { applyBodies } from './bodies.ts'
import {
  at,
  BASE,
  begin,
  beginAfresh,
  fromVerified,
  notAtRisk,
  plainMove,
  send,
  toOtleyRoad,
  type Answered,
  walk,
  when,
} from './walk.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const kind = (value: string): Answered => ['new-kind', { 'new-kind': value }]
const byHand: Answered = ['new-postcode', { 'new-postcode': 'ZE1 0AA' }]

/** A way to every question there is, and to lists with something in them. */
const ways: Record<string, Answered[]> = {
  when: [],
  safety: [when()],
  'new-kind': [when(), notAtRisk],
  'new-postcode': [when(), kind('uk')],
  'new-address': [when(), ...toOtleyRoad.slice(0, 2)],
  'new-address-by-hand': [when(), kind('uk'), byHand],
  'new-council': [
    when(),
    kind('uk'),
    byHand,
    ['new-address-by-hand', { 'new-address-by-hand-line1': '1 Quay', 'new-address-by-hand-town': 'Lerwick' }],
  ],
  'new-forces-address': [when(), kind('forces')],
  'new-address-abroad': [when(), kind('abroad')],
  'new-area': [when(), kind('no-fixed-address')],
  'new-post': [when(), kind('no-fixed-address'), ['new-area', { 'new-area': 'unknown' }]],
  'held-old-address': [when(), ...toOtleyRoad],
  'old-kind': [when(), ...toOtleyRoad, ['held-old-address', { 'held-old-address': 'no' }]],
  'moving-with': [when(), ...toOtleyRoad, ...fromVerified],
  'children/1': [when(), ...toOtleyRoad, ...fromVerified, ['moving-with', { 'moving-with': 'children' }]],
  children: [
    when(),
    ...toOtleyRoad,
    ...fromVerified,
    ['moving-with', { 'moving-with': 'children' }],
    ['children/1', { 'names-first': 'Iris', 'names-last': 'Hassan' }],
  ],
  numbers: plainMove.slice(0, -1),
  'driver-number': [...plainMove.slice(0, -1), ['numbers', { numbers: 'driver-number' }]],
  'check-answers': plainMove,
}

test.each(Object.entries(ways))(
  '%s is accessible, at first and with its errors',
  { timeout: 120_000 },
  async (name, way) => {
    const { client, page } = await bothAs('amira')
    await beginAfresh(client)
    await walk(client, way)
    expect(at(client)).toBe(name)
    await page.goto(client.page.url.href)
    await expectAccessibleInBothLanguages(page)
    if (name !== 'check-answers') {
      await page.locator('main form').first().getByRole('button').first().click()
      await page.locator('.govuk-error-summary').waitFor()
      await expectAccessible(page)
    }
    await page.context().close()
  },
)

test('the list of events, who will be told and the confirmation are accessible', { timeout: 120_000 }, async () => {
  const { client, page } = await bothAs('grace')
  await page.goto(`${house.baseUrl}/report`)
  await expectAccessibleInBothLanguages(page)
  await begin(client)
  await walk(client, plainMove)
  await page.goto(`${house.baseUrl}/report`)
  await expectAccessibleInBothLanguages(page)
  await page.goto(`${house.baseUrl}${BASE}/who-will-be-told`)
  await expectAccessibleInBothLanguages(page)
  await page
    .getByRole('button', { name: 'Agree and send' })
    .or(page.getByRole('button', { name: 'Cytuno ac anfon' }))
    .click()
  await page.locator('.govuk-error-summary').waitFor()
  await expectAccessible(page)
  await page.goto(`${house.baseUrl}/reports/${await send(client)}/confirmation`)
  await expectAccessibleInBothLanguages(page)
  await page.context().close()
})

test('every kind of question was among them', () => {
  const kindsSeen = new Set(Object.keys(ways).map((name) => kindOf(name)))
  const kinds = new Set(findLifeEvent('change-of-address')?.questions.map((question) => question.kind))
  expect([...kinds].filter((each) => !kindsSeen.has(each))).toEqual([])
})

const kindOf = (name: string) => findLifeEvent('change-of-address')?.questions.find((each) => each.name === name)?.kind

/** One session in a quick client, which walks, and in a real browser, which looks. */
async function bothAs(persona: string): Promise<{ client: Client; page: Page }> {
  const client = await house.signIn(persona)
  const context = await browser.newContext()
  await context.addCookies([{ name: 'session', value: client.cookie('session') ?? '', url: house.baseUrl }])
  return { client, page: await context.newPage() }
}
