import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bodies } from '../../src/demo/agencies/bodies.ts'
import { createClient } from '../support/client.ts'
import { testDatabase } from '../support/database.ts'
import { end, familyOf, run } from '../support/processes.ts'
import { LATER_START_MS, refusal, started } from './starting.ts'

const SLOW = { timeout: 120_000 }

let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-start-'))
})

afterAll(() => rm(dataDir, { recursive: true }))

test(
  'with a PostgreSQL and a One Login of one’s own, only the agencies and a witness are brought along',
  SLOW,
  async () => {
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

    expect(familyOf(running.process)).toHaveLength(3)
    expect(running.output()).not.toContain('Amira')
    expect((await createClient(running.url).get('/agencies')).text).toContain('Student Loans Company')
    expect(await database.owner('agencies').count('* as agencies')).toEqual([{ agencies: bodies.length }])
    expect(await end(running.process, 'SIGTERM')).toBe(0)
  },
)

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
