import type { LookupFunction } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Agent } from 'undici'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { REPORTS_CHANNEL } from '../reports/report-store.ts'
import { MINUTE, SECOND, type Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { STREAMS_CHANNEL } from '../subscriptions/stream-store.ts'
import type { SigningJwk } from '../vault/signing-keys.ts'
import type { Vault } from '../vault/vault.ts'
import { outboundAgent } from '../web/outbound.ts'
import { retryPolicy, type RetryPolicy } from './after-attempt.ts'
import { advanceRuns } from './conformance/advance-runs.ts'
import { createSyntheticSender } from './conformance/send-synthetic.ts'
import { createDispatcher, type Dispatcher } from './dispatcher.ts'
import { tokenSigner } from './event-token.ts'
import { fanOut } from './fan-out.ts'
import { giveUpUntaken } from './give-up.ts'
import { createStreamHealth, type StreamHealth } from './health/stream-health.ts'
import { listen } from './listen-store.ts'
import type { DeliveryFigures } from './metrics/figures.ts'
import { createProver, type Prover } from './prover.ts'
import { PUSH_TIMEOUT } from './push.ts'
import { createPusher } from './pusher.ts'
import { createRedeliverySender, type RedeliverySender } from './replay/send-redeliveries.ts'
import { rehomeFollowing } from './rehome-store.ts'
import { createStreamEventSender } from './send-stream-events.ts'
import type { Sender } from './sender.ts'
import { manySigner, type ManySigner } from './sign-many.ts'
import { setSigner } from './sign-set.ts'
import { createWaker, type Waker } from './wake.ts'

export interface WorkerParts {
  /** The worker role's. */
  db: Db
  vault: Vault
  clock: Clock
  logger: Logger
  baseUrl: string
  /** Private; the first one signs. */
  signingKeys: SigningJwk[]
  /** Development and tests: receivers on this machine. */
  allowLoopback: boolean
  /** How names become addresses: the system's unless said. */
  lookup?: LookupFunction
  events?: Catalogue
  policy?: RetryPolicy
  /** Milliseconds for one push. */
  timeout?: number
  /** Milliseconds after which what a killed worker had in hand is claimed by another. */
  lease?: number
  /** Is told of what is on its way and what came of it. */
  figures?: DeliveryFigures
}

export interface Worker {
  start(): Promise<void>
  /** Claims nothing more, and ends when what is on its way is settled, within 25 s. */
  stop(): Promise<void>
  /** Everything that is due now, done and settled. For tests, on a worker that is not started. */
  runOnce(): Promise<void>
}

// Reports wake a worker by NOTIFY. The poll is for what comes due by the clock, and for a NOTIFY that was lost.
const POLL = SECOND
const PAUSE_AFTER_FAILURE = SECOND
const HEALTH = 5 * SECOND
// Three times as long as a push may take.
const LEASE = MINUTE
// Supervisors kill after 30 s; a push ends after 20 s.
const DRAIN = 24 * SECOND
// To one origin. Bodies behind one gateway share them: what each may have is for its lane to say, and never runs out here.
const CONNECTIONS = 2048

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

function engineOf(parts: WorkerParts): Engine {
  const { allowLoopback, lookup } = parts
  const agent = outboundAgent({ allowLoopback, connections: CONNECTIONS, ...(lookup && { lookup }) })
  const [reports, deliveries, streams, trials, proofs, again] = Array.from({ length: 6 }, createWaker) as SixWakers
  const sending = sendingParts(parts, agent)
  const sign = tokenSigner(parts.signingKeys)
  const health = createStreamHealth()
  const signer = manySigner(parts.signingKeys)
  return {
    ...{ parts, agent, signer, health, stopping: new AbortController() },
    ...{ reports, deliveries, streams, trials, proofs, again },
    dispatcher: createDispatcher({ policy: retryPolicy, ...sending, sign, signer, health, onRoom: deliveries.wake }),
    streamEvents: createStreamEventSender(sending),
    synthetic: createSyntheticSender(sending),
    prover: createProver({ ...sending, onProved: deliveries.wake }),
    redeliveries: createRedeliverySender({ ...sending, sign, onSent: again.wake }),
  }
}

type SixWakers = [Waker, Waker, Waker, Waker, Waker, Waker]

async function stop(engine: Engine, running: Promise<unknown>): Promise<void> {
  const { agent, dispatcher, streamEvents, synthetic, prover, redeliveries } = engine
  const { reports, deliveries, streams, trials, proofs, again } = engine
  engine.stopping.abort()
  for (const waker of [reports, deliveries, streams, trials, proofs, again]) waker.wake()
  const sent = Promise.all([streamEvents.drain(), synthetic.drain(), prover.drain(), redeliveries.stop()])
  const inTime = (work: Promise<unknown>) => Promise.race([work, pause(DRAIN, undefined, { ref: false })])
  await Promise.all([dispatcher.stop(AbortSignal.timeout(DRAIN)), inTime(running), inTime(sent)])
  await inTime(engine.health.flush(engine.parts.db).catch(() => undefined))
  await Promise.all([agent.destroy(), engine.signer.stop()])
}

function sendingParts(parts: WorkerParts, agent: Agent) {
  const { clock, baseUrl, signingKeys, timeout = PUSH_TIMEOUT, lease = LEASE } = parts
  const signAssertion = setSigner(signingKeys, 'JWT')
  const pusher = createPusher({ agent, clock, baseUrl, timeout, signAssertion })
  return { ...parts, agent, pusher, timeout, lease, sign: setSigner(signingKeys) }
}

interface Engine {
  parts: WorkerParts
  agent: Agent
  health: StreamHealth
  signer: ManySigner
  dispatcher: Dispatcher
  reports: Waker
  deliveries: Waker
  streams: Waker
  streamEvents: Sender
  /** Wakes whoever tries receivers with what is made up. */
  trials: Waker
  synthetic: Sender
  proofs: Waker
  prover: Prover
  /** Wakes whoever sends what bodies asked for once more. */
  again: Waker
  redeliveries: RedeliverySender
  stopping: AbortController
}

function run(engine: Engine): Promise<unknown> {
  const { dispatcher, reports, deliveries, streams, streamEvents } = engine
  return Promise.all([
    repeat(engine, 'fan-out', reports, () => fanOutAll(engine)),
    repeat(engine, 'dispatch', deliveries, async () => (await dispatcher.dispatch()) > 0),
    repeat(engine, 'stream-events', streams, async () => (await streamEvents.send()) > 0),
    repeat(engine, 'proofs', engine.proofs, async () => (await engine.prover.prove()) > 0),
    repeat(engine, 'redeliveries', engine.again, async () => (await engine.redeliveries.send()) > 0),
    repeat(engine, 'trials', engine.trials, () => tryReceivers(engine)),
    repeat(engine, 'stream-health', undefined, () => writeHealth(engine)),
    repeat(engine, 'listening', undefined, () => hear(engine)),
  ])
}

/** Does a step again and again: at once while it says that there is more, else when woken or polled. */
async function repeat(engine: Engine, name: string, waker: Waker | undefined, step: () => Promise<boolean>) {
  const { logger } = engine.parts
  while (!engine.stopping.signal.aborted) {
    try {
      if ((await step()) || engine.stopping.signal.aborted) continue
      await waker?.wait(POLL)
    } catch (error) {
      logger.error({ err: error, step: name }, 'a step of the worker failed, trying again')
      await sleep(engine, PAUSE_AFTER_FAILURE)
    }
  }
}

async function fanOutAll(engine: Engine): Promise<boolean> {
  const { parts, deliveries, dispatcher } = engine
  const made = await fanOut(parts.db, parts.vault, parts.clock(), { fresh: dispatcher.room() })
  // Beside the next batch: what fails of it is given back, or free again when its lease has run out.
  dispatcher.take(made).catch((error: unknown) => {
    parts.logger.error({ err: error }, 'what was fanned out could not be made ready, trying again')
  })
  if (made.left.size + made.followed > 0) deliveries.wake()
  if ((await rehomeFollowing(parts.db)) > 0) deliveries.wake()
  return made.more
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
  await giveUp(engine)
  // What is in hand first: settling it may let go what waited for it.
  while (dispatcher.inHand > 0 || (await dispatcher.dispatch()) > 0) await pause(5)
  while ((await redeliveries.send()) > 0) await redeliveries.drain()
  await engine.health.flush(parts.db)
}
