import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserServer } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { launchChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to ask for the run's one browser: it starts when first asked for. */
    browser: string
  }
}

/** One browser for the whole run, and none for a run that needs none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let browser: Promise<BrowserServer> | undefined
  const desk = createServer((_req, res) => {
    browser ??= launchChromium()
    browser.then(
      (server) => res.end(server.wsEndpoint()),
      (error: unknown) => res.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve))
  project.provide('browser', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`)
  return async () => {
    desk.close()
    await (await browser?.catch(() => undefined))?.close()
  }
}
