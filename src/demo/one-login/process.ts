import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { answerOf, endChild } from '../child-process.ts'
import type { OneLoginClient } from './provider.ts'
import type { OneLoginAddresses, RunningOneLogin } from './server.ts'

export interface OneLoginSettings {
  baseUrl: string
  client: OneLoginClient
  /** Where its keys, its people's identifiers and its port are kept. */
  keysFile: string
  port?: number
}

type Answer = (OneLoginAddresses & { port: number }) | { error: string }

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

/** Starts the simulated One Login as a process of its own, which ends with this one. */
export async function forkOneLogin(settings: OneLoginSettings): Promise<RunningOneLogin> {
  const child = fork(MAIN, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.send(settings)
  const answer = await answerOf<Answer>(child)
  if ('error' in answer) throw new Error(`The simulated One Login did not start: ${answer.error}`)
  return { ...answer, close: () => endChild(child) }
}
