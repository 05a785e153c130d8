import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { loginMaker, withLogin } from '../../src/demo/database/database-logins.ts'
import { ensureDatabase, preparing } from '../../src/demo/database/database-store.ts'
import { serverAccount } from '../../src/demo/database/postgres-account.ts'
import { ensurePassword } from '../../src/demo/database/postgres-cluster.ts'
import { moveHome, moveOut } from '../../src/demo/database/postgres-folder.ts'
import { runningServer, stopServer } from '../../src/demo/database/postgres-process.ts'
import { installedProgram, SERVER_ENVIRONMENT } from '../../src/demo/database/postgres-program.ts'
import { type DatabaseUrls, provideDatabase } from '../../src/demo/database/provide-database.ts'
import { runProgram } from '../../src/demo/database/run-program.ts'
import { takePort } from '../../src/web/listen.ts'
import { familyOf } from '../support/processes.ts'

/** A PostgreSQL on disk with the settings of production, always on the same port, that can be killed and filled up. */
export interface DurablePostgres {
  urls: DatabaseUrls
  /** SIGKILL for all of it, for its first process, or for one connection's, which makes it restart by itself. */
  kill(how: HowKilled): Promise<void>
  start(): Promise<void>
  /** Starts again with a disk on which no file can grow beyond the largest there is. */
  fillDisk(): Promise<void>
  /** How often it refused to write because there was no room. */
  refusals(): Promise<number>
  close(): Promise<void>
}

export type HowKilled = 'all' | 'first process' | 'one connection'

const quiet = () => undefined

export async function startDurablePostgres(): Promise<DurablePostgres> {
  const home = await mkdtemp(join(tmpdir(), 'tell-us-once-faults-'))
  await chmod(home, 0o755)
  const account = await serverAccount(join(home, 'postgres'))
  const place = { ...(await moveOut(home, installedProgram(), account)), account }
  await makeCluster(place)
  const password = await ensurePassword(place, home)
  const door = await takePort(0, ['127.0.0.1'])
  await door.close()
  const server = { ...place, port: door.port, log: join(home, 'postgres.log') }
  await start(server)
  const superuser = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`
  return {
    urls: await rolesAndTables(home, superuser),
    kill: (how) => kill(server, how),
    start: () => start(server),
    async fillDisk() {
      await stopServer(server.data)
      await start(server, await largestFile(server.data))
    },
    refusals: async () => (await readFile(server.log, 'utf8')).match(/File too large|No space left/g)?.length ?? 0,
    async close() {
      await stopServer(server.data)
      await moveHome(home)
      await rm(home, { recursive: true, force: true })
    },
  }
}

interface Place {
  program: string
  data: string
  account: { uid: number; gid: number } | undefined
}

type Server = Place & { port: number; log: string }

/** As the embedded one, but with a log in pieces of 1 MB: a file of a table can be larger than any of them. */
async function makeCluster({ program, data, account }: Place): Promise<void> {
  await mkdir(data, { mode: 0o700, recursive: true })
  if (account) await chown(data, account.uid, account.gid)
  const options = ['--username=postgres', '--auth=reject', '--encoding=UTF8', '--locale=C', '--wal-segsize=1']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const { ok, output } = await runProgram(join(program, 'bin/initdb'), ['-D', data, ...options, ...locale], {
    account,
    env: SERVER_ENVIRONMENT,
  })
  if (!ok) throw new Error(output)
  await writeFile(join(data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n')
}

async function rolesAndTables(home: string, superuser: string): Promise<DatabaseUrls> {
  const owner = (await loginMaker(home, quiet))('tell_us_once_owner')
  await preparing(superuser, (db) => ensureDatabase(db, 'tell_us_once', owner))
  const databaseUrl = withLogin(superuser.replace(/[^/]*$/, 'tell_us_once'), owner)
  return (await provideDatabase({ dataDir: home, databaseUrl, log: quiet })).urls
}

// The processes of a killed server take a moment to see that it is gone, and until then there can be no other.
const TRIES = 100

/** @param room bytes that a file may have at most; undefined: any */
async function start(server: Server, room?: number, tries = TRIES): Promise<void> {
  const ended = launch(server, room)
  while (!ended()) {
    if ((await runningServer(server.data))?.ready) return
    await pause(20)
  }
  if (tries === 0) throw new Error(`PostgreSQL does not start: ${await readFile(server.log, 'utf8')}`)
  await pause(100)
  await start(server, room, tries - 1)
}

/** The shell's limit is POSIX: of the size of a file, in blocks of 512 bytes. What goes beyond it is refused (EFBIG). */
const WITH_LIMIT = 'ulimit -S -f "$1" || exit 1; shift; exec "$@"'

function launch({ program, data, account, port, log }: Server, room?: number): () => boolean {
  const limit = room === undefined ? 'unlimited' : String(Math.ceil(room / 512))
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', log_error_verbosity: 'terse' }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(log, 'a', 0o600)
  const child = spawn('/bin/sh', ['-c', WITH_LIMIT, 'sh', limit, join(program, 'bin/postgres'), '-D', data, ...flags], {
    ...{ cwd: '/', env: SERVER_ENVIRONMENT, stdio: ['ignore', output, output] },
    ...account,
  })
  closeSync(output)
  let ended = false
  child.on('exit', () => (ended = true)).on('error', () => (ended = true))
  child.unref()
  return () => ended
}

async function kill({ data }: Server, how: HowKilled): Promise<void> {
  const server = await runningServer(data)
  if (!server) return
  const [first = 0, ...others] = familyOf(server)
  if (how === 'one connection') return killed(others.at(-1) ?? first)
  for (const pid of how === 'all' ? [first, ...others] : [first]) killed(pid)
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

async function largestFile(data: string): Promise<number> {
  const names = await readdir(join(data, 'base'), { recursive: true })
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(data, 'base', name)).catch(() => undefined))?.size ?? 0),
  )
  return Math.max(2 ** 20, ...sizes)
}
