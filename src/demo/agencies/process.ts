import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { SampleAgenciesFile } from './agencies-file.ts'
import type { Pace } from './pace.ts'

export interface ForkedAgenciesOptions {
  baseUrl: string
  folder: string
  pace?: Pace
}

export interface ForkedAgencies {
  file: SampleAgenciesFile
  close(): Promise<void>
}

type Answer = { file: SampleAgenciesFile } | { error: string }

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

/**
 * Starts the sample bodies as one process of their own, which ends with this one.
 *
 * @param log an open file that the process writes its log lines to.
 */
export async function forkSampleAgencies(options: ForkedAgenciesOptions, log: number): Promise<ForkedAgencies> {
  const child = fork(MAIN, [], { stdio: ['ignore', log, log, 'ipc'] })
  child.send(options)
  const answer = await answerOf(child)
  if ('error' in answer) throw new Error(`The sample agencies did not start: ${answer.error}`)
  return { file: answer.file, close: () => end(child) }
}

async function answerOf(child: ChildProcess): Promise<Answer> {
  const exit = once(child, 'exit').then(() => ({ error: 'their process ended' }))
  const message = once(child, 'message').then(([answer]) => answer as Answer)
  return Promise.race([message, exit])
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.disconnect()
  await exit
}
