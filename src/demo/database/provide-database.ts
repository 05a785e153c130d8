import { migrateToLatest } from '../../shared/migrations.ts'
import { explainFailure, mayNotCreateRoles } from './database-failure.ts'
import { loginMaker, type MakeLogin, withLogin } from './database-logins.ts'
import { ensureDatabase, ensureMember, mayCreateRoles, preparing } from './database-store.ts'
import { type PostgresOptions, startPostgres } from './postgres.ts'

export type DatabaseOptions = PostgresOptions & {
  /** The user's own PostgreSQL; left out, the embedded one. */
  databaseUrl?: string | undefined
  /** Its owner, where that is another role than the one in `databaseUrl`. */
  migrateDatabaseUrl?: string | undefined
}

export type DatabaseUrls = { owner: string; web: string; worker: string }

export type ProvidedDatabase = { urls: DatabaseUrls; stop(): Promise<void> }

/**
 * The database of a machine of one's own, migrated, with a log-in for each kind of process: what `npm start` and every
 * command beside it use, together or one after the other. Throws an Error of one plain sentence when it cannot.
 */
export async function provideDatabase(options: DatabaseOptions): Promise<ProvidedDatabase> {
  const makeLogin = await loginMaker(options.dataDir, options.log)
  if (options.databaseUrl) {
    const { databaseUrl, migrateDatabaseUrl = databaseUrl, log } = options
    return { urls: await prepare(databaseUrl, migrateDatabaseUrl, makeLogin, log), stop: () => Promise.resolve() }
  }
  const server = await startPostgres(options)
  try {
    const owner = await ownDatabase(server.url, makeLogin)
    return { urls: await prepare(owner, owner, makeLogin, options.log), stop: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** For commands: works with the database and leaves things as they were found, `npm start` running or not. */
export async function withDatabase<Result>(
  options: DatabaseOptions,
  work: (urls: DatabaseUrls) => Promise<Result>,
): Promise<Result> {
  const database = await provideDatabase(options)
  try {
    return await work(database.urls)
  } finally {
    await database.stop()
  }
}

/** The URL of the owner of our database on the embedded server. */
async function ownDatabase(superuserUrl: string, makeLogin: MakeLogin): Promise<string> {
  const owner = makeLogin('tell_us_once_owner')
  await preparing(superuserUrl, (db) => ensureDatabase(db, 'tell_us_once', owner))
  return withLogin(superuserUrl.replace(/[^/]*$/, 'tell_us_once'), owner)
}

async function prepare(databaseUrl: string, owner: string, makeLogin: MakeLogin, log: (line: string) => void) {
  const web = makeLogin('tell_us_once_web', databaseUrl)
  const worker = makeLogin('tell_us_once_worker', databaseUrl)
  try {
    await preparing(owner, async (db) => {
      if (!(await mayCreateRoles(db))) throw mayNotCreateRoles(owner)
      const migrations = await migrateToLatest(owner)
      if (migrations.length > 0) log(`Brought the database up to date (${migrations.length} migrations).`)
      await ensureMember(db, web, 'tell_us_once_web')
      await ensureMember(db, worker, 'tell_us_once_worker')
    })
  } catch (error) {
    throw explainFailure(error, owner)
  }
  return { owner, web: withLogin(databaseUrl, web), worker: withLogin(databaseUrl, worker) }
}
