import { setTimeout as pause } from 'node:timers/promises'
import { BrokenLog } from '../../merkle-log/append.ts'
import type { Witness } from '../../merkle-log/ask-witness.ts'
import type { StoredCheckpoint } from '../../merkle-log/checkpoint-store.ts'
import type { Head } from '../../merkle-log/check-proof.ts'
import { MINUTE, SECOND } from '../../shared/clock.ts'
import type { Logger } from '../../shared/log.ts'
import { keepHeld, readHeld } from './checkpoint-file.ts'
import { hasUnplaced } from './place-store.ts'
import { LogWentBack, placeSome, type PlacingParts } from './place-some.ts'
import { showToWitnesses } from './show-to-witnesses.ts'

export interface SequencerParts extends PlacingParts {
  logger: Logger
  witnesses: readonly Witness[]
  /** Where the newest checkpoint is kept outside the database. */
  checkpointFile?: string | undefined
  fetch: typeof globalThis.fetch
}

/** Gives every access record its place in the public log. Any number may run: one at a time has the log in hand. */
export interface Sequencer {
  start(): Promise<void>
  /** Begins no other batch, and ends when the one in hand is committed. */
  stop(): Promise<void>
  /** All that waits for a place, placed and shown to the witnesses. For tests, on one that is not started. */
  runOnce(): Promise<void>
}

// Nothing calls: whoever stores a record would have to wait for the one lock that NOTIFY has. A look into an empty queue
// is cheap, and what gathers meanwhile shares a checkpoint.
const POLL = 250
const AT_ONCE = 1000
const PAUSE_AFTER_FAILURE = SECOND
// A person has to look; a witness that was wrong may be right again.
const PAUSE_AFTER_REFUSAL = MINUTE

export function createSequencer(parts: SequencerParts): Sequencer {
  const { db, logger, key, checkpointFile: file } = parts
  const stopping = new AbortController()
  const witnessing = { ...parts, origin: key.name }
  let held: Head | undefined
  let begun = false
  let objection: string | undefined
  let asking: Promise<void> = Promise.resolve()
  let toShow: StoredCheckpoint | undefined
  let running: Promise<void> = Promise.resolve()

  return {
    start() {
      running = placeAlways()
      return Promise.resolve()
    },
    async stop() {
      stopping.abort()
      await running
      await Promise.race([asking, pause(SECOND, undefined, { ref: false })])
    },
    async runOnce() {
      while ((await turn()) > 0);
      await asking
    },
  }

  async function placeAlways(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if ((await turn()) < AT_ONCE) await sleep(POLL)
      } catch (error) {
        const refused = error instanceof LogWentBack || error instanceof BrokenLog
        logger.error(
          { err: error, step: 'sequencer' },
          refused ? 'the log is not gone on with' : 'a step of the worker failed, trying again',
        )
        await sleep(refused ? PAUSE_AFTER_REFUSAL : PAUSE_AFTER_FAILURE)
      }
    }
  }

  /** @returns how many were placed. */
  async function turn(): Promise<number> {
    if (!mayGoOn()) await askOutside()
    if (!mayGoOn()) return 0
    if (!(await hasUnplaced(db))) return 0
    const done = await placeSome(parts, { held, atMost: AT_ONCE })
    if (done && done.placed > 0) await keep(done.checkpoint)
    return done?.placed ?? 0
  }

  function mayGoOn(): boolean {
    return begun && objection === undefined
  }

  /** Before the first signature: whether anybody has seen more than there is. A log that is empty yet says so. */
  async function askOutside(): Promise<void> {
    held ??= file === undefined ? undefined : await readHeld(file, key)
    const now = await placeSome(parts, { held, atMost: 0 })
    if (!now) return
    objection = await showToWitnesses(witnessing, now.checkpoint)
    if (objection !== undefined) throw new LogWentBack(key.name, objection)
    begun = true
  }

  async function keep(checkpoint: StoredCheckpoint): Promise<void> {
    held = checkpoint
    if (file !== undefined) await keepHeld(file, checkpoint.note)
    const isAsking = toShow !== undefined
    toShow = checkpoint
    if (!isAsking) asking = askWhileNew()
  }

  /** Beside the next batches: of checkpoints that come meanwhile, only the newest is shown. */
  async function askWhileNew(): Promise<void> {
    for (let shown: StoredCheckpoint | undefined; toShow !== shown && toShow !== undefined;) {
      shown = toShow
      try {
        objection ??= await showToWitnesses(witnessing, shown)
      } catch (error) {
        logger.error({ err: error, step: 'witnesses' }, 'a step of the worker failed, trying again')
      }
    }
    toShow = undefined
  }

  function sleep(milliseconds: number): Promise<unknown> {
    return pause(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
  }
}
