import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { explainFailure } from './postgres-failure.ts'
import { forgetStranger, runningServer, type Server } from './postgres-process.ts'
import { SERVER_ENVIRONMENT } from './postgres-program.ts'
import type { Account } from './run-program.ts'

export type Launch = { program: string; data: string; account: Account | undefined; flags: string[]; logFile: string }

/** Starts the server on a free port of 127.0.0.1 and waits until it takes connections. */
export async function launchServer(launch: Launch): Promise<Server> {
  await forgetStranger(launch.data)
  for (let attempt = 1; ; attempt += 1) {
    const server = await readyOrEnded(launch.data, spawnServer(launch, await freePort()))
    if (server) return server
    const output = await readFile(launch.logFile, 'utf8')
    // Between finding a free port and using it, somebody else may have taken it.
    if (attempt < 3 && /Address already in use/i.test(output)) continue
    throw new Error(explainFailure(output))
  }
}

/** Answers a function that tells whether the process has ended. */
function spawnServer({ program, data, account, flags, logFile }: Launch, port: number): () => boolean {
  const log = openSync(logFile, 'w', 0o600)
  const child = spawn(join(program, 'bin/postgres'), [...serverFlags(data, port), ...flags], {
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    // A process group of its own: Ctrl-C in the terminal must not end it before we have finished our work.
    detached: true,
    stdio: ['ignore', log, log],
    ...account,
  })
  closeSync(log)
  let ended = false
  child.on('exit', () => (ended = true))
  child.on('error', () => (ended = true))
  child.unref()
  return () => ended
}

function serverFlags(data: string, port: number): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // Statements, and details such as "Key (name)=(…) already exists", may hold personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

async function readyOrEnded(data: string, ended: () => boolean): Promise<Server | undefined> {
  while (!ended()) {
    const server = await runningServer(data)
    if (server?.ready) return server
    await wait(20)
  }
  return undefined
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
