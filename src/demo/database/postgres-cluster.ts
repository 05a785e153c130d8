import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explainFailure } from './postgres-failure.ts'
import { SERVER_ENVIRONMENT, SET_DATABASE_URL } from './postgres-program.ts'
import { type Account, runProgram } from './run-program.ts'

type Cluster = { program: string; data: string; account: Account | undefined }

/**
 * Makes the data folder when there is none. Made beside its place and renamed when complete, so that a start killed
 * half way leaves nothing that looks like data.
 */
export async function ensureCluster({ program, data, account }: Cluster, log: (line: string) => void): Promise<void> {
  if (await hasCluster(data)) return
  log('Making the database folder, at the first start only.')
  const unfinished = `${data}.new`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  if (account) await chown(unfinished, account.uid, account.gid)
  const { ok, output } = await runProgram(join(program, 'bin/initdb'), ['-D', unfinished, ...INITDB_OPTIONS], {
    account,
    env: SERVER_ENVIRONMENT,
  })
  if (!ok) throw new Error(explainFailure(output))
  await writeFile(join(unfinished, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n')
  await rename(unfinished, data)
}

/** Throws when the data cannot be read by this program. Call before starting a server on data that exists. */
export async function checkCluster(data: string, major: string): Promise<void> {
  if (!(await hasCluster(data))) return
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (found === major) return
  const what = found ? `was written by PostgreSQL ${found}, and this is ${major}` : 'is not a PostgreSQL data folder'
  throw new Error(`${data} ${what}: move it away to start with an empty database, or ${SET_DATABASE_URL}.`)
}

/**
 * The superuser's password, kept in a file that only we can read. Where the file is missing, a new one is set
 * with the server in single-user mode, so call it before the server starts.
 */
export async function ensurePassword({ program, data, account }: Cluster, home: string): Promise<string> {
  const known = await readPassword(home)
  if (known) return known
  const password = randomBytes(24).toString('hex')
  const { ok, output } = await runProgram(join(program, 'bin/postgres'), ['--single', '-D', data, 'postgres'], {
    account,
    env: SERVER_ENVIRONMENT,
    input: `alter role postgres password '${password}'\n`,
  })
  if (!ok) throw new Error(explainFailure(output))
  await writeFile(passwordIn(home), password, { mode: 0o600 })
  return password
}

/** Empty when none was set yet. */
export async function readPassword(home: string): Promise<string> {
  try {
    return await readFile(passwordIn(home), 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw unreadable(passwordIn(home), error)
  }
}

const passwordIn = (home: string) => join(home, 'postgres-password')

// The built-in C.UTF-8 sorts and folds the same on every machine, whatever locales it has. Passwords come later.
const INITDB_OPTIONS = [
  '--username=postgres',
  '--auth=reject',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

async function hasCluster(data: string): Promise<boolean> {
  try {
    return (await readdir(data)).length > 0
  } catch (error) {
    if (isMissing(error)) return false
    throw unreadable(data, error)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function unreadable(path: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error)
  return new Error(`${path} cannot be read (${reason}): start as the user it belongs to, or ${SET_DATABASE_URL}.`)
}
