import { spawn } from 'node:child_process'

/** The account of the operating system a program runs under; left out: our own. */
export type Account = { uid: number; gid: number }

export type ProgramResult = { ok: boolean; output: string }

/** Runs a program to its end. A program that is missing, may not be run or fails is a result, never an exception. */
export function runProgram(
  program: string,
  args: string[],
  options: { account?: Account | undefined; input?: string; env?: Record<string, string> } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    // Our own folder may be closed to the account, the root folder never is.
    const child = spawn(program, args, { cwd: '/', ...options.account, ...(options.env && { env: options.env }) })
    let output = ''
    const collect = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.stdin.on('error', () => undefined) // it ended without reading; its exit says why
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
    child.stdin.end(options.input ?? '')
  })
}
