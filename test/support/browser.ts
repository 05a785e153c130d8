import { chromium, type Browser } from 'playwright-core'
import { inject } from 'vitest'

/** A connection to the run's real browser. Closing it closes this file's pages and leaves the browser to others. */
export async function openBrowser(): Promise<Browser> {
  const response = await fetch(inject('browser'))
  const answer = await response.text()
  if (!response.ok) throw new Error(`The browser did not start: ${answer}`)
  return chromium.connect(answer)
}
