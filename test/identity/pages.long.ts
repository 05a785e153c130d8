import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createOneLoginKeys } from '../../src/demo/one-login/keys.ts'
import { startOneLogin, type RunningOneLogin } from '../../src/demo/one-login/server.ts'
import { signInProblems } from '../../src/identity/sign-in-problem.ts'
import { expectAccessible, expectAccessibleInBothLanguages } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { startService, type Service } from './service.ts'

let service: Service<RunningOneLogin>
let browser: Browser
let page: Page

beforeAll(async () => {
  const keys = await createOneLoginKeys()
  service = await startService((settings) => startOneLogin({ ...settings, keys }))
  browser = await openBrowser()
})
beforeEach(async () => {
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await service.close()
})

const visit = (path: string) => page.goto(`${service.baseUrl}${path}`)

test.each(signInProblems.map((problem) => [problem]))('the page for %s is accessible', async (problem) => {
  await visit(`/sign-in/problem/${problem}`)
  await expectAccessibleInBothLanguages(page)
})

test.each(['en', 'cy'])('the simulator’s pages are accessible in %s', async (language) => {
  await visit(`/signed-out?lang=${language}`)
  await expectAccessible(page)
  await visit('/sign-in')
  await expectAccessible(page)
  for (const path of ['', 'nowhere', 'logout']) {
    await page.goto(`${service.provider.issuer}${path}?ui_locales=${language}`)
    await expectAccessible(page)
  }
})

test('the way back from a check in person is accessible', async () => {
  await visit('/auth/landing')
  await page.getByLabel('Grace Eleanor Whitfield').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`${service.baseUrl}/auth/landing`)
  await expectAccessibleInBothLanguages(page)
  expect(await page.locator('h1').innerText()).toBe('Continue to get the result of your identity check')
})
