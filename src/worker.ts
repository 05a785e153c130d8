import { logMetrics } from './access-log/log/log-metrics.ts'
import { logKeyOf } from './access-log/log/log-settings.ts'
import { createSequencer } from './access-log/log/sequencer.ts'
import { findAgency } from './agencies/agency-store.ts'
import { readConfig, type Config } from './config.ts'
import { deliveryMetrics, dueMetrics } from './deliveries/metrics/delivery-metrics.ts'
import { allOf } from './deliveries/metrics/figures.ts'
import { createSampler } from './deliveries/metrics/sample.ts'
import { createSampleWriter } from './deliveries/metrics/write-samples.ts'
import { createWorker } from './deliveries/worker.ts'
import { databaseOf } from './embedded-parts.ts'
import { addressOfMember } from './identity/staff/staff-store.ts'
import { contactOf } from './identity/contact-store.ts'
import { developmentOutbox } from './notices/development-outbox.ts'
import { govukNotify } from './notices/govuk-notify.ts'
import { timerMetrics } from './notices/timer-metrics.ts'
import { createTimekeeper } from './notices/timekeeper.ts'
import { createNoticesWorker } from './notices/worker.ts'
import { addressOfRequester } from './oversight/onboarding/join-request-store.ts'
import { runProcess } from './run-process.ts'
import { systemClock, type Clock } from './shared/clock.ts'
import { openDatabase, type Db } from './shared/database.ts'
import { createLogger, type Logger } from './shared/log.ts'
import { timersOfRooms } from './timers.ts'
import { metricsOf, type Registry } from './web/metrics.ts'

/** The worker process: tells agencies what citizens have reported, and citizens what came of it. Several share the work. */
if (import.meta.main) {
  await runProcess(async (parts) => {
    const config = readConfig()
    const logger = createLogger({ level: config.logLevel })
    const database = await databaseOf('worker', config)
    parts.defer(() => database.stop())
    const metrics = await metricsOf(config)
    parts.defer(() => metrics.stop())
    const worker = openWorker({ config, databaseUrl: database.part, logger, metrics: metrics.part })
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
  metrics?: Registry | undefined
}

/** Stopping it finishes what is in flight. */
export function openWorker({ config, databaseUrl, logger, metrics }: WorkerParts) {
  const db = openDatabase(databaseUrl, { plansOnce: true })
  // What is rare looks at much, and each time at something else: it is planned as it comes.
  const rare = openDatabase(databaseUrl, { max: 4 })
  const { vault, baseUrl, production } = config
  const parts = { db, vault, baseUrl, logger, clock: systemClock }
  const sampler = createSampler()
  const samples = createSampleWriter({ ...parts, sampler })
  const figures = allOf([sampler.figures, ...(metrics ? [deliveryMetrics(metrics)] : [])])
  if (metrics) dueMetrics(metrics, parts)
  if (metrics) logMetrics(metrics, parts)
  const allowLoopback = !production
  const deliveries = createWorker({ ...parts, signingKeys: config.setSigningKeys, allowLoopback, figures })
  const notices = createNoticesWorker({ ...parts, ...noticesParts(config, db, systemClock) })
  const sequencer = createSequencer({ ...parts, ...config.log, key: logKeyOf(config), fetch })
  const onRun = metrics && timerMetrics(metrics)
  const timers = timersOfRooms({ logger, logKey: logKeyOf(config) })
  const timekeeper = createTimekeeper({ ...parts, db: rare, databaseUrl, timers, onRun })
  return {
    async start() {
      timekeeper.start()
      samples.start()
      await Promise.all([deliveries.start(), notices.start(), sequencer.start()])
    },
    async stop() {
      await Promise.all([deliveries.stop(), notices.stop(), timekeeper.stop(), sequencer.stop()])
      await samples.stop()
      await Promise.all([db.destroy(), rare.destroy()])
    },
  }
}

/** What the notices' worker is told by other rooms: where people are reached. */
export function noticesParts({ notify, operatorEmail, vault }: Config, db: Db, clock: Clock) {
  return {
    sender: 'outbox' in notify ? developmentOutbox(notify.outbox, clock) : govukNotify(notify),
    addresses: {
      ofCitizen: (accountId: string) => contactOf(db, vault, accountId),
      ofAgency: async (id: string) => (await findAgency(db, id))?.contact,
      ofStaff: (id: string) => addressOfMember(db, id),
      ofRequester: (id: string) => addressOfRequester(db, id),
      ofOperator: { email: operatorEmail },
    },
  }
}
