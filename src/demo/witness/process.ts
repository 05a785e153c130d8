import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { answerOf, endChild } from '../child-process.ts'
import type { RunningWitness, WitnessOptions } from './server.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

/** Starts the sample witness as a process of its own, which ends with this one. */
export async function forkWitness(options: WitnessOptions): Promise<RunningWitness> {
  const child = fork(MAIN, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  child.send(options)
  const answer = await answerOf<{ url: string; vkey: string } | { error: string }>(child)
  if ('error' in answer) throw new Error(`The sample witness did not start: ${answer.error}`)
  return { ...answer, close: () => endChild(child) }
}
