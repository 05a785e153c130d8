import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import type { Router } from 'express'
import { createLogger } from '../../src/shared/log.ts'
import { publicPages } from '../../src/web/public-pages.ts'
import { openSessionStore } from '../../src/web/session.ts'
import { createSite } from '../../src/web/site.ts'
import { createClient, type Client } from './client.ts'
import { testDatabase, type TestDatabase } from './database.ts'

/** The web kit alone, with the public pages and whatever doors a test hangs beside them. */
export interface Site {
  /** Where it listens, always by http: a proxy would stand before it. */
  origin: string
  database: TestDatabase
  /** Every line that was logged, parsed. */
  logs: Record<string, unknown>[]
  browser(): Client
  close(): Promise<void>
}

export interface SiteOptions {
  people?: (database: TestDatabase) => Router[]
  machines?: Router[] | ((database: TestDatabase) => Router[])
  /** As the public knows it; an https one means that a proxy stands before. */
  baseUrl?: string
  isReady?: () => Promise<boolean>
}

export const NOW = new Date('2026-11-22T17:51:00Z')

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const database = await testDatabase()
  const sessions = openSessionStore(database.urls.web)
  const logs: Record<string, unknown>[] = []
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const baseUrl = options.baseUrl ?? origin
  const parts = {
    db: database.web,
    logger: createLogger({ level: 'info', write: (line) => logs.push(JSON.parse(line) as Record<string, unknown>) }),
    sessions: sessions.store,
    sessionSecrets: ['a secret that only this test knows, of 32 bytes'],
    ...{ baseUrl, behindProxy: baseUrl.startsWith('https:') },
    formTargets: ['https://one-login.example'],
    isReady: options.isReady ?? (() => Promise.resolve(true)),
  }
  const people = [publicPages({ baseUrl, clock: () => NOW }), ...(options.people?.(database) ?? [])]
  const { machines = [] } = options
  const doors = typeof machines === 'function' ? machines(database) : machines
  server.on('request', createSite(parts, { machines: doors, porters: [], people }))
  return {
    ...{ origin, database, logs },
    browser: () => createClient(origin),
    async close() {
      server.closeAllConnections()
      await promisify(server.close.bind(server))()
      await sessions.close()
      await database.close()
    },
  }
}
