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
  const line: Line = { parts, stopping: new AbortController(), asking: Promise.resolve() }
  let running: Promise<void> = Promise.resolve()
  return {
    start() {
      running = placeAlways(line)
      return Promise.resolve()
    },
    async stop() {
      line.stopping.abort()
      await running
      await Promise.race([line.asking, pause(SECOND, undefined, { ref: false })])
    },
    async runOnce() {
      while ((await turn(line)) > 0);
      await line.asking
    },
  }
}

interface Line {
  parts: SequencerParts
  stopping: AbortController
  /** The newest checkpoint known from outside the database. */
  held?: Head | undefined
  /** What witnesses say of what there is; undefined before they were asked. */
  answer?: { objection: string | undefined }
  asking: Promise<void>
  /** The newest checkpoint, while witnesses are being asked. */
  toShow?: StoredCheckpoint | undefined
}

async function placeAlways(line: Line): Promise<void> {
  const { logger } = line.parts
  while (!line.stopping.signal.aborted) {
    try {
      if ((await turn(line)) < AT_ONCE) await sleep(line, POLL)
    } catch (error) {
      const refused = error instanceof LogWentBack || error instanceof BrokenLog
      const said = refused ? 'the log is not gone on with' : 'a step of the worker failed, trying again'
      logger.error({ err: error, step: 'sequencer' }, said)
      await sleep(line, refused ? PAUSE_AFTER_REFUSAL : PAUSE_AFTER_FAILURE)
    }
  }
}

/** @returns how many were placed. */
async function turn(line: Line): Promise<number> {
  if (!mayGoOn(line)) await askOutside(line)
  if (!mayGoOn(line) || !(await hasUnplaced(line.parts.db))) return 0
  const done = await placeSome(line.parts, { held: line.held, atMost: AT_ONCE })
  if (done && done.placed > 0) await keep(line, done.checkpoint)
  return done?.placed ?? 0
}

const mayGoOn = ({ answer }: Line) => answer !== undefined && answer.objection === undefined

/** Before the first signature: whether anybody has seen more than there is. An empty log is signed, which binds nobody. */
async function askOutside(line: Line): Promise<void> {
  const { key, checkpointFile: file } = line.parts
  line.held ??= file === undefined ? undefined : await readHeld(file, key)
  const now = await placeSome(line.parts, { held: line.held, atMost: 0 })
  if (!now) return
  const objection = await showToWitnesses({ ...line.parts, origin: key.name }, now.checkpoint)
  line.answer = { objection }
  if (objection !== undefined) throw new LogWentBack(key.name, objection)
}

async function keep(line: Line, checkpoint: StoredCheckpoint): Promise<void> {
  const { checkpointFile: file } = line.parts
  const isAsking = line.toShow !== undefined
  line.held = checkpoint
  line.toShow = checkpoint
  if (file !== undefined) await keepHeld(file, checkpoint.note)
  if (!isAsking) line.asking = askWhileNew(line)
}

/** Beside the next batches: of checkpoints that come meanwhile, only the newest is shown. */
async function askWhileNew(line: Line): Promise<void> {
  const { logger, key } = line.parts
  for (let shown: StoredCheckpoint | undefined; line.toShow && line.toShow !== shown;) {
    shown = line.toShow
    try {
      const objection = await showToWitnesses({ ...line.parts, origin: key.name }, shown)
      if (objection !== undefined) line.answer = { objection }
    } catch (error) {
      logger.error({ err: error, step: 'witnesses' }, 'a step of the worker failed, trying again')
    }
  }
  line.toShow = undefined
}

const sleep = ({ stopping }: Line, milliseconds: number) =>
  pause(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
