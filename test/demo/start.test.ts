import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bodies } from '../../src/demo/agencies/bodies.ts'
import { createClient } from '../support/client.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/house.ts'
import { reportMove } from '../support/move.ts'
import { isRunning } from '../support/postgres-users.ts'
import { end, ending, familyOf, run, runScript, untilItSays, type Running } from '../support/processes.ts'

// Alone on this machine a start takes 4 s the first time and 2 s later; beside other tests several times that.
const FIRST_START_MS = 60_000
const LATER_START_MS = 20_000
const SLOW = { timeout: 120_000 }

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

test('with a PostgreSQL and a One Login of one’s own, only the agencies are brought along', SLOW, async () => {
  const database = await testDatabase()
  onTestFinished(() => database.close())
  const oneLogin = {
    OIDC_ISSUER: 'http://localhost:1/',
    OIDC_CLIENT_ID: 'client',
    IDENTITY_ISSUER: 'http://localhost:1/',
    IDENTITY_DID_URL: 'http://localhost:1/.well-known/did.json',
    IDENTITY_DID_ID: 'did:web:localhost%3A1',
  }
  const settings = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.urls.owner, ...oneLogin }

  const running = await started(run('start.ts', settings), LATER_START_MS)

  expect(familyOf(running.process)).toHaveLength(2)
  expect(running.output()).not.toContain('Amira')
  expect((await createClient(running.url).get('/agencies')).text).toContain('Student Loans Company')
  expect(await database.owner('agencies').count('* as agencies')).toEqual([{ agencies: bodies.length }])
  expect(await end(running.process, 'SIGTERM')).toBe(0)
})

test('a port that is taken is one sentence, not a stack trace', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const port = String((other.address() as AddressInfo).port)

  const { code, said } = await refusal({ PORT: port, DATA_DIR: dataDir })

  expect({ code, said }).toEqual({
    code: 1,
    said: `Port ${port} is taken by another program: stop that one, or choose another port with PORT.`,
  })
})

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

test('a PostgreSQL of one’s own that is away is one sentence', async () => {
  const { code, said } = await refusal({
    DATA_DIR: dataDir,
    PORT: '0',
    DATABASE_URL: 'postgres://me:word@127.0.0.1:1/db',
  })
  expect(code).toBe(1)
  expect(said).toMatch(/^PostgreSQL on 127\.0\.0\.1:1 cannot be reached/)
  expect(said).not.toMatch(/word|\n/)
})

/** `npm start`, once it says that it is ready. */
async function started(running: Running, within: number): Promise<Running & { url: string }> {
  const ready = /Tell us once is ready: (\S+)/
  await untilItSays(running, ready, within)
  return { ...running, url: ready.exec(running.output())?.[1] ?? '' }
}

/** What it says when it does not start. */
async function refusal(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { code, errors } = await ending('start.ts', env)
  return { code, said: errors }
}
