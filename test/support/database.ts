import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import type { DatabaseUrls } from '../../src/demo/database/provide-database.ts'
import { type Db, openDatabase } from '../../src/shared/database.ts'

export interface TestDatabase {
  urls: DatabaseUrls
  owner: Db
  web: Db
  worker: Db
  /** Closes the three pools and drops the database, whoever is still connected. */
  close(): Promise<void>
}

/** A migrated, empty database for one test file, with the roles the processes have in production. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('template')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asServer(template, (server) => server.raw('create database ?? template ??', [name, nameIn(template.owner)]))
  const urls = {
    owner: renamed(template.owner, name),
    web: renamed(template.web, name),
    worker: renamed(template.worker, name),
  }
  return opened(urls)
}

/** What a backup of the database that was taken now is, once it is restored. Nobody may be at work in it. */
export async function restoredCopy({ urls, owner, web, worker }: TestDatabase): Promise<TestDatabase> {
  const template = inject('template')
  const name = `test_${randomBytes(6).toString('hex')}`
  const pools = [owner, web, worker]
  // Only a database without connections can be copied.
  await Promise.all(pools.map((pool) => pool.destroy()))
  await asServer(template, (server) => copyWhenLeft(server, nameIn(urls.owner), name))
  for (const pool of pools) pool.initialize()
  return opened({ owner: renamed(urls.owner, name), web: renamed(urls.web, name), worker: renamed(urls.worker, name) })
}

function opened(urls: DatabaseUrls): TestDatabase {
  const pools = { owner: openDatabase(urls.owner), web: openDatabase(urls.web), worker: openDatabase(urls.worker) }
  const close = async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.destroy()))
    await asServer(inject('template'), (server) => dropWhenLeft(server, nameIn(urls.owner)))
  }
  return { urls, ...pools, close }
}

async function copyWhenLeft(server: Db, from: string, to: string, tries = 100): Promise<void> {
  try {
    await server.raw('create database ?? template ??', [to, from])
  } catch (error) {
    if (tries === 0) throw error
    await pause(50)
    await copyWhenLeft(server, from, to, tries - 1)
  }
}

/** A closed connection's process takes a moment to end, and the owner may not end other roles' processes itself. */
async function dropWhenLeft(server: Db, name: string, tries = 400): Promise<void> {
  try {
    await server.raw('drop database ?? with (force)', [name])
  } catch (error) {
    if (tries === 0) throw error
    await pause(50)
    await dropWhenLeft(server, name, tries - 1)
  }
}

/** Works as the owner in a database that is nobody's template. */
async function asServer(template: DatabaseUrls, work: (server: Db) => Promise<unknown>): Promise<void> {
  const server = openDatabase(renamed(template.owner, 'postgres'), { max: 1 })
  await work(server).finally(() => server.destroy())
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1)
}

function renamed(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

/** How many wait until they may write to a table that is locked. */
export async function waitingFor({ owner }: Pick<TestDatabase, 'owner'>, table: string): Promise<number> {
  const { rows } = await owner.raw<{ rows: { count: number }[] }>(
    'select count(*)::int from pg_locks where relation = ?::regclass and not granted',
    [table],
  )
  return rows[0]?.count ?? 0
}
