import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, runProgram } from './run-program.ts'

/**
 * Every process that uses the server holds a named pipe open, and a small shell reads it. When the last of them has
 * ended, in whatever way, the shell reads the end of the file and shuts the server down. Convenience, not safety:
 * where no pipe can be made, the server lives on until the next start takes over.
 */
export type Hold = {
  /** Others may still use the server: it lives on for them. */
  letGo(): void
  /** The server has been stopped: nothing is left to watch. */
  dismiss(): Promise<void>
}

/** Sets the shell to watch over a server just started, and holds the pipe. */
export async function watchServer(
  home: string,
  data: string,
  pid: number,
  account: Account | undefined,
): Promise<Hold> {
  await rm(pipeIn(home), { force: true })
  await runProgram('mkfifo', ['-m', '600', pipeIn(home)])
  const hold = holdServer(home)
  if (!existsSync(pipeIn(home))) return hold
  const end = openSync(pipeIn(home), 'r')
  const watcher = spawn('/bin/sh', ['-c', SHUT_DOWN_AT_THE_END, 'sh', join(data, 'postmaster.pid'), String(pid)], {
    cwd: '/',
    env: {},
    detached: true,
    stdio: [end, 'ignore', 'ignore'],
    ...account,
  })
  closeSync(end)
  watcher.unref()
  const ended = new Promise((resolve) => watcher.on('exit', resolve).on('error', resolve))
  const dismiss = async () => {
    await hold.dismiss()
    watcher.ref()
    watcher.kill()
    await ended
  }
  return { ...hold, dismiss }
}

/** Keeps the server alive for as long as this process lives or holds on. */
export function holdServer(home: string): Hold {
  if (!existsSync(pipeIn(home))) return { letGo: () => undefined, dismiss: () => Promise.resolve() }
  // For reading too: opening for writing alone would fail if the shell had been killed.
  const pipe = openSync(pipeIn(home), 'r+')
  const letGo = () => closeSync(pipe)
  const dismiss = async () => {
    letGo()
    await rm(pipeIn(home), { force: true })
  }
  return { letGo, dismiss }
}

const pipeIn = (home: string) => join(home, 'postgres-alive')

const SHUT_DOWN_AT_THE_END = 'while read -r _; do :; done; read -r pid < "$1" && [ "$pid" = "$2" ] && kill -INT "$2"'
