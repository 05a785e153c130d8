// The worker process, as worker.ts opens it, but that it tries again within seconds what production does within days.
import { logKeyOf } from '../../src/access-log/log/log-settings.ts'
import { createWorker } from '../../src/deliveries/worker.ts'
import { createTimekeeper } from '../../src/notices/timekeeper.ts'
import { createNoticesWorker } from '../../src/notices/worker.ts'
import { runProcess } from '../../src/run-process.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'
import { timersOfRooms } from '../../src/timers.ts'
import { noticesParts } from '../../src/worker.ts'
import { briskPace, given, pace, works } from './settings.ts'

await runProcess(async (processParts) => {
  const { config, urls, ahead = 0, brisk = false } = given()
  const { vault, baseUrl, setSigningKeys: signingKeys } = config
  const databaseUrl = urls.worker
  const db = openDatabase(databaseUrl)
  processParts.defer(() => db.destroy())
  const logger = createLogger({ level: 'error', write: (line) => process.stderr.write(line) })
  const parts = { db, vault, baseUrl, logger, clock: systemClock }
  const clock = () => new Date(Date.now() + ahead)
  const deliveries = createWorker({ ...parts, ...(brisk ? briskPace : pace), clock, signingKeys, allowLoopback: true })
  const notices = createNoticesWorker({ ...parts, ...noticesParts(config, db, systemClock) })
  const timers = timersOfRooms({ logger, logKey: logKeyOf(config) })
  const timekeeper = createTimekeeper({ ...parts, databaseUrl, timers })
  processParts.defer(async () => {
    await Promise.all([deliveries.stop(), notices.stop(), timekeeper.stop()])
  })
  timekeeper.start()
  await Promise.all([deliveries.start(), notices.start()])
  works()
})
