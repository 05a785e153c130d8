import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOneLoginKeys } from '../../src/demo/one-login/keys.ts'
import { startOneLogin, type RunningOneLogin } from '../../src/demo/one-login/server.ts'
import { MINUTE, SECOND } from '../../src/shared/clock.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { startService, type Service } from './service.ts'

let service: Service<RunningOneLogin>
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  const keys = await createOneLoginKeys()
  service = await startService((settings) => startOneLogin({ ...settings, keys }))
  browser = await openBrowser()
})
beforeEach(async () => {
  // A person who was never here: cookies of their own.
  page = await (await browser.newContext()).newPage()
  complaints = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
})
afterEach(async () => {
  service.clock.reset()
  // What a browser says when the security policy stops something.
  expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([])
  await page.context().close()
})
afterAll(async () => {
  await browser.close()
  await service.close()
})
const visit = (path: string) => page.goto(`${service.baseUrl}${path}`)
const heading = () => page.locator('h1').innerText()

async function signIn() {
  await visit('/sign-in')
  await page.getByLabel('Amira Hassan').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`${service.baseUrl}/reports`)
}

test('a person signs in and out with nothing in the way', async () => {
  await signIn()
  await visit('/sign-out')
  expect(await heading()).toBe('You have signed out')
  await visit('/sign-in')
  expect(await heading()).toBe('Choose who to sign in as')
})

describe('the warning before a session ends', () => {
  const dialog = () => page.locator('#session-warning')
  const opened = () => dialog().waitFor({ state: 'visible' })

  test('opens when less than three minutes are left, and staying closes it', async () => {
    await signIn()
    await visit('/signed-out')
    expect(await dialog().isVisible()).toBe(false)
    service.clock.advance(12 * MINUTE + 30 * SECOND)
    // As when a computer wakes up.
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await opened()
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Stay signed in')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect(page.url()).toBe(`${service.baseUrl}/signed-out`)
  })

  test('goes from all tabs when somebody stays in one of them', async () => {
    await signIn()
    await visit('/signed-out')
    const other = await page.context().newPage()
    await other.goto(`${service.baseUrl}/signed-out`)
    service.clock.advance(13 * MINUTE)
    for (const tab of [page, other]) await tab.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await opened()
    await other.locator('#session-warning').waitFor({ state: 'visible' })
    await other.getByRole('button', { name: 'Stay signed in' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await other.locator('#session-warning').waitFor({ state: 'hidden' })

    service.clock.advance(13 * MINUTE)
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await opened()
    await other.reload()
    await dialog().waitFor({ state: 'hidden' })
  })

  test('says when nobody can stay for longer, and can be closed', async () => {
    await signIn()
    for (let quarter = 0; quarter < 9; quarter += 1) {
      service.clock.advance(13 * MINUTE)
      await visit('/signed-out')
    }
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await opened()
    expect(await dialog().innerText()).toContain('you cannot stay signed in for longer')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close this message' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.waitForTimeout(300)
    expect(await dialog().isVisible(), 'said once').toBe(false)
  })

  test('gives way to the page that says so when somebody signed out in another tab', async () => {
    await signIn()
    await visit('/signed-out')
    const other = await page.context().newPage()
    await other.goto(`${service.baseUrl}/sign-out`)
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.waitForURL(`${service.baseUrl}/signed-out`)
    expect(await heading()).toBe('You have signed out')
    expect(await dialog().count(), 'it is another page than before').toBe(0)
  })

  test('gives way to the page that says it has ended', async () => {
    await signIn()
    await visit('/signed-out')
    service.clock.advance(15 * MINUTE)
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.waitForURL(`${service.baseUrl}/sign-in/problem/expired`)
    expect(await heading()).toBe('Your session has expired')
  })
})
