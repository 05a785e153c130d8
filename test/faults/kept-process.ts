import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A process that a supervisor starts again whenever it has ended, as platforms do. */
export interface Kept {
  /** Resolves when it works, again too. */
  works(): Promise<void>
  /** To the process of this moment, if there is one. */
  signal(signal: NodeJS.Signals): void
  /** Asks it to end, and does not start it again. @returns the exit code. */
  end(): Promise<number | null>
  /** How it ended when nobody had asked it to, after it had begun to work; there should be nothing. */
  falls: string[]
}

const PAUSE = 50

// Most of a start is compiling, and there are a hundred starts.
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'tell-us-once-compiled') }

/** @param script in this folder; it says `works` on standard output when it does. */
export function keep(script: string, settings: object): Kept {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const falls: string[] = []
  let [ended, asked, working] = [false, false, false]
  let child: ChildProcess | undefined

  async function run(): Promise<void> {
    while (!ended) {
      child = spawn(process.execPath, [path, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'pipe'], env })
      const said = lastOf(child)
      child.stdout?.on('data', () => (working = true))
      const [code] = (await once(child, 'exit')) as [number | null]
      if (working && code !== null && !(asked && code === 0)) falls.push(`${script} ended with ${code}: ${said()}`)
      asked = working = false
      if (!ended) await pause(PAUSE)
    }
  }

  const running = run()
  return {
    falls,
    async works() {
      while (!working) await pause(20)
    },
    signal(signal) {
      asked ||= signal === 'SIGTERM'
      child?.kill(signal)
    },
    async end() {
      ended = asked = true
      child?.kill('SIGCONT')
      child?.kill('SIGTERM')
      await running
      return child?.exitCode ?? null
    },
  }
}

function lastOf(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-4000)))
  return () => text
}
