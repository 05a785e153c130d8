import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { provideDatabase } from '../../src/demo/database/provide-database.ts'
import { createTimekeeper } from '../../src/notices/timekeeper.ts'
import { JOBS_SCHEMA } from '../../src/notices/timer-jobs.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aDataDir } from '../support/postgres-users.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  for (const table of ['job', 'schedule', 'queue']) await database.owner(`${JOBS_SCHEMA}.${table}`).delete()
})

// Until a minute begins, whoever has the turn sees so, and a worker looks.
const A_MINUTE_COMES = { timeout: 90_000, interval: 100 }

test(
  'a worker killed in the middle of a job is followed by another within a minute and a half',
  { timeout: 200_000 },
  async () => {
    const first = await startWorker(300_000)
    await vi.waitFor(() => expect(first.said).toEqual(['begun']), A_MINUTE_COMES)
    const second = await startWorker(10)
    first.process.kill('SIGKILL')
    const killed = Date.now()
    await vi.waitFor(() => expect(second.said).toEqual(['begun', 'done']), { timeout: 90_000, interval: 100 })
    expect(Date.now() - killed).toBeLessThan(90_000)
    expect(await end(second.process)).toEqual([0, null])
  },
)

test('a worker that is asked to stop ends the job that it has begun', { timeout: 120_000 }, async () => {
  const worker = await startWorker(3000)
  await vi.waitFor(() => expect(worker.said).toEqual(['begun']), A_MINUTE_COMES)
  expect(await end(worker.process)).toEqual([0, null])
  expect(worker.said).toEqual(['begun', 'done'])
  expect(await database.owner(`${JOBS_SCHEMA}.job`).where({ name: 'timers' }).pluck('state')).toEqual(['completed'])
})

test('what came round while no worker ran is made up for, once', { timeout: 60_000 }, async () => {
  await startWorker(10).then(({ process }) => end(process))
  const daily = { at: '0 9 * * *', name: 'daily' }
  const runs: string[] = []
  const parts = { db: database.worker, clock: () => new Date(), logger: createLogger({ level: 'fatal' }) }
  const start = () => {
    const run = () => Promise.resolve(runs.push('daily'))
    const keeper = createTimekeeper({ ...parts, databaseUrl: database.urls.worker, timers: [{ ...daily, run }] })
    keeper.start()
    return keeper
  }
  const before = start()
  await vi.waitFor(async () => expect(await database.owner(`${JOBS_SCHEMA}.schedule`)).toHaveLength(1), 15_000)
  await before.stop()
  expect(runs).toEqual([])
  await database.owner.raw(`update ${JOBS_SCHEMA}.schedule set created_on = now() - interval '9 days'`)
  await database.owner.raw(`update ${JOBS_SCHEMA}.version set cron_on = now() - interval '3 days'`)
  const after = start()
  await vi.waitFor(() => expect(runs).toEqual(['daily']), { timeout: 30_000 })
  await after.stop()
})

test('when PostgreSQL crashes and comes again, timers run again', { timeout: 200_000 }, async () => {
  // A server of its own: its crash is nobody else's.
  const server = await provideDatabase({ dataDir: await aDataDir(), log: () => undefined })
  onTestFinished(() => server.stop())
  const db = openDatabase(server.urls.worker)
  onTestFinished(() => db.destroy())
  const runs: number[] = []
  const keeper = createTimekeeper({
    ...{ db, databaseUrl: server.urls.worker, clock: () => new Date(), logger: createLogger({ level: 'fatal' }) },
    timers: [{ name: 'sweep', at: '* * * * *', run: () => Promise.resolve(runs.push(Date.now())) }],
  })
  keeper.start()
  onTestFinished(() => keeper.stop())
  await vi.waitFor(() => expect(runs).toHaveLength(1), A_MINUTE_COMES)
  const { rows } = await db.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid')
  // A server of which one process is killed ends all others and starts afresh.
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
  await vi.waitFor(() => expect(runs).toHaveLength(2), A_MINUTE_COMES)
})

interface Worker {
  process: ChildProcess
  said: string[]
}

async function startWorker(takes: number): Promise<Worker> {
  const script = fileURLToPath(new URL('timekeeper-process.ts', import.meta.url))
  const settings = JSON.stringify({ url: database.urls.worker, takes })
  const child = spawn(process.execPath, [script, settings], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  child.stdout.on('data', (data: Buffer) => said.push(...data.toString().trim().split('\n')))
  await vi.waitFor(async () => expect(await database.owner(`${JOBS_SCHEMA}.schedule`)).not.toEqual([]), 10_000)
  return { process: child, said }
}

async function end(child: ChildProcess): Promise<unknown[]> {
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  return ended
}
