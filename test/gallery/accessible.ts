import type { Browser, Page } from 'playwright-core'
import type { Language } from '../../src/shared/language.ts'
import { bringAxe, violationsOn } from '../support/axe.ts'
import type { House } from '../support/house.ts'
import { letIn, pathOf, type Listed } from './pages.ts'

// 320 CSS pixels is what WCAG 1.4.10 (reflow) asks for; 1280 is a small laptop.
const WIDTHS = [1280, 320]
// As many as there are cores to draw them.
const PAGES = 2

/** One look at a page: in a language, on screens of these widths in CSS pixels. */
export interface Look {
  language: Language
  widths: readonly number[]
}

/** In both languages, wide and narrow. */
export const EVERY_LOOK: readonly Look[] = [
  { language: 'en', widths: WIDTHS },
  { language: 'cy', widths: WIDTHS },
]

/** Each language and each width once: Welsh has the longer words for the narrow screen. */
export const EACH_ONCE: readonly Look[] = [
  { language: 'en', widths: WIDTHS.slice(0, 1) },
  { language: 'cy', widths: WIDTHS.slice(1) },
]

/** Everything in these states that somebody could stumble over; a line each. */
export async function barriersIn(
  browser: Browser,
  house: House,
  { states, looks: each }: { states: readonly Listed[]; looks: readonly Look[] },
): Promise<string[]> {
  const looks = states.flatMap((state) => each.map((look) => ({ state, ...look })))
  const found: string[] = []
  let looked = 0
  const lane = async () => {
    const page = await openPage(browser)
    for (let look = looks[looked++]; look; look = looks[looked++]) {
      await letIn(house, looked)
      found.push(...(await barriersOn(page, house, look)))
    }
    await page.context().close()
  }
  await Promise.all(Array.from({ length: PAGES }, lane))
  return found
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  await bringAxe(context)
  return context.newPage()
}

async function barriersOn(page: Page, house: House, look: Look & { state: Listed }): Promise<string[]> {
  const { state, language, widths } = look
  await goTo(page, `${house.baseUrl}${pathOf(state, language)}`, state)
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const where = `${state.name} in ${language} at ${width} px`
    found.push(...(await violationsOn(page)).map((violation) => `${where}: ${violation}`))
    const needed = await page.evaluate<number>('document.scrollingElement.scrollWidth')
    if (needed > width) found.push(`${where}: scrolls sideways, needs ${needed} px`)
  }
  return found
}

/** A machine that is busy drawing pages may answer "unavailable" for a second. */
async function goTo(page: Page, url: string, state: Listed, tries = 10): Promise<void> {
  const response = await page.goto(url)
  if (response?.status() === state.status) return
  if (tries === 0) throw new Error(`${state.name} answers ${response?.status()}`)
  await page.waitForTimeout(1000)
  await goTo(page, url, state, tries - 1)
}
