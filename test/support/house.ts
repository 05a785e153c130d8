import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Express } from 'express'
import { createApp, type AppParts } from '../../src/app.ts'
import { readConfig, type Config } from '../../src/config.ts'
import type { LifeEvent } from '../../src/catalogue/life-event.ts'
import { developmentKeys, type DevelopmentKeys } from '../../src/development-keys.ts'
import { loadOneLoginKeys } from '../../src/demo/one-login/keys.ts'
import { startOneLogin } from '../../src/demo/one-login/server.ts'
import { startStaffSignIn } from '../../src/demo/staff-sign-in/server.ts'
import { publicKeys } from '../../src/identity/relying-party.ts'
import { sampleDeathRegister } from '../../src/demo/registrar/registered-deaths.ts'
import { bundledAddresses } from '../../src/places/bundled-addresses.ts'
import type { Clock } from '../../src/shared/clock.ts'
import { createLogger, type Logger } from '../../src/shared/log.ts'
import { openSessionStore } from '../../src/web/session.ts'
import { createClient, type Client } from './client.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { aColleague } from './staff.ts'

/** The whole service as production runs it: real database and roles, real HTTP, a simulated One Login. No worker. */
export interface House {
  config: Config
  /** What the application was made of. */
  parts: AppParts
  app: Express
  baseUrl: string
  database: TestDatabase
  /** Every line that was logged. */
  logs: string[]
  logger: Logger
  clock: Clock & { advance(milliseconds: number): void }
  browser(): Client
  /** A browser in which this persona has signed in and proved who they are. */
  signIn(persona: string): Promise<Client>
  /** A browser in which this colleague has signed in for their work; their agency is added if it is not there yet. */
  staff(persona: string): Promise<Client>
  close(): Promise<void>
}

export interface HouseDetails {
  /** One that stands already, such as another process's; then closing it is not the house's business. */
  database?: TestDatabase
  /** All of the catalogue unless said otherwise. */
  events?: readonly LifeEvent[]
}

export async function startHouse(
  settings: Record<string, string> = {},
  { database: given, events }: HouseDetails = {},
): Promise<House> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  const dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-house-'))
  await putKeys(dataDir)
  const config = readConfig({ BASE_URL: baseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'info', ...settings })
  const client = { id: 'tell-us-once', jwks: publicKeys(config.relyingParty) }
  const oneLoginKeys = await loadOneLoginKeys(join(dataDir, 'one-login.json'))
  const oneLogin = await startOneLogin({ baseUrl, client, keys: oneLoginKeys })
  const staffSignIn = await startStaffSignIn({
    ...{ baseUrl, client: { ...client, id: 'staff' }, keysFile: join(dataDir, 'staff-sign-in.json') },
  })
  const database = given ?? (await testDatabase())
  const sessions = openSessionStore(database.urls.web)
  const logs: string[] = []
  const logger = createLogger({ level: config.logLevel, write: (line) => logs.push(line) })
  const clock = movingClock()
  const parts: AppParts = {
    ...{ config, clock, logger, addresses: bundledAddresses, deathRegister: sampleDeathRegister },
    ...(events && { events }),
    oneLogin: { ...oneLogin, clientId: client.id },
    staffOidc: config.staffOidc ?? { issuer: staffSignIn.issuer, clientId: 'staff', ...config.relyingParty },
    db: database.web,
    gallery: database.owner,
    sessions: sessions.store,
    isServing: () => true,
  }
  const app = createApp(parts)
  server.on('request', app)
  const browser = () => createClient(baseUrl)
  return {
    ...{ config, parts, app, baseUrl, database, logs, logger, clock, browser },
    signIn: (persona) => signIn(browser(), persona),
    staff: (persona) => signInStaff(database, browser(), persona),
    async close() {
      server.closeAllConnections()
      await promisify(server.close.bind(server))()
      await Promise.all([oneLogin.close(), staffSignIn.close()])
      await sessions.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

// Two RSA keys take a second to make: the houses of a test process, one after the other, have the same.
let keys: DevelopmentKeys | undefined

async function putKeys(dataDir: string): Promise<void> {
  if (keys) await writeFile(join(dataDir, 'development-keys.json'), JSON.stringify(keys))
  else keys = developmentKeys(dataDir)
}

/** Through the front door: the link, the picker of the simulated One Login, and back. */
export async function signIn(browser: Client, persona: string): Promise<Client> {
  await browser.get('/sign-in')
  await browser.submit({ persona })
  return browser
}

async function signInStaff(database: TestDatabase, browser: Client, name: string): Promise<Client> {
  await aColleague(database, name)
  await browser.get('/staff/sign-in')
  await browser.submit({ persona: name })
  return browser
}

function movingClock(): House['clock'] {
  let ahead = 0
  const clock = () => new Date(Date.now() + ahead)
  return Object.assign(clock, { advance: (milliseconds: number) => (ahead += milliseconds) })
}
