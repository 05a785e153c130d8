import { join } from 'node:path'
import { serverAccount } from './postgres-account.ts'
import { checkCluster, ensureCluster, ensurePassword, readPassword } from './postgres-cluster.ts'
import { currentData, moveHome, moveOut } from './postgres-folder.ts'
import { hasUsers, joinUsers, lockHome, openHome } from './postgres-home.ts'
import { readyServer, stopServer } from './postgres-process.ts'
import { installedProgram, majorVersion } from './postgres-program.ts'
import { launchServer } from './postgres-server.ts'
import { type Hold, holdServer, watchServer } from './postgres-watch.ts'

export type PostgresOptions = {
  /** The data is kept in `postgres` in here. */
  dataDir: string
  log: (line: string) => void
  /** More flags for the server, such as `['-c', 'fsync=off']`; not heeded when it is running already. */
  flags?: string[]
  /** The folder with PostgreSQL's bin, lib and share; left out, the one that npm installed. */
  program?: string
}

export type Postgres = {
  /** The superuser's, for the database `postgres`. */
  url: string
  port: number
  /** Whether the server was running already, for another user of the same folder. */
  attached: boolean
  /** Stops the server, unless somebody else still uses it: the last of its users does. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on a folder, or attaches to the one that other users of the folder have running. Throws an Error
 * of one plain sentence when it cannot.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const home = await openHome(options.dataDir)
  const unlock = await lockHome(home, options.log)
  try {
    return hasUsers(home) ? await attach(home, options) : await start(home, options)
  } finally {
    unlock()
  }
}

async function attach(home: string, options: PostgresOptions): Promise<Postgres> {
  const server = await readyServer(await currentData(home))
  if (!server) {
    throw new Error(
      `Another process uses the database in ${home}, but its PostgreSQL has ended: stop that process and start again.`,
    )
  }
  const password = await readPassword(home)
  return opened(home, { port: server.port, password, attached: true, hold: holdServer(home), log: options.log })
}

async function start(home: string, options: PostgresOptions): Promise<Postgres> {
  // A killed run may have left its server running, and its data in a work folder.
  await end(home)
  try {
    return await startAtHome(home, options)
  } catch (error) {
    await end(home)
    throw error
  }
}

async function startAtHome(home: string, { log, flags = [], program = installedProgram() }: PostgresOptions) {
  const major = await majorVersion(program)
  await checkCluster(join(home, 'postgres'), major)
  const account = await serverAccount(join(home, 'postgres'))
  const place = { ...(await moveOut(home, program, account)), account }
  await ensureCluster(place, log)
  const password = await ensurePassword(place, home)
  const { pid, port } = await launchServer({ ...place, flags, logFile: join(home, 'postgres.log') })
  const hold = await watchServer(home, place.data, pid, account)
  return opened(home, { port, password, attached: false, hold, log })
}

type Opened = { port: number; password: string; attached: boolean; hold: Hold; log: (line: string) => void }

function opened(home: string, { port, password, attached, hold, log }: Opened): Postgres {
  const leave = joinUsers(home)
  const stop = async () => {
    const unlock = await lockHome(home, log)
    try {
      leave()
      if (hasUsers(home)) return hold.letGo()
      await end(home)
      await hold.dismiss()
    } finally {
      unlock()
    }
  }
  let stopping: Promise<void> | undefined
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    attached,
    stop: () => (stopping ??= stop()),
  }
}

/** Leaves no server running and the data at home. */
async function end(home: string): Promise<void> {
  await stopServer(await currentData(home))
  await moveHome(home)
}
