import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runProgram } from './run-program.ts'

export type Server = { pid: number; port: number; ready: boolean }

/** The server at work on this data, whoever started it. */
export async function runningServer(data: string): Promise<Server | undefined> {
  const lines = await readPidFile(data)
  const pid = Number(lines[0])
  if (!pid || !(await serves(pid, data))) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Waits for a server that is still starting; undefined once there is none, or when it goes away instead. */
export async function readyServer(data: string): Promise<Server | undefined> {
  for (;;) {
    const server = await runningServer(data)
    if (!server || server.ready) return server
    await wait(20)
  }
}

/** Fast shutdown: open transactions are rolled back, the data is whole, and nothing is left running. */
export async function stopServer(data: string): Promise<void> {
  const server = await runningServer(data)
  if (!server) return
  signal(server.pid, 'SIGINT')
  if (await isGone(server.pid, 15_000)) return
  // Whatever holds it up, an immediate shutdown loses nothing either: the next start replays the log.
  signal(server.pid, 'SIGQUIT')
  if (await isGone(server.pid, 10_000)) return
  throw new Error(`PostgreSQL (process ${server.pid}) does not end: stop it yourself and start again.`)
}

/**
 * After a crash of the whole machine or container, the process number the old server left behind may be another
 * program's by now, and PostgreSQL would refuse to start beside it.
 */
export async function forgetStranger(data: string): Promise<void> {
  const pid = Number((await readPidFile(data))[0])
  if (pid && (await isAlive(pid)) && !(await serves(pid, data))) await rm(join(data, 'postmaster.pid'))
}

/** Lines: process number, data folder, start time, port, socket folder, address, shared memory, status. */
async function readPidFile(data: string): Promise<string[]> {
  return (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
}

/** Whether this process is a server on this data: its command line names the folder. */
async function serves(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return command.split('\0').includes(data)
  }
  return (await runProgram('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).output.includes(` -D ${data} `)
}

async function isGone(pid: number, patienceMs: number): Promise<boolean> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await wait(20)) {
    if (!(await isAlive(pid))) return true
  }
  return false
}

/** Not so when it has ended and only waits for a parent that may never collect it, as in a container without init. */
async function isAlive(pid: number): Promise<boolean> {
  const state =
    process.platform === 'linux'
      ? (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).replace(/^.*\) /s, '')
      : (await runProgram('ps', ['-o', 'stat=', '-p', String(pid)])).output.trim()
  return state !== '' && !/^[ZX]/.test(state)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself meanwhile, or belongs to another user: isGone tells which.
  }
}
