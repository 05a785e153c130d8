import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { answerOf, endChild } from '../child-process.ts'
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

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

/**
 * Starts the sample bodies as one process of their own, which ends with this one.
 *
 * @param log an open file that the process writes its log lines to.
 */
export async function forkSampleAgencies(options: ForkedAgenciesOptions, log: number): Promise<ForkedAgencies> {
  const child = fork(MAIN, [], { stdio: ['ignore', log, log, 'ipc'] })
  child.send(options)
  const answer = await answerOf<{ file: SampleAgenciesFile } | { error: string }>(child)
  if ('error' in answer) throw new Error(`The sample agencies did not start: ${answer.error}`)
  return { file: answer.file, close: () => endChild(child) }
}
