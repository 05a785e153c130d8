import { findAgency } from './agencies/agency-store.ts'
import { enactProposals } from './agreements/proposals/enact-proposals.ts'
import { readConfig, type Config } from './config.ts'
import { chaseOverdue } from './deliveries/chase.ts'
import { remindOfHeld } from './deliveries/remind-of-held.ts'
import { remindOfInbox } from './deliveries/remind-of-inbox.ts'
import { createWorker } from './deliveries/worker.ts'
import { databaseOf } from './embedded-parts.ts'
import { addressOfMember } from './identity/staff/staff-store.ts'
import { contactOf } from './identity/contact-store.ts'
import { developmentOutbox } from './notices/development-outbox.ts'
import { govukNotify } from './notices/govuk-notify.ts'
import type { Timer } from './notices/timer.ts'
import { createNoticesWorker } from './notices/worker.ts'
import { addressOfRequester } from './oversight/onboarding/join-request-store.ts'
import { warnOfEndingDrafts } from './reports/drafts/warn-of-drafts.ts'
import { runProcess } from './run-process.ts'
import { SECOND, systemClock, type Clock } from './shared/clock.ts'
import { openDatabase, type Db } from './shared/database.ts'
import { createLogger, type Logger } from './shared/log.ts'

/** The worker process: tells agencies what citizens have reported, and citizens what came of it. Several share the work. */
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
  const parts = { db, vault, baseUrl, logger, clock: systemClock }
  const deliveries = createWorker({ ...parts, signingKeys: config.setSigningKeys, allowLoopback: !production })
  const notices = createNoticesWorker({ ...parts, ...noticesParts(config, db, systemClock) })
  return {
    async start() {
      await Promise.all([deliveries.start(), notices.start()])
    },
    async stop() {
      await Promise.all([deliveries.stop(), notices.stop()])
      await db.destroy()
    },
  }
}

/** What the notices' worker is told by other rooms: where people are reached, and what each does every so often. */
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
    timers: timersOfRooms(),
  }
}

/** What each room does every so often, in one list. */
function timersOfRooms(): Timer[] {
  return [
    // In the morning: somebody reads it and still has the day.
    { name: 'warn-of-ending-drafts', every: '0 9 * * *', run: warnOfEndingDrafts },
    { name: 'remind-of-inbox', every: '30 8 * * *', run: remindOfInbox },
    { name: 'chase-overdue-answers', every: '30 9 * * *', run: chaseOverdue },
    { name: 'remind-of-held-bodies', every: '0 10 * * *', run: remindOfHeld },
    // Whoever approved one looks at it a minute later.
    { name: 'enact-proposals', every: 20 * SECOND, run: enactProposals },
  ]
}
