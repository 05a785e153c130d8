import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { startSite, type Site } from '../support/site.ts'

const PAGES = ['/', '/cookies', '/privacy', '/accessibility-statement', '/contact']

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

describe('the public pages', () => {
  test('say what the service is, what one needs, and where to start', async () => {
    const browser = site.browser()
    const page = await browser.get('/')
    expect(page.heading).toBe('Tell government once that something has changed')
    expect(page.text).toContain('You tell us once. We tell everyone who needs to know.')
    expect(page.text).toContain('You see who got it, what they got, when, why and which law lets them.')
    expect(page.text).toContain('This is a demonstration.')
    expect(page.$('a.govuk-button--start').attr('href')).toBe('/report')
    expect(page.$('main a[href="/access"]').text()).toBe('See who has used your data')
    expect(page.$('main a[href="/reports"]')).toHaveLength(1)
  })

  test('have titles that tell them apart, in both languages', async () => {
    const browser = site.browser()
    const titles = []
    for (const path of PAGES) {
      const english = await browser.get(`${path}?lang=en`)
      const welsh = await browser.get(`${path}?lang=cy`)
      expect([english.status, welsh.status]).toEqual([200, 200])
      expect([english.$('html').attr('lang'), welsh.$('html').attr('lang')]).toEqual(['en', 'cy'])
      titles.push(english.heading, welsh.heading)
    }
    expect(new Set(titles).size).toBe(PAGES.length * 2)
  })

  test('are linked from the foot of every page, and lead nowhere that does not exist', async () => {
    const browser = site.browser()
    const { $ } = await browser.get('/')
    const links = $('footer a[href^="/"]')
      .toArray()
      .map((link) => link.attribs['href'] ?? '')
    // The last is another room's page, which this site does not have.
    expect(links).toEqual([...PAGES.slice(1), '/this-is-wrong'])
    for (const link of PAGES) expect((await browser.get(link)).status).toBe(200)
  })

  test('set no cookie', async () => {
    for (const path of PAGES) {
      const page = await site.browser().get(path)
      expect(page.headers.getSetCookie(), path).toEqual([])
    }
  })

  test('name the very cookies that we set', async () => {
    const { $ } = await site.browser().get('/cookies')
    const names = $('tbody tr td:first-child').toArray()
    expect(names.map((cell) => $(cell).text())).toEqual(['session', 'language'])
  })

  test('make an accessibility statement in the form that the law gives', async () => {
    const browser = site.browser()
    const english = await browser.get('/accessibility-statement')
    const headings = english
      .$('h2, h3')
      .toArray()
      .map((heading) => english.$(heading).text())
    expect(headings).toEqual(
      expect.arrayContaining([
        'Feedback and contact information',
        'Enforcement procedure',
        'Compliance status',
        'Non-accessible content',
        'Preparation of this accessibility statement',
      ]),
    )
    expect(english.text).toContain('partially compliant with the Web Content Accessibility Guidelines version 2.2 AA')
    expect(english.text).toContain('This statement was prepared on 22 November 2026.')
    const welsh = await browser.get('/accessibility-statement?lang=cy')
    expect(welsh.text).toContain('Paratowyd y datganiad hwn ar 22 Tachwedd 2026.')
  })

  test('say how to report a weakness, by RFC 9116, until half a year from now', async () => {
    const response = await fetch(`${site.origin}/.well-known/security.txt`)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toBe(
      [
        `Contact: ${site.origin}/contact`,
        'Expires: 2027-05-21T17:51:00.000Z',
        'Preferred-Languages: en, cy',
        `Canonical: ${site.origin}/.well-known/security.txt`,
        '',
      ].join('\n'),
    )
  })
})

describe('in a real browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('the menu opens on a narrow screen, with our scripts allowed by our own policy', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    expect((await page.goto(site.origin))?.status()).toBe(200)
    const report = page.getByRole('link', { name: 'Report a change' })
    expect(await report.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'menu' }).click()
    expect(await report.isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('everything can be reached without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } })
    const page = await context.newPage()
    expect((await page.goto(site.origin))?.status()).toBe(200)
    expect(await page.getByRole('link', { name: 'Report a change' }).isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Cymraeg' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Dweud wrth y llywodraeth unwaith')
    await context.close()
  })
})
