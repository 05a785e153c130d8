import { ending, untilItSays, type Running } from '../support/processes.ts'

// Alone on this machine a start takes 4 s the first time and 2 s later; beside other tests several times that.
export const FIRST_START_MS = 60_000
export const LATER_START_MS = 60_000

/** `npm start`, once it says that it is ready. */
export async function started(running: Running, within: number): Promise<Running & { url: string }> {
  const ready = /Tell us once is ready: (\S+)/
  await untilItSays(running, ready, within)
  return { ...running, url: ready.exec(running.output())?.[1] ?? '' }
}

/** What it says when it does not start. */
export async function refusal(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { code, errors } = await ending('start.ts', env)
  return { code, said: errors }
}
