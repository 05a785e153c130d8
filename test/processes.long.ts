import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { takePort } from '../src/web/listen.ts'
import { testDatabase, type TestDatabase } from './support/database.ts'
import { aDataDir, isRunning } from './support/postgres-users.ts'
import { end, ending, familyOf, run, untilItSays } from './support/processes.ts'
import { productionSettings } from './support/production-settings.ts'

// Two cold starts at once, each with a server of its own to wait for.
const SLOW = { timeout: 90_000 }

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database.close())

describe('in production', () => {
  test('the web process serves with the web role, says so, and ends when asked', async () => {
    const port = await freePort()
    const METRICS_PORT = await freePort()
    const web = run('server.ts', { ...productionSettings, PORT: port, DATABASE_URL: database.urls.web, METRICS_PORT })
    await untilItSays(web, /the web process serves/)

    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200)
    const figures = await (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text()
    expect(figures).toContain(
      'http_request_duration_seconds_count{method="GET",route="/health/ready",status="200"} 1\n',
    )
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404)
    expect(await end(web.process, 'SIGTERM')).toBe(0)
  })

  test('the worker works with the worker role, and ends when asked', { timeout: 120_000 }, async () => {
    const METRICS_PORT = await freePort()
    const worker = run('worker.ts', { ...productionSettings, DATABASE_URL: database.urls.worker, METRICS_PORT })
    await untilItSays(worker, /the worker process works/)
    const figures = async () => (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text()
    expect(await figures()).toContain('# TYPE delivery_arrival_seconds histogram')
    // Every minute there is something to be done.
    await expect.poll(figures, { timeout: 90_000, interval: 500 }).toContain('timer="give-up-untaken",result="done"} 1')
    expect(await end(worker.process, 'SIGTERM')).toBe(0)
  })

  test.each([
    [
      'server.ts',
      'owner',
      /which owns the tables.*The web process needs a log-in that is a member of tell_us_once_web/,
    ],
    ['worker.ts', 'owner', /which owns the tables.*a member of tell_us_once_worker and of nothing else\.$/],
    ['server.ts', 'worker', /which is not a member of tell_us_once_web/],
    ['worker.ts', 'web', /which is not a member of tell_us_once_worker/],
  ] as const)('%s refuses the %s’s role', async (program, role, words) => {
    const { code, errors } = await ending(program, {
      ...productionSettings,
      PORT: '0',
      DATABASE_URL: database.urls[role],
    })
    expect(code).toBe(1)
    expect(errors).toMatch(words)
    expect(errors).not.toContain('\n')
  })

  test('a database that is away is one sentence', async () => {
    const DATABASE_URL = 'postgres://web_1:word@127.0.0.1:1/tell_us_once'
    const { code, errors } = await ending('worker.ts', { ...productionSettings, DATABASE_URL })
    expect(code).toBe(1)
    expect(errors).toMatch(/^The database of DATABASE_URL cannot be used \(.*ECONNREFUSED.*\)\.$/)
  })
})

test('on a machine of one’s own web and worker work side by side, on one embedded database', SLOW, async () => {
  const settings = { DATA_DIR: await aDataDir(), PORT: await freePort() }
  const web = run('server.ts', settings)
  const worker = run('worker.ts', settings)
  await untilItSays(web, /the web process serves/)
  await untilItSays(worker, /the worker process works/)
  expect((await fetch(`http://127.0.0.1:${settings.PORT}/health/ready`)).status).toBe(200)
  const processes = [...familyOf(web.process), ...familyOf(worker.process)]

  expect(await end(worker.process, 'SIGTERM')).toBe(0)
  expect((await fetch(`http://127.0.0.1:${settings.PORT}/health/ready`)).status).toBe(200)
  expect(await end(web.process, 'SIGTERM')).toBe(0)
  await expect.poll(() => processes.filter(isRunning)).toEqual([])
})

describe('a failure that nobody waited for', () => {
  test.each(['exception', 'rejection'])(
    '(%s) is said, stops what was started, and ends the process with 1',
    async (how) => {
      const { code, output, errors } = await ending('../test/support/fails-later.ts', { HOW: how })
      expect(code).toBe(1)
      expect(errors).toMatch(/^Something failed that nobody waited for: Error: the pool is gone\n +at .*fails-later/)
      expect(output).toBe('stopped')
    },
  )
})

describe('the release step', () => {
  test('says what it did on an embedded database, and that nothing is left to do', async () => {
    const settings = { DATA_DIR: await aDataDir() }
    const first = await ending('commands/migrate.ts', settings)
    const second = await ending('commands/migrate.ts', settings)
    expect([first.code, first.errors]).toEqual([0, ''])
    expect(first.output).toMatch(/Brought the database up to date \(\d+ migrations\)\.\nThe database is up to date\.$/)
    expect([second.code, second.output]).toEqual([0, 'The database is up to date.'])
  })

  test('runs as the owner where there is one', async () => {
    const urls = { DATABASE_URL: database.urls.web, MIGRATE_DATABASE_URL: database.urls.owner }
    const { code, output } = await ending('commands/migrate.ts', { ...productionSettings, ...urls })
    expect([code, output]).toEqual([0, 'The database is up to date.'])
  })

  test('a database that is away is one sentence', async () => {
    const MIGRATE_DATABASE_URL = 'postgres://owner:word@127.0.0.1:1/tell_us_once'
    const { code, errors } = await ending('commands/migrate.ts', { ...productionSettings, MIGRATE_DATABASE_URL })
    expect(code).toBe(1)
    expect(errors).toMatch(/ECONNREFUSED/)
    expect(errors).not.toMatch(/word|\n/)
  })
})

async function freePort(): Promise<string> {
  const door = await takePort(0, ['127.0.0.1'])
  onTestFinished(() => door.close())
  await door.close()
  return String(door.port)
}
