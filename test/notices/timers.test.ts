import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runDueTimer, setTimers, type TimerParts } from '../../src/notices/run-timers.ts'
import type { Timer } from '../../src/notices/timer.ts'
import { DAY, HOUR, MINUTE, later } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let now: Date
let logs: string[]
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  await database.owner('timers').delete()
  now = new Date('2026-11-23T12:00:00Z')
  logs = []
})
afterAll(() => database.close())

const parts = (timers: Timer[]): TimerParts => ({
  db: database.worker,
  clock: () => now,
  logger: createLogger({ level: 'info', write: (line) => logs.push(line) }),
  timers,
})

const counting = (name: string, every: Timer['every']) => {
  const runs: Date[] = []
  const run = (_db: unknown, at: Date) => Promise.resolve(runs.push(at))
  return { runs, timer: { name, every, run } satisfies Timer }
}

/** A worker with these timers starts, and does what is due. */
async function work(timers: Timer[]): Promise<void> {
  await setTimers(parts(timers))
  while (await runDueTimer(parts(timers)));
}

test('a timer runs when it is due, and is told what time it is', async () => {
  const { runs, timer } = counting('scan', HOUR)
  await work([timer])
  await work([timer])
  expect(runs).toEqual([now])
  now = later(now, HOUR)
  await work([timer])
  expect(runs).toHaveLength(2)
})

test('of several workers one runs it', async () => {
  const { runs, timer } = counting('scan', HOUR)
  const slow: Timer = {
    ...timer,
    run: async (db, at) => (await new Promise((done) => setTimeout(done, 50)), timer.run(db, at)),
  }
  await setTimers(parts([slow]))
  await Promise.all([work([slow]), work([slow]), work([slow])])
  expect(runs).toHaveLength(1)
})

test('one whose worker was killed in the middle is run by another ten minutes later', async () => {
  const { runs, timer } = counting('scan', HOUR)
  const killed: Timer = { ...timer, run: () => new Promise(() => undefined) }
  await setTimers(parts([killed]))
  void runDueTimer(parts([killed]))
  await expect.poll(() => database.owner('timers').whereNotNull('lease')).toHaveLength(1)
  await work([timer])
  expect(runs).toEqual([])
  now = later(now, 10 * MINUTE)
  await work([timer])
  expect(runs).toHaveLength(1)
})

test('one that fails is tried again a minute later, and keeps no other from its turn', async () => {
  const { runs, timer } = counting('scan', HOUR)
  let fails = true
  const failing: Timer = {
    name: 'failing',
    every: DAY,
    run: () => (fails ? Promise.reject(new Error('no')) : timer.run(undefined, now)),
  }
  await work([failing, timer])
  expect(runs).toHaveLength(1)
  expect(logs.join('')).toContain('"timer":"failing"')
  fails = false
  now = later(now, MINUTE)
  await work([failing, timer])
  expect(runs).toHaveLength(2)
})

test('one with a time of day waits for it, across releases too, and comes sooner when a release says so', async () => {
  const { runs, timer } = counting('scan', '0 9 * * *')
  await work([timer])
  now = new Date('2026-11-24T08:59:59Z')
  await work([timer])
  expect(runs).toEqual([])
  const hourly = { ...timer, every: HOUR }
  await work([hourly])
  now = new Date('2026-11-24T09:00:00Z')
  await work([hourly])
  expect(runs).toHaveLength(1)
})

test('a timer that a release has dropped is nobody’s any more', async () => {
  const { runs, timer } = counting('scan', HOUR)
  await work([timer])
  now = later(now, DAY)
  await work([])
  expect(runs).toHaveLength(1)
})
