import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { KEPT_FOR } from '../../src/reports/drafts/draft.ts'
import { DAY } from '../../src/shared/clock.ts'
import { startHouse, type House } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

test.each(['en', 'cy'] as const)('the start page names every life event by its own name (%s)', async (language) => {
  const { $ } = await house.browser().get(`/?lang=${language}`)
  const listed = $('main ul a[href^="/report/"], main ul a[href="/report-a-death"]').toArray()
  const names = listed.map((link) => $(link).text())
  expect(names.toSorted()).toEqual(lifeEvents.map(({ words }) => words[language].name).toSorted())
})

test('each of its links leads to what it says', async () => {
  const amira = await house.signIn('amira')
  const { $ } = await amira.get('/')
  const paths = $('main a[href^="/"]')
    .toArray()
    .map(({ attribs }) => attribs['href'] ?? '')
  expect(paths).toEqual(expect.arrayContaining(['/this-is-wrong', '/reported-as-dead', '/agencies', '/agreements']))
  for (const path of paths) {
    const page = await amira.get(path)
    expect(page.status, path).toBe(200)
    expect(page.url.pathname.startsWith(path), page.url.pathname).toBe(true)
  }
})

test('what the start page and the privacy notice say of how long drafts are kept is so', async () => {
  const browser = house.browser()
  const kept = `${KEPT_FOR / DAY} days`
  expect((await browser.get('/')).text).toContain(`come back within ${kept}`)
  const { text } = await browser.get('/privacy')
  expect(text).toContain(`have started and not sent for ${kept} after your last answer`)
  expect(text).toContain('GOV.UK Notify sends emails and text messages for us.')
})
