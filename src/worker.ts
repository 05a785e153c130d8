import { readConfig, type Config } from './config.ts'
import { createWorker } from './deliveries/worker.ts'
import { databaseOf } from './embedded-parts.ts'
import { runProcess } from './run-process.ts'
import { systemClock } from './shared/clock.ts'
import { openDatabase } from './shared/database.ts'
import { createLogger, type Logger } from './shared/log.ts'

/** The worker process: tells agencies what citizens have reported. Several share the work. */
if (import.meta.main) {
  await runProcess(async (parts) => {
    const config = readConfig()
    const logger = createLogger({ level: config.logLevel })
    const database = await databaseOf('worker', config)
    parts.defer(() => database.stop())
    const worker = openWorker({ config, databaseUrl: database.part, logger })
    parts.defer(() => worker.stop())
    await worker.start()
    logger.info('the worker process works')
  })
}

export interface WorkerParts {
  config: Config
  /** With the worker role. */
  databaseUrl: string
  logger: Logger
}

/** Stopping it finishes what is in flight. */
export function openWorker({ config, databaseUrl, logger }: WorkerParts) {
  const db = openDatabase(databaseUrl)
  const { vault, baseUrl, production } = config
  const worker = createWorker({
    ...{ db, vault, baseUrl, logger },
    clock: systemClock,
    signingKeys: config.setSigningKeys,
    allowLoopback: !production,
  })
  return {
    start: () => worker.start(),
    async stop() {
      await worker.stop()
      await db.destroy()
    },
  }
}
