import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { violationsOn } from './axe.ts'

// 320 CSS pixels is what WCAG 1.4.10 (reflow) asks for; 1280 is a small laptop.
const WIDTHS = [1280, 320]

/** The page as it stands, on a wide and on a narrow screen: no violation of WCAG 2.2 AA, no scrolling sideways. */
export async function expectAccessible(page: Page, widths = WIDTHS): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 900 }
  for (const width of widths) {
    await page.setViewportSize({ ...size, width })
    const where = `${new URL(page.url()).pathname} at ${width} px in ${await languageOf(page)}`
    expect(await violationsOn(page), where).toEqual([])
    expect(await widthOf(page), `${where} scrolls sideways`).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize(size)
}

/** The same in English and in Welsh, for a page that can be loaded again. Ends in the language it began in. */
export async function expectAccessibleInBothLanguages(page: Page): Promise<void> {
  const [url, language] = [page.url(), await languageOf(page)]
  for (const other of ['en', 'cy'].sort((one) => (one === language ? 1 : -1))) {
    await page.goto(inLanguage(url, other))
    expect(await languageOf(page), `the language of ${new URL(url).pathname}`).toBe(other)
    await expectAccessible(page)
  }
}

const languageOf = (page: Page) => page.evaluate<string>('document.documentElement.lang')
const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')

function inLanguage(url: string, language: string): string {
  const changed = new URL(url)
  changed.searchParams.set('lang', language)
  return changed.href
}
