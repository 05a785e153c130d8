import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../support/client.ts'
import { signIn } from '../support/house.ts'
import { reportMove } from '../support/move.ts'
import { isRunning } from '../support/postgres-users.ts'
import { end, familyOf, run, runScript } from '../support/processes.ts'
import { FIRST_START_MS, LATER_START_MS, refusal, started } from './starting.ts'

const SLOW = { timeout: 240_000 }

let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-start-'))
})

afterAll(() => rm(dataDir, { recursive: true }))

test(
  'a machine with nothing gets one address with everything behind it, and finds its people again after a restart',
  SLOW,
  async () => {
    const first = await started(runScript('start', { PORT: '0', DATA_DIR: dataDir }), FIRST_START_MS)
    expect(first.output().match(/https?:\/\//g), 'exactly one address').toHaveLength(1)
    const visitor = createClient(first.url)
    expect((await visitor.get('/')).status).toBe(200)
    expect((await visitor.get('/agencies')).text).toContain('Student Loans Company')
    expect((await visitor.get('/sign-in')).text).toContain('Amira Hassan')
    const amira = await signIn(createClient(first.url), 'amira')
    const reference = await reportMove(amira)
    const processes = familyOf(first.process)
    expect(processes.length, 'npm, its own, One Login, the agencies and PostgreSQL').toBeGreaterThan(4)

    await end(first.process, 'SIGTERM')
    await expect.poll(() => processes.filter(isRunning), { timeout: 20_000 }).toEqual([])
    expect(first.output()).toMatch(/Stopping\.\n$/)

    const second = await started(run('start.ts', { PORT: new URL(first.url).port, DATA_DIR: dataDir }), LATER_START_MS)
    const again = await signIn(createClient(second.url), 'amira')
    expect((await again.get(`/reports/${reference}`)).status).toBe(200)
    expect((await signIn(createClient(second.url), 'grace')).page.status).toBe(200)
    const told = async () => (await again.get(`/reports/${reference}`)).text
    await expect
      .poll(told, { timeout: 20_000 })
      .toContain('We changed your address. You do not need to do anything else.')
    expect(await end(second.process, 'SIGINT')).toBe(0)
    const logged = await readFile(join(dataDir, 'service.log'), 'utf8')
    expect(logged.split('\n').filter((line) => line !== '' && !line.startsWith('{"level"'))).toEqual([])
    expect(logged).not.toMatch(/Amira|Harehills|LS8 5DR|1988-05-14/)
    expect(logged).not.toContain(reference)
  },
)

test('production is refused before anything else is looked at', async () => {
  const { code, said } = await refusal({ NODE_ENV: 'production' })
  expect(code).toBe(1)
  expect(said).toMatch(
    /^npm start is for a machine of your own.*"npm run migrate", then "npm run web" and "npm run worker"\.$/,
  )
})

test('settings that cannot be read are named, all of them', async () => {
  const { code, said } = await refusal({ DATA_DIR: dataDir, PORT: 'three', LOG_LEVEL: 'loud', BASE_URL: 'here' })
  expect(code).toBe(1)
  expect(said.split('\n').map((line) => line.trim().split(' ')[0])).toEqual(['These', 'BASE_URL', 'LOG_LEVEL', 'PORT'])
})
