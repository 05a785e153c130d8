import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueNotice } from '../../src/notices/queue-notice.ts'
import { noticeKinds } from '../../src/notices/notice.ts'
import { expectAccessible, expectAccessibleInBothLanguages } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { startHouse, type House } from '../support/house.ts'
import { sendNotices } from '../support/notices.ts'

let house: House
let browser: Browser
let page: Page
beforeAll(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await browser.newPage()
  await page.goto(`${house.baseUrl}/sign-in`)
  await page.getByLabel('Amira Hassan').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`${house.baseUrl}/**`)
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

test('choosing is accessible, before and after it was saved, and where something is missing', async () => {
  await page.goto(`${house.baseUrl}/notifications`)
  await expectAccessibleInBothLanguages(page)
  await page.goto(`${house.baseUrl}/notifications?lang=en`)
  await page.getByRole('button', { name: 'Save your choices' }).click()
  await page.getByText('Your choices are saved').waitFor()
  await expectAccessible(page)
  await page.evaluate(`document.querySelectorAll('input[type=radio]').forEach((radio) => { radio.checked = false })`)
  await page.getByRole('button', { name: 'Save your choices' }).click()
  await page.getByText('There is a problem').waitFor()
  await expectAccessible(page)
  expect(await page.title()).toMatch(/^Error: /)
})

test('the outbox is accessible, empty and with a message of each kind', async () => {
  await page.goto(`${house.baseUrl}/development/outbox`)
  await expectAccessibleInBothLanguages(page)
  const { id } = await house.database.owner('accounts').first<{ id: string }>('id')
  await house.database.worker.transaction(async (tx) => {
    for (const kind of noticeKinds) await queueNotice(tx, { to: { account: id }, kind, key: 'one' })
  })
  expect(await sendNotices(house)).toHaveLength(noticeKinds.length)
  await page.reload()
  await expectAccessibleInBothLanguages(page)
})
