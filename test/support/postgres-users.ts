import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { type Postgres, type PostgresOptions, startPostgres } from '../../src/demo/database/postgres.ts'
import { openDatabase } from '../../src/shared/database.ts'

const run = promisify(execFile)

/** A folder for the length of a test: others may enter (0755) or not (0700). */
export async function aFolder(mode = 0o755, parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'tell-us-once-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await chmod(folder, mode)
  return folder
}

/** A data folder with an empty database made before: making one takes most of the time of a first start. */
export async function aDataDir(): Promise<string> {
  const dataDir = await aFolder()
  await run('cp', ['-a', ...(await madeBefore()), dataDir])
  return dataDir
}

let made: Promise<string> | undefined

async function madeBefore(): Promise<string[]> {
  made ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tell-us-once-test-'))
    // Other files of this worker use it too.
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    await chmod(folder, 0o755)
    await (await startPostgres({ dataDir: folder, log: () => undefined, flags: ['-c', 'fsync=off'] })).stop()
    return folder
  })()
  const folder = await made
  return [join(folder, 'postgres'), join(folder, 'postgres-password')]
}

/** Starts or attaches in this process, and stops when the test is over. */
export async function start(options: Omit<PostgresOptions, 'log'>): Promise<Postgres> {
  const postgres = await startPostgres({ log: () => undefined, flags: ['-c', 'fsync=off'], ...options })
  onTestFinished(() => postgres.stop())
  return postgres
}

export interface PostgresUser {
  process: ChildProcess
  url: string
  attached: boolean
  /** Why it has no server; empty when it has one. */
  error: string
  /** Lets it finish by itself, and answers whether the server was still reachable when it began to. */
  finish(how?: 'Ctrl-C'): Promise<boolean>
  /** As the kernel does when memory runs out: no chance to clean up. */
  kill(): Promise<void>
}

/** A process beside ours that starts or attaches; `uid` is the account it becomes first. */
export async function aUser(
  options: Omit<PostgresOptions, 'log'> & { uid?: number | undefined },
): Promise<PostgresUser> {
  const script = fileURLToPath(new URL('postgres-user-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify({ flags: ['-c', 'fsync=off'], ...options })], {
    detached: true, // in a process group of its own, as a terminal gives to each command
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const words = createInterface(child.stdout)[Symbol.asyncIterator]()
  const hear = async <Word>() => JSON.parse(String((await words.next()).value)) as Word
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    if (child.exitCode === null && child.stdin.end()) await ended
  })
  const finish = async (how?: 'Ctrl-C') => {
    if (how === 'Ctrl-C') process.kill(-Number(child.pid), 'SIGINT')
    else child.stdin.end()
    const { reachable } = await hear<{ reachable: boolean }>()
    await ended
    return reachable
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { process: child, ...(await hear<Pick<PostgresUser, 'url' | 'attached' | 'error'>>()), finish, kill }
}

/** The first column of the first row. */
export async function ask(url: string, question: string): Promise<unknown> {
  const db = openDatabase(url, { max: 1 })
  try {
    const { rows } = await db.raw<{ rows: Record<string, unknown>[] }>(question)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await db.destroy()
  }
}

export const write = (url: string, text: string) => ask(url, `create table kept as select '${text}' as text`)
export const read = (url: string) => ask(url, 'select text from kept')

/** The process number of the server that has its data in this folder. */
export function serverIn(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}

/** A process that has ended and was not collected by its parent yet counts as ended. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
