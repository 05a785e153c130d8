import { PgBoss, type WipData } from 'pg-boss'
import { SECOND } from '../shared/clock.ts'
import type { Timer } from './timer.ts'

export interface TimerJobsParts {
  /** With the worker role: the schema was made by the release step. */
  databaseUrl: string
  timers: readonly Pick<Timer, 'name' | 'at'>[]
  /** What fails is tried again. */
  run: (timer: string) => Promise<void>
  onError: (error: unknown) => void
}

/** Timers as jobs of pg-boss, run by this process and others at the same time. */
export interface TimerJobs {
  /** When this process looked for a job last, in milliseconds since 1970; undefined: never. */
  lastLook(): number | undefined
  /** Ends when what has begun is done, or when the time is up. */
  stop(milliseconds: number): Promise<void>
}

/** Of PostgreSQL: apart from our tables, and made by migrations alone. */
export const JOBS_SCHEMA = 'jobs'

const QUEUE = 'timers'

// Two, so that a timer that takes long keeps no other waiting.
const AT_ONCE = 2

/** Takes part in running timers. @throws when the database is away or not up to date. */
export async function openTimerJobs({ databaseUrl, timers, run, onError }: TimerJobsParts): Promise<TimerJobs> {
  const boss = new PgBoss({ ...SETTINGS, connectionString: databaseUrl })
  boss.on('error', onError)
  try {
    await boss.start()
    await setSchedules(boss, timers)
    await boss.work<{ timer: string }>(QUEUE, { localConcurrency: AT_ONCE }, async (jobs) => {
      for (const { data } of jobs) await run(data.timer)
    })
  } catch (error) {
    await boss.stop({ graceful: false }).catch(onError)
    throw error
  }
  return {
    lastLook: () => lastLookOf(boss.getWipData()),
    stop: (milliseconds) => boss.stop({ timeout: milliseconds }),
  }
}

const SETTINGS = {
  schema: JOBS_SCHEMA,
  application_name: 'tell-us-once-timers',
  // Two that run, the clock, and whoever looks after what others left behind.
  max: 4,
  // The worker's role makes and mends no tables: a release does.
  migrate: false,
  createSchema: false,
  reindex: false,
  monitorVacuum: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
  // Whoever has the turn looks for what has come round; what a killed worker had in hand is found as often.
  cronMonitorIntervalSeconds: 15,
  cronWorkerIntervalSeconds: 2,
  superviseIntervalSeconds: 10,
  monitorIntervalSeconds: 10,
  // No job of ours waits for another.
  flowIntervalSeconds: 3600,
} as const

// A job without a sign of life for that long is given to another worker. What fails is tried again after 15 seconds, then
// after twice as long each time until it is ten minutes, for a day. Three days are enough to see what became of each.
const QUEUE_SETTINGS = {
  heartbeatSeconds: 15,
  expireInSeconds: 1800,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 600,
  retryLimit: 150,
  deleteAfterSeconds: 3 * 24 * 3600,
}

async function setSchedules(boss: PgBoss, timers: TimerJobsParts['timers']): Promise<void> {
  await boss.createQueue(QUEUE, { policy: 'exclusive', ...QUEUE_SETTINGS })
  await boss.updateQueue(QUEUE, QUEUE_SETTINGS)
  for (const { name, at } of timers) {
    const once = { key: name, singletonKey: name, tz: 'Europe/London', missed: 'once' } as const
    await boss.schedule(QUEUE, at, { timer: name }, once)
  }
  for (const { key } of await boss.getSchedules(QUEUE)) {
    if (!timers.some(({ name }) => name === key)) await boss.unschedule(QUEUE, key)
  }
}

function lastLookOf(workers: readonly WipData[]): number | undefined {
  const looks = workers.flatMap(({ lastFetchedOn, count }) => (count > 0 ? [Date.now()] : (lastFetchedOn ?? [])))
  return looks.length === 0 ? undefined : Math.max(...looks)
}

/** Longer without a look than this, and the library is stuck: it looks every two seconds. */
export const LONGEST_SILENCE = 30 * SECOND
