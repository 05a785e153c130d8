import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '../support/client.ts'
import { startSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

const languageOf = (page: Page) => page.$('html').attr('lang')

describe('the language', () => {
  test('is English until one chooses Welsh, and Welsh from then on', async () => {
    const browser = site.browser()
    expect(languageOf(await browser.get('/'))).toBe('en')
    expect(languageOf(await browser.follow('Cymraeg'))).toBe('cy')
    expect(languageOf(await browser.get('/privacy'))).toBe('cy')
    expect(languageOf(await browser.follow('English'))).toBe('en')
    expect(languageOf(await browser.get('/contact'))).toBe('en')
  })

  test('is marked for those who listen: each language under its own name, the current one without a link', async () => {
    const { $ } = await site.browser().get('/')
    const items = $('.govuk-language-navigation__list-item').toArray()
    expect(items.map((item) => [$(item).text().trim(), $(item).find('[lang]').attr('lang')])).toEqual([
      ['English', 'en'],
      ['Cymraeg', 'cy'],
    ])
    expect($('.govuk-language-navigation [aria-current]').text().trim()).toBe('English')
  })

  test('of the same page is one link away, with all that was asked of the page', async () => {
    const page = await site.browser().get('/cookies?body=dvla&from=2026-11-01')
    const href = page.$('a[lang="cy"]').attr('href')
    expect(href).toBe('/cookies?body=dvla&from=2026-11-01&lang=cy')
  })

  test.each(['//', '//elsewhere.example/cookies', '///elsewhere.example'])(
    'of %s stays with us: two slashes begin no other host',
    async (path) => {
      const response = await fetch(site.origin + path)
      expect(response.status).toBeLessThan(500)
      expect(await response.text()).toMatch(/href="\/(?!\/)[^"]*lang=cy"/)
    },
  )

  test.each(['/?lang=fr', '/?lang=', '/?lang=cy&lang=en', '/?lang[]=cy', '/?lang=__proto__'])(
    'is English when %s asks for no language of ours',
    async (path) => {
      expect(languageOf(await site.browser().get(path))).toBe('en')
    },
  )

  test.each(['language=fr', 'language=', 'my-language=cy', 'language'])(
    'is not read from the cookie %s',
    async (cookie) => {
      const response = await fetch(site.origin, { headers: { cookie } })
      expect(await response.text()).toContain('<html lang="en"')
    },
  )

  test('is remembered in a cookie that no script reads', async () => {
    const { headers } = await site.browser().get('/?lang=cy')
    expect(headers.getSetCookie()).toEqual(['language=cy; Path=/; HttpOnly; SameSite=Lax'])
  })

  test('is remembered over https only where the service is on https', async () => {
    const behindHttps = await startSite({ baseUrl: 'https://tell-us-once.example' })
    const response = await fetch(`${behindHttps.origin}/?lang=cy`, { headers: { 'x-forwarded-proto': 'https' } })
    expect(response.headers.getSetCookie()).toEqual(['language=cy; Path=/; HttpOnly; Secure; SameSite=Lax'])
    await behindHttps.close()
  })
})
