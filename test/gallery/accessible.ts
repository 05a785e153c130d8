import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import type { Language } from '../../src/shared/language.ts'
import type { House } from '../support/house.ts'
import { letIn, pathOf, type Listed } from './pages.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
// 320 CSS pixels is what WCAG 1.4.10 (reflow) asks for; 1280 is a small laptop.
const WIDTHS = [1280, 320]
// As many as there are cores to draw them.
const PAGES = 2

/** Everything in these states that somebody could stumble over, in both languages, wide and narrow; a line each. */
export async function barriersIn(browser: Browser, house: House, states: readonly Listed[]): Promise<string[]> {
  const looks = states.flatMap((state) => (['en', 'cy'] as const).map((language) => ({ state, language })))
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

/** With axe in every document from the start: it is large, and would otherwise be sent for every look. */
async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  await context.addInitScript({ content: axe.source })
  return context.newPage()
}

async function barriersOn(page: Page, house: House, look: { state: Listed; language: Language }): Promise<string[]> {
  const { state, language } = look
  await goTo(page, `${house.baseUrl}${pathOf(state, language)}`, state)
  const found: string[] = []
  for (const width of WIDTHS) {
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

/** Each says what to mend: the rule, the place, the reason. */
async function violationsOn(page: Page): Promise<string[]> {
  const options = { runOnly: { type: 'tag', values: WCAG }, resultTypes: ['violations'] }
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')} (${help})`))
}
