import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const OPTIONS = JSON.stringify({ runOnly: { type: 'tag', values: WCAG }, resultTypes: ['violations'] })

/** Puts axe into every document of a context from the start: it is large, and would otherwise be sent for every page. */
export const bringAxe = (context: BrowserContext) => context.addInitScript({ content: axe.source })

/** What keeps somebody out of the page as it stands (WCAG 2.2 AA), a line each: the rule, the place, the reason. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${OPTIONS})`)
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')} (${help})`))
}
