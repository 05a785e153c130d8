import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFailed, onTestFinished } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** A process of the service, as an npm script starts it. */
export interface Running {
  process: ChildProcess
  output: () => string
  errors: () => string
}

/** Starts a program of `src/` with these settings and no others. It ends with the test. */
export function run(program: string, env: Record<string, string>, args: string[] = []): Running {
  return spawned(process.execPath, [join(project, 'src', program), ...args], env)
}

/** The same through npm, as people do. */
export function runScript(name: string, env: Record<string, string>): Running {
  return spawned('npm', ['run', '--silent', name], env)
}

function spawned(command: string, args: string[], env: Record<string, string>): Running {
  const child = spawn(command, args, {
    cwd: project,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const running = { process: child, output: collect(child.stdout), errors: collect(child.stderr) }
  onTestFailed(() => void process.stderr.write(`${args.join(' ')} said: ${running.output()}${running.errors()}\n`))
  onTestFinished(async () => void (await end(child, 'SIGTERM')))
  return running
}

/** Waits until it has said so. What it complains of instead is shown. */
export async function untilItSays(running: Running, words: RegExp, timeout = 30_000): Promise<void> {
  await expect.poll(() => running.errors() || words.test(running.output()), { timeout, interval: 50 }).toBe(true)
}

/** How a program ends by itself, and what it says on standard error. */
export async function ending(program: string, env: Record<string, string>, args: string[] = []) {
  const { process, output, errors } = run(program, env, args)
  const [code] = (await once(process, 'close')) as [number | null]
  return { code, output: output().trim(), errors: errors().trim() }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return child.exitCode
}

/** The process and all that it has started, and what those have started. */
export function familyOf({ pid }: Pick<ChildProcess, 'pid'>): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number))
  const withChildren = (parent: number): number[] => [
    parent,
    ...pairs.filter(([, of]) => of === parent).flatMap(([child = 0]) => withChildren(child)),
  ]
  return withChildren(pid ?? 0)
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return () => text
}
