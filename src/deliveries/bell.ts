import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { SECOND } from '../shared/clock.ts'
import { STREAMS_CHANNEL } from '../subscriptions/stream-store.ts'
import { listen, type Listening } from './listen-store.ts'
import { createWaker, type Waker } from './wake.ts'

/** Tells those who wait in this process for a stream that there may be something for it. */
export interface Bell {
  /** Undefined when too many wait already. */
  join(stream: string): Waiting | undefined
}

export interface Waiting {
  waker: Waker
  leave(): void
}

// A stream has a few workers that poll; what more of them wait for, they would take from each other.
const MOST_OF_A_STREAM = 4
const MOST = 1000
// Whoever polls without pause comes back before that, and finds the line still open; a process that ends has it closed.
const LINGER = SECOND

/** One connection for all who wait in this process, open while somebody does. */
export function createBell(db: Db, logger: Logger): Bell {
  const state: State = { db, logger, waiting: new Map(), size: 0 }
  return {
    join(stream) {
      const ofStream = state.waiting.get(stream) ?? new Set<Waker>()
      if (ofStream.size >= MOST_OF_A_STREAM || state.size >= MOST) return undefined
      const waker = createWaker()
      state.waiting.set(stream, ofStream.add(waker))
      state.size += 1
      keepListening(state)
      return { waker, leave: () => leave(state, stream, waker) }
    },
  }
}

interface State {
  db: Db
  logger: Logger
  waiting: Map<string, Set<Waker>>
  size: number
  line?: Promise<Listening> | undefined
}

function keepListening(state: State): void {
  if (state.line) return
  const line = listen(state.db, { [STREAMS_CHANNEL]: (stream) => ring(state.waiting.get(stream)) })
  state.line = line
  const hangUp = () => {
    if (state.line === line) state.line = undefined
  }
  line
    .then(({ ended }) => {
      // What was committed while nobody listened.
      for (const wakers of state.waiting.values()) ring(wakers)
      return ended
    })
    .catch((error: unknown) => {
      state.logger.warn({ err: error }, 'nobody hears what streams wait for: whoever waits looks from time to time')
    })
    .finally(hangUp)
}

const ring = (wakers: ReadonlySet<Waker> | undefined) => wakers?.forEach(({ wake }) => wake())

function leave(state: State, stream: string, waker: Waker): void {
  const ofStream = state.waiting.get(stream)
  if (!ofStream?.delete(waker)) return
  state.size -= 1
  if (ofStream.size === 0) state.waiting.delete(stream)
  if (state.size === 0) setTimeout(() => closeIfAlone(state), LINGER).unref()
}

function closeIfAlone(state: State): void {
  if (state.size > 0) return
  const { line } = state
  state.line = undefined
  // A line that never opened, or was cut, is closed already.
  line?.then((listening) => listening.close()).catch(() => undefined)
}
