import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provideDatabase, type ProvidedDatabase } from '../../src/demo/database/provide-database.ts'
import { startPostgres, type Postgres } from '../../src/demo/database/postgres.ts'
import { openDatabase, type Db } from '../../src/shared/database.ts'
import { roleProblem, type ProcessRole } from '../../src/shared/role-store.ts'

// A server of its own: only a superuser can make the roles that must be refused.
let dataDir: string
let database: ProvidedDatabase
let server: Postgres
let superuser: Db

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-roles-'))
  const options = { dataDir, log: () => undefined, flags: ['-c', 'fsync=off'] }
  database = await provideDatabase(options)
  server = await startPostgres(options)
  superuser = openDatabase(urlOf('postgres'))
})

afterAll(async () => {
  await superuser.destroy()
  await server.stop()
  await database.stop()
  await rm(dataDir, { recursive: true })
})

test('the log-ins that a machine of one’s own makes may run their own process, and not the other’s', async () => {
  const { web, worker } = database.urls
  expect(await problemOf(web, 'web')).toBeUndefined()
  expect(await problemOf(worker, 'worker')).toBeUndefined()
  expect(await problemOf(web, 'worker')).toMatch(/is not a member of tell_us_once_worker/)
})

test.each([
  ['a log-in as the README makes it', 'in role tell_us_once_web', undefined],
  ['a member of both', 'in role tell_us_once_web, tell_us_once_worker', /is a member of tell_us_once_worker as well/],
  ['a member of the tables’ owner', 'in role tell_us_once_web, tell_us_once_owner', /owns the tables or is a member/],
  ['a role with BYPASSRLS', 'bypassrls in role tell_us_once_web', /has BYPASSRLS/],
  ['a superuser', 'superuser in role tell_us_once_web', /is a superuser/],
  ['a stranger', '', /is not a member of tell_us_once_web/],
])('%s', async (_who, options, expected) => {
  await superuser.raw(`drop role if exists somebody`)
  await superuser.raw(`create role somebody login password 'word' ${options}`)

  const problem = await problemOf(urlOf('somebody', 'word'), 'web')

  if (expected) expect(problem).toMatch(expected)
  else expect(problem).toBeUndefined()
})

async function problemOf(url: string, process: ProcessRole): Promise<string | undefined> {
  const db = openDatabase(url, { max: 1 })
  try {
    return await roleProblem(db, process)
  } finally {
    await db.destroy()
  }
}

/** Of the service's own database. */
function urlOf(username: string, password?: string): string {
  const url = Object.assign(new URL(server.url), { pathname: '/tell_us_once', username })
  return password === undefined ? url.href : Object.assign(url, { password }).href
}
