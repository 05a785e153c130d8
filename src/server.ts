import { createApp } from './app.ts'
import { readConfig, type Config, type OneLoginSettings, type StaffOidcSettings } from './config.ts'
import { databaseOf, oneLoginOf, staffOidcOf } from './embedded-parts.ts'
import { sampleDeathRegister } from './demo/registrar/registered-deaths.ts'
import { bundledAddresses } from './places/bundled-addresses.ts'
import { osPlaces } from './places/os-places.ts'
import { noDeathRegister, type DeathRegister } from './reports/somebody-else/death-register.ts'
import { httpDeathRegister } from './reports/somebody-else/http-death-register.ts'
import { runProcess } from './run-process.ts'
import { systemClock, type Clock } from './shared/clock.ts'
import { openDatabase } from './shared/database.ts'
import { createLogger, type Logger } from './shared/log.ts'
import { EVERYWHERE, takePort, type Door } from './web/listen.ts'
import { metricsOf, type Registry } from './web/metrics.ts'
import { openSessionStore } from './web/session.ts'

/** The web process: answers people and programs. As many of them as the traffic asks for. */
if (import.meta.main) {
  await runProcess(async (parts) => {
    const config = readConfig()
    const logger = createLogger({ level: config.logLevel })
    const door = await takePort(config.port, EVERYWHERE)
    parts.defer(() => door.close())
    const database = await databaseOf('web', config)
    parts.defer(() => database.stop())
    const oneLogin = await oneLoginOf(config)
    parts.defer(() => oneLogin.stop())
    const staffOidc = await staffOidcOf(config)
    parts.defer(() => staffOidc.stop())
    const metrics = await metricsOf(config)
    parts.defer(() => metrics.stop())
    const given = { config, oneLogin: oneLogin.part, staffOidc: staffOidc.part, metrics: metrics.part }
    const web = openWeb({ ...given, databaseUrl: database.part, door, logger })
    parts.defer(() => web.stop())
    logger.info({ port: door.port }, 'the web process serves')
  })
}

export interface WebParts {
  config: Config
  oneLogin: OneLoginSettings
  staffOidc: StaffOidcSettings
  /** With the web role. */
  databaseUrl: string
  /** The owner's, on a developer's machine only: then there is a gallery of every page. */
  galleryUrl?: string
  door: Door
  logger: Logger
  metrics?: Registry | undefined
}

/** Opens the door to the web application. Stopping it lets those inside finish first. */
export function openWeb(parts: WebParts): { stop(): Promise<void> } {
  const { config, oneLogin, staffOidc, databaseUrl, galleryUrl, door, logger, metrics } = parts
  const clock = systemClock
  const db = openDatabase(databaseUrl)
  const gallery = galleryUrl === undefined ? undefined : openDatabase(galleryUrl, { max: 2 })
  const sessions = openSessionStore(databaseUrl)
  const { osPlacesApiKey: apiKey } = config
  const addresses = apiKey ? osPlaces({ apiKey, clock, logger }) : bundledAddresses
  const deathRegister = deathRegisterOf(config, { clock, logger })
  let serving = true
  door.open(
    createApp({
      config,
      oneLogin,
      staffOidc,
      db,
      gallery,
      sessions: sessions.store,
      addresses,
      deathRegister,
      clock,
      logger,
      metrics,
      isServing: () => serving,
    }),
  )
  return {
    async stop() {
      serving = false
      await door.close()
      await sessions.close()
      await Promise.all([db.destroy(), gallery?.destroy()])
    },
  }
}

/** The real one where it is set; otherwise sample references, and in production none. */
function deathRegisterOf(config: Config, parts: { clock: Clock; logger: Logger }): DeathRegister {
  if (config.deathRegister) return httpDeathRegister({ ...config.deathRegister, ...parts })
  return config.production ? noDeathRegister : sampleDeathRegister
}
