import { existsSync } from 'node:fs'
import { chown, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mayRun, SET_DATABASE_URL } from './postgres-program.ts'
import { type Account, runProgram } from './run-program.ts'

/**
 * Where the server finds its program and its data. At rest the data is always at home, in `<dataDir>/postgres`.
 * A server that may not enter there (root's own, in a folder closed to others) works elsewhere: its data moves to a
 * work folder, noted in `<dataDir>/postgres-elsewhere` first, and moves home when the server has stopped. At every
 * moment in between at least one complete copy bears the name `postgres`; two complete copies are the same.
 */
export type Place = { program: string; data: string }

/** The folder the data is in at this moment. */
export async function currentData(home: string): Promise<string> {
  const work = await workFolder(home)
  return work && existsSync(dataIn(work)) ? dataIn(work) : dataIn(home)
}

/** Finds where a server of this account can work, for data that is at home. No account: the server is our own. */
export async function moveOut(home: string, program: string, account: Account | undefined): Promise<Place> {
  if (!account) return { program, data: dataIn(home) }
  if (existsSync(dataIn(home))) await handOver(dataIn(home), account)
  const [programStays, dataStays] = [await mayRun(program, account), await mayWorkIn(home, account)]
  if (programStays && dataStays) return { program, data: dataIn(home) }
  const work = await openWorkFolder(account, programStays ? undefined : program)
  await writeFile(recordIn(home), work)
  if (!dataStays && existsSync(dataIn(home))) await move(dataIn(home), dataIn(work))
  return { program: programStays ? program : programIn(work), data: dataIn(dataStays ? home : work) }
}

/** Brings data home and removes the work folder, after a stop or after a killed run. No server may be running. */
export async function moveHome(home: string): Promise<void> {
  for (const leftover of LEFTOVERS) await rm(dataIn(home) + leftover, { recursive: true, force: true })
  const work = await workFolder(home)
  if (!work) return
  if (!existsSync(dataIn(home))) {
    if (existsSync(dataIn(work))) await move(dataIn(work), dataIn(home))
    else if (!existsSync(work)) throw lost(home, work)
  }
  await rm(work, { recursive: true, force: true })
  await rm(recordIn(home))
}

const dataIn = (folder: string) => join(folder, 'postgres')
const programIn = (work: string) => join(work, 'program')
const recordIn = (home: string) => join(home, 'postgres-elsewhere')

async function workFolder(home: string): Promise<string | undefined> {
  return (await readFile(recordIn(home), 'utf8').catch(() => '')) || undefined
}

async function handOver(folder: string, account: Account): Promise<void> {
  if ((await stat(folder)).uid === account.uid) return
  await must('chown', ['-R', `${account.uid}:${account.gid}`, folder])
}

/** Tried with a folder of its own, because modes alone do not tell: access lists and mounts have a say as well. */
async function mayWorkIn(folder: string, account: Account): Promise<boolean> {
  const trial = await mkdtemp(join(folder, 'postgres-trial-'))
  try {
    await chown(trial, account.uid, account.gid)
    return (await runProgram('/bin/sh', ['-c', 'cd "$1" && test -w . && test -O .', 'sh', trial], { account })).ok
  } catch {
    return false // a mount that knows no owners
  } finally {
    await rm(trial, { recursive: true })
  }
}

// What survives a restart of the machine comes first: after a SIGKILL the data waits there for the next start.
const WORK_FOLDER_PARENTS = ['/var/lib', '/var/tmp', '/tmp']

/** A new folder in which the account can work, with a copy of the program when one is asked for. */
async function openWorkFolder(account: Account, program: string | undefined): Promise<string> {
  for (const parent of WORK_FOLDER_PARENTS) {
    const work = await mkdtemp(join(parent, 'tell-us-once-')).catch(() => undefined)
    if (!work) continue
    if (program) await must('cp', ['-R', program, programIn(work)])
    await must('chown', ['-R', `${account.uid}:${account.gid}`, work])
    if ((await mayWorkIn(work, account)) && (!program || (await mayRun(programIn(work), account)))) return work
    await rm(work, { recursive: true })
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and the user it runs under instead can work neither here nor in ' +
      `${WORK_FOLDER_PARENTS.join(', ')}: start as a user other than root, or ${SET_DATABASE_URL}.`,
  )
}

const LEFTOVERS = ['.new', '.partial', '.old']

/** Moves a folder so that a kill at any point leaves a complete copy under one of the two names. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    await must('cp', ['-a', from, `${to}.partial`])
    await must('sync', [])
    await rename(`${to}.partial`, to)
    await rename(from, `${from}.old`)
    await rm(`${from}.old`, { recursive: true })
  }
}

async function must(program: string, args: string[]): Promise<void> {
  const { ok, output } = await runProgram(program, args)
  if (!ok) throw new Error(`The files of the embedded PostgreSQL could not be moved (${output.trim()}).`)
}

function lost(home: string, work: string): Error {
  return new Error(
    `The data of the embedded PostgreSQL was in ${work}, which is gone: bring it back, or delete ${recordIn(home)} ` +
      'to start with an empty database.',
  )
}
