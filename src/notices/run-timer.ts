import type { Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import type { Timer } from './timer.ts'

export interface TimerParts {
  /** The worker role's. */
  db: Db
  clock: Clock
  logger: Logger
  timers: readonly Timer[]
  /** Is told of every run. */
  onRun?: ((run: TimerRun) => void) | undefined
}

export interface TimerRun {
  timer: string
  result: 'done' | 'failed'
  /** Milliseconds. */
  duration: number
}

/** Runs one by its name; one that a release has dropped is nobody's any more. Throws what it throws. */
export async function runTimer(parts: TimerParts, name: string): Promise<void> {
  const timer = parts.timers.find((one) => one.name === name)
  if (!timer) return
  const begun = performance.now()
  try {
    await timer.run(parts.db, parts.clock())
    note(parts, name, begun)
  } catch (error) {
    note(parts, name, begun, error)
    throw error
  }
}

function note({ logger, onRun }: TimerParts, timer: string, begun: number, error?: unknown): void {
  const duration = Math.round(performance.now() - begun)
  onRun?.({ timer, result: error === undefined ? 'done' : 'failed', duration })
  if (error === undefined) logger.debug({ timer, duration }, 'a timer ran')
  else logger.error({ err: error, timer, duration }, 'a timer failed, and will be tried again')
}
