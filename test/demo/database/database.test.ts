import { stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type DatabaseOptions, provideDatabase, withDatabase } from '../../../src/demo/database/provide-database.ts'
import { loginMaker, withLogin } from '../../../src/demo/database/database-logins.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { aDataDir, aFolder, ask } from '../../support/postgres-users.ts'

let ownServer: TestDatabase
beforeAll(async () => (ownServer = await testDatabase()))
afterAll(() => ownServer.close())

describe('Without DATABASE_URL', () => {
  test('a command reaches the same database, whether npm start is running or not', async () => {
    const dataDir = await aDataDir()
    const npmStart = await provide({ dataDir })
    await ask(npmStart.urls.owner, "create table kept as select 'moved house' as text")
    const inCommand = () => withDatabase(quiet({ dataDir }), (urls) => ask(urls.owner, 'select text from kept'))
    expect(await inCommand()).toBe('moved house')
    expect(await ask(npmStart.urls.web, 'select 1')).toBe(1)

    await npmStart.stop()
    await expect(ask(npmStart.urls.owner, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await inCommand()).toBe('moved house')
  })

  test('a start and a command at once prepare the database together', async () => {
    const dataDir = await aFolder()
    const [one, other] = await Promise.all([provide({ dataDir }), provide({ dataDir })])
    expect(one.urls).toEqual(other.urls)
    for (const url of Object.values(one.urls)) expect(await ask(url, 'select count(*) > 0 from migrations')).toBe(true)
  })

  test('the command gives back the server when its work fails', async () => {
    const dataDir = await aDataDir()
    let owner = ''
    const command = withDatabase(quiet({ dataDir }), (urls) => {
      owner = urls.owner
      return Promise.reject(new Error('bad agencies file'))
    })
    await expect(command).rejects.toThrow('bad agencies file')
    await expect(ask(owner, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('nobody who uses the database is a superuser, and each process has its own role', async () => {
    const { urls } = await provide({ dataDir: await aDataDir() })
    const is = (role: string) => `select pg_has_role(current_user, '${role}', 'usage')`
    expect(await ask(urls.owner, 'select current_user')).toBe('tell_us_once_owner')
    for (const url of Object.values(urls)) {
      expect(await ask(url, "select current_setting('is_superuser')")).toBe('off')
      expect(await ask(url, 'select rolbypassrls from pg_roles where rolname = current_user')).toBe(false)
    }
    expect([await ask(urls.web, is('tell_us_once_web')), await ask(urls.web, is('tell_us_once_worker'))]).toEqual([
      true,
      false,
    ])
    expect([await ask(urls.worker, is('tell_us_once_web')), await ask(urls.worker, is('tell_us_once_worker'))]).toEqual(
      [false, true],
    )
    for (const url of [urls.web, urls.worker]) {
      await expect(ask(url, 'create table mine (id int)')).rejects.toMatchObject({ code: '42501' })
      await expect(ask(url, 'create role friend')).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('With DATABASE_URL', () => {
  test('two folders have log-ins of their own on one server, and keep their passwords to themselves', async () => {
    const databaseUrl = ownServer.urls.owner
    const [oneDir, otherDir] = [await aFolder(), await aFolder()]
    const [one, other] = [
      await provide({ dataDir: oneDir, databaseUrl }),
      await provide({ dataDir: otherDir, databaseUrl }),
    ]
    expect(one.urls.owner).toBe(databaseUrl)
    expect(one.urls.web).not.toBe(other.urls.web)
    expect((await provide({ dataDir: oneDir, databaseUrl })).urls).toEqual(one.urls)
    for (const url of [one.urls.web, other.urls.worker]) {
      expect(await ask(url, 'select current_database()')).toBe(new URL(databaseUrl).pathname.slice(1))
    }
    expect((await stat(join(oneDir, 'database-secret'))).mode & 0o777).toBe(0o600)
  })

  test('MIGRATE_DATABASE_URL names the owner where DATABASE_URL does not', async () => {
    const { web: databaseUrl, owner: migrateDatabaseUrl } = ownServer.urls
    const { urls } = await provide({ dataDir: await aFolder(), databaseUrl, migrateDatabaseUrl })
    expect(urls.owner).toBe(migrateDatabaseUrl)
    expect(await ask(urls.worker, 'select 1')).toBe(1)
  })

  test.each<[string, (owner: string, closedPort: number) => string, RegExp]>([
    [
      'a server that is not there',
      (_, port) => `postgres://me:secret@localhost:${port}/mine`,
      /^PostgreSQL on localhost:\d+ cannot be reached \(.*ECONNREFUSED.*\): start it, correct DATABASE_URL/,
    ],
    [
      'a socket that does not exist',
      () => 'postgres:///mine?host=/no/such',
      /^PostgreSQL on \/no\/such cannot be reached/,
    ],
    [
      'a wrong password',
      (owner) => withLogin(owner, { name: 'tell_us_once_owner', password: 'secret' }),
      /does not let "tell_us_once_owner" in \(.*\): correct the name and password/,
    ],
    [
      'a missing database',
      (owner) => owner.replace(/test_\w+/, 'missing'),
      /^There is no database "missing" on 127.0.0.1:\d+: create it \("createdb missing"\)/,
    ],
    [
      'a role that may not create roles',
      () => ownServer.urls.web,
      /^The role "tell_us_once_web_.*" .* may not create roles/,
    ],
  ])('%s is put in plain words, without the password', async (_, urlOf, sentence) => {
    const databaseUrl = urlOf(ownServer.urls.owner, await closedPort())
    const message = await provide({ dataDir: await aFolder(), databaseUrl }).then(
      String,
      (error: Error) => error.message,
    )
    expect(message).toMatch(sentence)
    expect(message).not.toContain('secret')
  })
})

test.each([
  ['postgres://old:pass@db.example:6432/name?sslmode=require', 'db.example:6432', '/name', 'require'],
  ['postgres://old@db.example/name', 'db.example', '/name', null],
  ['postgresql:///name?host=/run/postgresql', '', '/name', null],
  ['postgres://db.example/name?user=old&password=older', 'db.example', '/name', null],
])('A log-in for %s replaces the one it had', (url, host, pathname, sslmode) => {
  const login = new URL(withLogin(url, { name: 'web', password: 'abc' }))
  expect(login).toMatchObject({ host, pathname, username: '', password: '' })
  const { user, password } = Object.fromEntries(login.searchParams)
  expect([user, password, login.searchParams.get('sslmode')]).toEqual(['web', 'abc', sslmode])
})

test('A folder names its log-ins by database, and makes the same ones again', async () => {
  const [folder, other] = [await aFolder(), await aFolder()]
  const web = async (dataDir: string, url: string) =>
    (await loginMaker(dataDir, () => undefined))('tell_us_once_web', url)
  const login = await web(folder, 'postgres://me@db.example/one')
  expect(login).toMatchObject({ name: expect.stringMatching(/^tell_us_once_web_[0-9a-f]{8}$/) as string })
  expect(await web(folder, 'postgres://you@127.0.0.1:6432/one?sslmode=require')).toEqual(login)
  expect((await web(folder, 'postgres://me@db.example/two')).name).not.toBe(login.name)
  expect((await web(other, 'postgres://me@db.example/one')).name).not.toBe(login.name)
  expect((await web(other, 'postgres://me@db.example/one')).password).not.toBe(login.password)
})

function quiet(options: Pick<DatabaseOptions, 'dataDir' | 'databaseUrl' | 'migrateDatabaseUrl'>): DatabaseOptions {
  return { log: () => undefined, flags: ['-c', 'fsync=off'], ...options }
}

async function provide(options: Parameters<typeof quiet>[0]) {
  const database = await provideDatabase(quiet(options))
  onTestFinished(() => database.stop())
  return database
}

/** A port that nobody listens on: one that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
