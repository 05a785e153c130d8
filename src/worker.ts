import { logMetrics } from './access-log/log/log-metrics.ts'
import { logKeyOf } from './access-log/log/log-settings.ts'
import { dropOldMonths, makeMonths } from './access-log/growth/retain.ts'
import { createSequencer } from './access-log/log/sequencer.ts'
import { mindQuestions } from './access-log/questions/mind-questions.ts'
import { sendMonthlySummaries, sendWeeklySummaries, tellOfAccess } from './access-log/wholeness/tell-of-access.ts'
import { watchCoverage } from './access-log/wholeness/watch-coverage.ts'
import { publishCounts } from './access-log/sealed/count-store.ts'
import { releaseSealed } from './access-log/sealed/release-sealed.ts'
import { findAgency } from './agencies/agency-store.ts'
import { enactProposals } from './agreements/proposals/enact-proposals.ts'
import { readConfig, type Config } from './config.ts'
import { chaseOverdue } from './deliveries/chase.ts'
import { giveUpUntaken } from './deliveries/give-up.ts'
import { prune } from './deliveries/housekeeping-store.ts'
import { mindStreams } from './deliveries/health/mind-streams.ts'
import { remindOfHeld } from './deliveries/remind-of-held.ts'
import { remindOfInbox } from './deliveries/remind-of-inbox.ts'
import { deliveryMetrics, dueMetrics } from './deliveries/metrics/delivery-metrics.ts'
import { allOf } from './deliveries/metrics/figures.ts'
import { createSampler } from './deliveries/metrics/sample.ts'
import { createSampleWriter, sampleDue } from './deliveries/metrics/write-samples.ts'
import { giveUpRedeliveries } from './deliveries/replay/settle-redeliveries-store.ts'
import { createWorker } from './deliveries/worker.ts'
import { databaseOf } from './embedded-parts.ts'
import { addressOfMember } from './identity/staff/staff-store.ts'
import { contactOf } from './identity/contact-store.ts'
import { developmentOutbox } from './notices/development-outbox.ts'
import { govukNotify } from './notices/govuk-notify.ts'
import { timerMetrics } from './notices/timer-metrics.ts'
import { createTimekeeper } from './notices/timekeeper.ts'
import type { Timer } from './notices/timer.ts'
import { createNoticesWorker, forgetOldNotices } from './notices/worker.ts'
import { addressOfRequester } from './oversight/onboarding/join-request-store.ts'
import { renewMaintenance } from './subscriptions/renew-maintenance.ts'
import { warnOfEndingDrafts } from './reports/drafts/warn-of-drafts.ts'
import { runProcess } from './run-process.ts'
import { systemClock, type Clock } from './shared/clock.ts'
import { openDatabase, type Db } from './shared/database.ts'
import { createLogger, type Logger } from './shared/log.ts'
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
  const timekeeper = createTimekeeper({
    ...parts,
    databaseUrl,
    timers: [...timersOfRooms(logger), ...monthsOf(config)],
    onRun,
  })
  return {
    async start() {
      timekeeper.start()
      samples.start()
      await Promise.all([deliveries.start(), notices.start(), sequencer.start()])
    },
    async stop() {
      await Promise.all([deliveries.stop(), notices.stop(), timekeeper.stop(), sequencer.stop()])
      await samples.stop()
      await db.destroy()
    },
  }
}

/** The access log makes months ahead, and drops those that need not be kept any longer, certified by the log's key. */
const monthsOf = (config: Config): Timer[] => [
  { name: 'make-months', at: '10 2 * * *', run: makeMonths },
  { name: 'drop-old-months', at: '20 2 * * *', run: (db, now) => dropOldMonths({ db, key: logKeyOf(config) }, now) },
]

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

/**
 * What each room does every so often, in one list. What is due at its own time (a delivery, a notice, a report's
 * not-before) has no timer: it is a row with that time, and whoever works looks for it.
 */
export function timersOfRooms(logger: Logger): Timer[] {
  // Not a constant of the file: what stands below the process's start is not there yet when it runs.
  const everyMinute = '* * * * *'
  return [
    // In the morning: somebody reads it and still has the day.
    { name: 'warn-of-ending-drafts', at: '0 9 * * *', run: warnOfEndingDrafts },
    { name: 'remind-of-inbox', at: '30 8 * * *', run: remindOfInbox },
    { name: 'open-sealed-records', at: everyMinute, run: releaseSealed },
    { name: 'publish-counts', at: '30 3 * * *', run: publishCounts },
    { name: 'mind-questions', at: '45 8 * * *', run: mindQuestions },
    { name: 'chase-overdue-answers', at: '30 9 * * *', run: chaseOverdue },
    { name: 'remind-of-held-bodies', at: '0 10 * * *', run: remindOfHeld },
    // Whoever approved one looks at it a minute or two later.
    { name: 'enact-proposals', at: everyMinute, run: enactProposals },
    { name: 'give-up-untaken', at: everyMinute, run: (db, now) => giveUpUntaken({ db, logger }, now) },
    { name: 'give-up-redeliveries', at: everyMinute, run: giveUpRedeliveries },
    { name: 'mind-streams', at: '*/10 * * * *', run: mindStreams },
    { name: 'renew-maintenance', at: everyMinute, run: renewMaintenance },
    { name: 'forget-expired', at: everyMinute, run: prune },
    { name: 'tell-of-access', at: everyMinute, run: tellOfAccess },
    { name: 'weekly-access-summaries', at: '0 9 * * 1', run: sendWeeklySummaries },
    { name: 'monthly-access-summaries', at: '0 9 1 * *', run: sendMonthlySummaries },
    // A gap that stands shows within the hour.
    { name: 'watch-coverage', at: '*/10 * * * *', run: watchCoverage },
    { name: 'sample-due', at: everyMinute, run: sampleDue },
    forgetOldNotices,
  ]
}
