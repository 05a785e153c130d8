import { setTimeout as pause } from 'node:timers/promises'
import { REPORTS_CHANNEL } from '../reports/report-store.ts'
import { SECOND } from '../shared/clock.ts'
import { STREAMS_CHANNEL } from '../subscriptions/stream-store.ts'
import { advanceRuns } from './conformance/advance-runs.ts'
import { engineOf, type Engine } from './engine.ts'
import { fanOut } from './fan-out.ts'
import { giveUpUntaken } from './give-up.ts'
import { PER_NEW_LANE } from './lane.ts'
import { listen } from './listen-store.ts'
import { callPollers } from './poll-store.ts'
import { rehomeFollowing } from './rehome-store.ts'
import type { Waker } from './wake.ts'
import type { WorkerParts } from './worker-parts.ts'

export type { WorkerParts } from './worker-parts.ts'

export interface Worker {
  start(): Promise<void>
  /** Claims nothing more, and ends when what is on its way is settled, within 25 s. */
  stop(): Promise<void>
  /** Everything that is due now, done and settled. For tests, on a worker that is not started. */
  runOnce(): Promise<void>
}

// Reports wake a worker by NOTIFY. The poll is for what comes due by the clock, and for a NOTIFY that was lost.
const POLL = SECOND
// For what is rare, and wakes a worker as well: each look is a few statements that a report would wait behind.
const SELDOM = 2 * SECOND
const PAUSE_AFTER_FAILURE = SECOND
const WHILE_SATED = SECOND / 20
const HEALTH = 5 * SECOND
// Supervisors kill after 30 s; a push ends after 20 s.
const DRAIN = 24 * SECOND

/** Fans reports out and delivers. Any number may run at once on one database; each may be killed at any time. */
export function createWorker(parts: WorkerParts): Worker {
  const engine = engineOf(parts)
  let running: Promise<unknown> = Promise.resolve()
  return {
    start() {
      running = run(engine)
      return Promise.resolve()
    },
    stop: () => stop(engine, running),
    runOnce: () => runOnce(engine),
  }
}

async function stop(engine: Engine, running: Promise<unknown>): Promise<void> {
  const { agent, dispatcher, streamEvents, synthetic, prover, redeliveries } = engine
  const { reports, deliveries, streams, trials, proofs, again } = engine
  engine.stopping.abort()
  for (const waker of [reports, deliveries, streams, trials, proofs, again]) waker.wake()
  const sent = Promise.all([streamEvents.drain(), synthetic.drain(), prover.drain(), redeliveries.stop()])
  const inTime = (work: Promise<unknown>) => Promise.race([work, pause(DRAIN, undefined, { ref: false })])
  const giveUp = AbortSignal.timeout(DRAIN)
  await Promise.all([dispatcher.stop(giveUp), inTime(running), inTime(sent)])
  // What was fanned out last is taken after that, and given back.
  await dispatcher.stop(giveUp)
  await inTime(engine.health.flush(engine.parts.db).catch(() => undefined))
  await Promise.all([agent.destroy(), engine.signer.stop()])
}

function run(engine: Engine): Promise<unknown> {
  const { dispatcher, reports, deliveries, streams, streamEvents } = engine
  return Promise.all([
    repeat(engine, 'fan-out', reports, () => fanOutAll(engine)),
    repeat(engine, 'dispatch', deliveries, async () => (await dispatcher.dispatch()) > 0),
    repeat(engine, 'stream-events', streams, async () => (await streamEvents.send()) > 0, SELDOM),
    repeat(engine, 'proofs', engine.proofs, async () => (await engine.prover.prove()) > 0, SELDOM),
    repeat(engine, 'redeliveries', engine.again, async () => (await engine.redeliveries.send()) > 0, SELDOM),
    repeat(engine, 'trials', engine.trials, () => tryReceivers(engine), SELDOM),
    repeat(engine, 'upkeep', undefined, () => upkeep(engine)),
    repeat(engine, 'stream-health', undefined, () => writeHealth(engine)),
    repeat(engine, 'listening', undefined, () => hear(engine)),
  ])
}

/** Does a step again and again: at once while it says that there is more, else when woken or polled. */
async function repeat(
  engine: Engine,
  name: string,
  waker: Waker | undefined,
  step: () => Promise<boolean>,
  poll = POLL,
) {
  const { logger } = engine.parts
  while (!engine.stopping.signal.aborted) {
    const begun = performance.now()
    try {
      if ((await step()) || engine.stopping.signal.aborted) continue
      await waker?.wait(poll)
    } catch (error) {
      const duration = Math.round(performance.now() - begun)
      logger.error({ err: error, step: name, duration }, 'a step of the worker failed, trying again')
      await sleep(engine, PAUSE_AFTER_FAILURE)
    }
  }
}

async function fanOutAll(engine: Engine): Promise<boolean> {
  const { parts, reports, deliveries, dispatcher } = engine
  if (dispatcher.isSated()) {
    await reports.wait(WHILE_SATED)
    return true
  }
  const made = await fanOut(parts.db, parts.vault, parts.clock(), { limit: PER_NEW_LANE, fresh: dispatcher.room() })
  // Beside the next batch: what fails of it is given back, or free again when its lease has run out.
  dispatcher.take(made).catch((error: unknown) => {
    parts.logger.error({ err: error }, 'what was fanned out could not be made ready, trying again')
  })
  if (made.left.size + made.followed > 0) deliveries.wake()
  return made.more
}

/** What comes due for who polls, and what follows over a stream that is gone: nothing that was just reported waits for it. */
async function upkeep(engine: Engine): Promise<boolean> {
  const { parts, deliveries, stopping } = engine
  const [moved] = await Promise.all([rehomeFollowing(parts.db), callPollers(parts.db, parts.clock())])
  if (moved > 0) deliveries.wake()
  await sleep(engine, POLL)
  return !stopping.signal.aborted
}

async function writeHealth(engine: Engine): Promise<boolean> {
  await sleep(engine, HEALTH)
  await engine.health.flush(engine.parts.db)
  return !engine.stopping.signal.aborted
}

async function tryReceivers({ parts, synthetic }: Engine): Promise<boolean> {
  await advanceRuns(parts)
  return (await synthetic.send()) > 0
}

/** Ends when the connection does, and is then begun again; meanwhile the poll serves. */
async function hear({
  parts,
  reports,
  deliveries,
  streams,
  trials,
  proofs,
  again,
  stopping,
}: Engine): Promise<boolean> {
  const streamCalls = () => {
    streams.wake()
    deliveries.wake()
    trials.wake()
    proofs.wake()
    again.wake()
  }
  const listening = await listen(parts.db, { [REPORTS_CHANNEL]: reports.wake, [STREAMS_CHANNEL]: streamCalls })
  // What was committed while nobody listened.
  reports.wake()
  const asked = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()))
  if (!stopping.signal.aborted) await Promise.race([listening.ended, asked])
  await listening.close()
  // A server that takes connections and ends them at once, as one that is failing over, is not asked without pause.
  await sleep({ stopping }, PAUSE_AFTER_FAILURE)
  return false
}

/** What waited behind what was given up goes on at once. */
async function giveUp({ parts, deliveries }: Pick<Engine, 'parts' | 'deliveries'>): Promise<void> {
  const { db, logger, clock, policy } = parts
  if ((await giveUpUntaken({ db, logger, window: policy?.window }, clock())) > 0) deliveries.wake()
}

const sleep = ({ stopping }: Pick<Engine, 'stopping'>, milliseconds: number) =>
  pause(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)

async function runOnce(engine: Engine): Promise<void> {
  const { parts, dispatcher, prover, redeliveries } = engine
  while ((await prover.prove()) > 0) await prover.drain()
  while ((await fanOut(parts.db, parts.vault, parts.clock())).more);
  while ((await rehomeFollowing(parts.db)) > 0);
  await callPollers(parts.db, parts.clock())
  await giveUp(engine)
  // What is in hand first: settling it may let go what waited for it.
  while (dispatcher.inHand > 0 || (await dispatcher.dispatch()) > 0) await pause(5)
  while ((await redeliveries.send()) > 0) await redeliveries.drain()
  await engine.health.flush(parts.db)
}
