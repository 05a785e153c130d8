import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { join, relative } from 'node:path'
import { lifeEvents } from './catalogue/catalogue.ts'
import { inProduction, readConfig, type Config } from './config.ts'
import { forkSampleAgencies } from './demo/agencies/process.ts'
import { tryLock } from './demo/database/folder-lock.ts'
import { personas } from './demo/one-login/personas.ts'
import { ownDatabase, oneLoginOf, staffOidcOf, witnessesOf, type Embedded } from './embedded-parts.ts'
import { runProcess } from './run-process.ts'
import { openWeb } from './server.ts'
import { systemClock } from './shared/clock.ts'
import { openDatabase } from './shared/database.ts'
import { createLogger, type Logger } from './shared/log.ts'
import { fullName } from './shared/names.ts'
import { applyAgenciesFile } from './subscriptions/apply-agencies-file.ts'
import { EVERYWHERE, LOOPBACK, takePort } from './web/listen.ts'
import { metricsOf } from './web/metrics.ts'
import { openWorker } from './worker.ts'

const NOT_IN_PRODUCTION =
  'npm start is for a machine of your own: it brings made-up citizens and agencies with it. In production run ' +
  '"npm run migrate", then "npm run web" and "npm run worker".'

// `npm start`: web and worker in one process, on embedded parts, for a machine that has only Node.
await runProcess(async (parts) => {
  if (inProduction()) throw new Error(NOT_IN_PRODUCTION)
  const settings = readConfig()
  claimFolder(settings.dataDir, parts)
  const door = await takePort(settings.port, hostsOf(settings))
  parts.defer(() => door.close())
  const given = withPort(settings, door.port)
  say(existsSync(logFileOf(given)) ? 'Starting.' : 'Starting. This takes a little longer the first time.')
  const log = openLog(given, parts)
  // Side by side, because each waits for others most of the time.
  const starting = [
    ownDatabase(given, (line) => log.logger.info(line)),
    oneLoginOf(given),
    staffOidcOf(given),
    sampleAgencies(given, log.file),
    witnessesOf(given),
  ] as const
  await keepWhatStarts(parts, starting)
  const [database, oneLogin, staff, agencies, { part: witnesses }] = await Promise.all(starting)
  const config = { ...given, log: { ...given.log, witnesses } }
  await makeKnown(config, database.part.worker, agencies.part)
  const metrics = await metricsOf(config)
  parts.defer(() => metrics.stop())
  const shared = { config, logger: log.logger, metrics: metrics.part }
  const worker = openWorker({ ...shared, databaseUrl: database.part.worker })
  const { web: databaseUrl, owner: galleryUrl } = database.part
  const signIns = { oneLogin: oneLogin.part, staffOidc: staff.part }
  const web = openWeb({ ...shared, ...signIns, databaseUrl, galleryUrl, door })
  // At once: one after the other they could take longer than the process has.
  parts.defer(async () => {
    await Promise.all([web.stop(), worker.stop()])
  })
  await worker.start()
  parts.defer(() => say('Stopping.'))
  say(readyText(config))
})

/** Two at once would tell the same agencies different addresses. */
function claimFolder(dataDir: string, parts: AsyncDisposableStack): void {
  const release = tryLock(join(dataDir, 'start.lock'), 'exclusive')
  if (!release) throw new Error(`Tell us once already runs on the data in ${dataDir}: stop it, or set DATA_DIR.`)
  parts.defer(release)
}

/** A simulated One Login is nothing for others in the same network, unless the address says that they are meant. */
function hostsOf({ baseUrl }: Config) {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(baseUrl).hostname) ? LOOPBACK : EVERYWHERE
}

/** With PORT=0 the address is known only now. */
function withPort(config: Config, port: number): Config {
  const url = new URL(config.baseUrl)
  return url.port === '0'
    ? { ...config, port, baseUrl: `${url.protocol}//${url.hostname}:${port}` }
    : { ...config, port }
}

/** The log of this start, so that the terminal stays free for the one line that matters. */
function openLog(config: Config, parts: AsyncDisposableStack): { logger: Logger; file: number } {
  const file = openSync(logFileOf(config), 'w', 0o600)
  parts.defer(() => closeSync(file))
  return { logger: createLogger({ level: config.logLevel, write: (line) => writeSync(file, line) }), file }
}

function logFileOf({ dataDir }: Config): string {
  return join(dataDir, 'service.log')
}

/** Waits for all, so that what has started is stopped even if another fails. */
async function keepWhatStarts(parts: AsyncDisposableStack, starting: readonly Promise<Embedded<unknown>>[]) {
  for (const result of await Promise.allSettled(starting)) {
    if (result.status === 'fulfilled') parts.defer(result.value.stop)
  }
}

async function sampleAgencies({ baseUrl, dataDir }: Config, logFile: number): Promise<Embedded<unknown>> {
  const running = await forkSampleAgencies({ baseUrl, folder: join(dataDir, 'agencies') }, logFile)
  return { part: running.file, stop: () => running.close() }
}

/** Their ports differ from start to start; the rest is as before, so that nothing else changes. */
async function makeKnown({ vault }: Config, workerUrl: string, agenciesFile: unknown): Promise<void> {
  const db = openDatabase(workerUrl, { max: 1 })
  try {
    await applyAgenciesFile(db, vault, agenciesFile, { lifeEvents, allowLoopback: true, now: systemClock() })
  } finally {
    await db.destroy()
  }
}

function readyText(config: Config): string {
  const [first] = personas
  const who = first?.names[0] ? fullName(first.names[0]) : ''
  const signIn = config.oneLogin
    ? 'Sign in with the One Login of your settings.'
    : `Sign in as ${who} or one of ${personas.length - 1} other made-up citizens: a simulated GOV.UK One Login asks who to be.`
  return `
  Tell us once is ready: ${config.baseUrl}

  ${signIn}
  People of public bodies sign in at /agency, operators of the service at /operator.
  Its log is in ${relative('', logFileOf(config))}. Stop it with Ctrl-C.
`
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
