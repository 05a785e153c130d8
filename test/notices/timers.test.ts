import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTimer, type TimerRun } from '../../src/notices/run-timer.ts'
import { JOBS_SCHEMA, openTimerJobs } from '../../src/notices/timer-jobs.ts'
import type { Timer } from '../../src/notices/timer.ts'
import { createLogger } from '../../src/shared/log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
const errors: unknown[] = []
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const open = (timers: Pick<Timer, 'name' | 'at'>[], run: (timer: string) => Promise<void> = () => Promise.resolve()) =>
  openTimerJobs({ databaseUrl: database.urls.worker, timers, run, onError: (error) => errors.push(error) })

test('a worker finds the schema as its job library wants it, and makes nothing in it', async () => {
  const jobs = await open([{ name: 'scan', at: '0 9 * * *' }])
  await jobs.stop(1000)
  const make = (role: 'web' | 'worker') =>
    database[role].raw(`create table ${JOBS_SCHEMA}.mine ()`).catch((error: { code?: string }) => error.code)
  expect(await make('worker')).toBe('42501')
  expect(await make('web')).toBe('42501')
  const read = database.web.raw(`select from ${JOBS_SCHEMA}.job`)
  expect(await read.catch((error: { code?: string }) => error.code)).toBe('42501')
  expect(errors).toEqual([])
})

test('what a release names is scheduled in UK time, and what it has dropped is not', async () => {
  const first = await open([
    { name: 'scan', at: '0 9 * * *' },
    { name: 'sweep', at: '* * * * *' },
  ])
  await first.stop(1000)
  const second = await open([{ name: 'scan', at: '30 9 * * *' }])
  await second.stop(1000)
  const schedules = await database.owner(`${JOBS_SCHEMA}.schedule`).select('key', 'cron', 'timezone')
  expect(schedules).toEqual([{ key: 'scan', cron: '30 9 * * *', timezone: 'Europe/London' }])
})

test('of several workers one runs a job, and of a kind there is never more than one', async () => {
  const sender = new PgBoss({ connectionString: database.urls.worker, schema: JOBS_SCHEMA, ...ONLY_SENDS })
  await sender.start()
  const send = () => sender.send('timers', { timer: 'scan' }, { singletonKey: 'scan' })
  expect([typeof (await send()), await send()]).toEqual(['string', null])
  const runs: string[] = []
  const timers = [{ name: 'scan', at: '0 9 * * *' }]
  const workers = await Promise.all([1, 2, 3].map(() => open(timers, (name) => Promise.resolve(void runs.push(name)))))
  await expect.poll(() => runs).toEqual(['scan'])
  await Promise.all([...workers.map((worker) => worker.stop(1000)), sender.stop({ graceful: false })])
  expect(runs).toEqual(['scan'])
})

const ONLY_SENDS = { migrate: false, supervise: false, schedule: false, registerInstance: false } as const

test('a run is told of with what became of it, and a failure is said and passed on', async () => {
  const runs: TimerRun[] = []
  const logs: string[] = []
  const timers: Timer[] = [
    { name: 'scan', at: '0 9 * * *', run: () => Promise.resolve() },
    { name: 'broken', at: '0 9 * * *', run: () => Promise.reject(new Error('no')) },
  ]
  const logger = createLogger({ level: 'info', write: (line) => logs.push(line) })
  const parts = {
    db: database.worker,
    clock: () => new Date(),
    logger,
    timers,
    onRun: (run: TimerRun) => runs.push(run),
  }
  await runTimer(parts, 'scan')
  await expect(runTimer(parts, 'broken')).rejects.toThrow('no')
  await runTimer(parts, 'dropped')
  expect(runs.map(({ timer, result }) => [timer, result])).toEqual([
    ['scan', 'done'],
    ['broken', 'failed'],
  ])
  expect(logs.join('')).toContain('"timer":"broken"')
})
