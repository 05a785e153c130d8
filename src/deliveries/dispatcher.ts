import { randomUUID } from 'node:crypto'
import { SECOND, later } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { claimDue, release, type Settlement } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import type { StreamHealth } from './health/stream-health.ts'
import { isolating } from './isolating.ts'
import type { Prepared, Sendable } from './judge.ts'
import { limitsOf } from './lane-rate.ts'
import { createLanes, type Lanes } from './lanes.ts'
import type { DeliveryFigures } from './metrics/figures.ts'
import { prepare } from './prepare.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { send, settlementOf, type SendParts } from './send.ts'
import { settleBatch } from './settle.ts'

export interface DispatcherParts extends SendParts {
  db: Db
  logger: Logger
  /** Milliseconds that a claim holds: longer than preparing, one push and settling take together. */
  lease: number
  /** Who keeps in mind what receivers do. */
  health?: StreamHealth | undefined
  /** There may be something to claim, or room for it. */
  onRoom: () => void
  figures?: DeliveryFigures | undefined
}

export interface Dispatcher {
  /** Claims what is due and sets it on its way. @returns how many were claimed. */
  dispatch(): Promise<number>
  /** Sends nothing more. Resolves when what is on its way is settled, or at the signal. */
  stop(giveUp: AbortSignal): Promise<void>
  /** Claimed, and not settled yet. */
  readonly inHand: number
}

// What the memory of a worker holds at most: 2,000 deliveries of a few kB each.
const MOST_IN_HAND = 2000
const PER_LANE = 64

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const state: State = {
    parts,
    filled: new Set(),
    full: false,
    stopped: false,
    givingBack: Promise.resolve(),
    ...queues(parts, () => state),
  }
  return {
    dispatch: () => dispatch(state),
    async stop(giveUp) {
      state.stopped = true
      const ended = new Promise<void>((resolve) => giveUp.addEventListener('abort', () => resolve()))
      await Promise.race([state.lanes.drain().then(() => state.givingBack), ended])
      await state.recorder.drain(giveUp)
    },
    get inHand() {
      return state.lanes.size + state.recorder.size
    },
  }
}

interface State {
  parts: DispatcherParts
  lanes: Lanes<Sendable>
  recorder: Recorder<Settlement>
  /** Lanes that were given all they may have in hand: there may be more for them. */
  filled: Set<string>
  /** Nothing was claimed because too much is in hand. */
  full: boolean
  stopped: boolean
  /** Resolves when nothing is being given back any more. */
  givingBack: Promise<void>
}

function queues(parts: DispatcherParts, state: () => State): Pick<State, 'lanes' | 'recorder'> {
  const lanes = createLanes<Sendable>({
    laneOf: ({ delivery }) => delivery.subscriptionId,
    send: (sendable) => sendAndRecord(state(), sendable),
    giveBack: (sendables) => {
      const deliveries = sendables.map(({ delivery }) => delivery)
      state().givingBack = state().givingBack.then(() => giveBack(parts, deliveries))
    },
    onRoom: (lane) => {
      if (state().filled.delete(lane)) parts.onRoom()
    },
    now: () => parts.clock().getTime(),
    perLane: PER_LANE,
    limitsOf: ({ grant }) => limitsOf(grant.subscription),
    after: (milliseconds, work) => setTimeout(work, milliseconds).unref(),
  })
  const recorder = createRecorder<Settlement>({
    flush: (settlements) => record(parts, settlements),
    onFailure: (error) => parts.logger.error({ err: error }, 'settling deliveries failed, trying again'),
    onFlushed: () => {
      if (state().full) parts.onRoom()
    },
  })
  return { lanes, recorder }
}

async function dispatch(state: State): Promise<number> {
  const { parts, lanes, recorder } = state
  const limit = MOST_IN_HAND - lanes.size - recorder.size
  state.full = limit <= 0
  if (state.stopped || limit <= 0) return 0
  const now = parts.clock()
  const inHand = lanes.inHand()
  const claim = { lease: randomUUID(), now, leasedUntil: later(now, parts.lease), limit, perLane: PER_LANE, inHand }
  const claimed = await claimDue(parts.db, claim)
  if (claimed.length === 0) return 0
  noteFilledLanes(state, claimed, inHand)
  const prepared = await prepareAll(parts, claimed, now)
  const ready = prepared.flatMap((one) => (one.kind === 'send' ? [one.sendable] : []))
  const held = prepared.flatMap((one) => (one.kind === 'hold' ? [one.delivery] : []))
  for (const one of prepared) if (one.kind === 'settle') recorder.add(one.settlement)
  if (held.length > 0) await giveBack(parts, held)
  if (!state.stopped) lanes.add(ready)
  else
    await giveBack(
      parts,
      ready.map(({ delivery }) => delivery),
    )
  return claimed.length
}

function noteFilledLanes({ filled }: State, claimed: readonly ClaimedDelivery[], inHand: Record<string, number>): void {
  const byLane = Map.groupBy(claimed, ({ subscriptionId }) => subscriptionId)
  for (const [lane, { length }] of byLane) if (length + (inHand[lane] ?? 0) >= PER_LANE) filled.add(lane)
}

async function prepareAll(parts: DispatcherParts, claimed: readonly ClaimedDelivery[], now: Date): Promise<Prepared[]> {
  try {
    return await isolating(
      claimed,
      (batch) => prepare(parts, batch, now),
      (delivery, error) => ({ kind: 'settle', settlement: unready(parts, delivery, { code: 'UNREADABLE', error }) }),
    )
  } catch (error) {
    await giveBack(parts, claimed)
    throw error
  }
}

async function sendAndRecord({ parts, recorder }: State, sendable: Sendable): Promise<boolean> {
  // It would end after its lease, when somebody else may have it. Its lease runs out, and then it is claimed again.
  const latest = later(sendable.delivery.leasedUntil, -parts.timeout - SECOND)
  if (parts.clock() > latest) return true
  const { agencyId } = sendable.delivery
  parts.figures?.begin(agencyId)
  try {
    const { result, settlement, isUp } = await send(parts, sendable)
    parts.health?.note(sendable.delivery.subscriptionId, result, settlement.at)
    recorder.add(settlement)
    return isUp
  } catch (error) {
    recorder.add(unready(parts, sendable.delivery, { code: 'UNSIGNED', error }))
    return true
  } finally {
    parts.figures?.end(agencyId)
  }
}

/** An attempt as good as any, so that what never gets ready is given up in the end, where people see it. */
function unready(
  { clock, logger, policy }: DispatcherParts,
  delivery: ClaimedDelivery,
  { code, error }: { code: string; error: unknown },
): Settlement {
  logger.error({ err: error, delivery: delivery.id, code }, 'a delivery cannot be made ready')
  const now = clock()
  return settlementOf(delivery, { kind: 'unready', code }, { startedAt: now, at: now, policy })
}

/** As good as it can be done: what is not given back is free again when its lease has run out. */
async function giveBack({ db, logger }: DispatcherParts, deliveries: readonly ClaimedDelivery[]): Promise<void> {
  await release(db, deliveries).catch((error: unknown) => {
    logger.error({ err: error }, 'giving claimed deliveries back failed')
  })
}

async function record({ db, logger, figures }: DispatcherParts, settlements: readonly Settlement[]): Promise<void> {
  const settled = await isolating(
    settlements,
    (batch) => settleBatch(db, batch),
    ({ delivery }, error) => {
      logger.error({ err: error, delivery: delivery.id }, 'a delivery cannot be settled')
      return undefined
    },
  )
  const known = settled.filter((one) => one !== undefined)
  figures?.settled(known)
  for (const one of known) logNews(logger, one)
}

/** What people should look at, without a word about the citizen. */
function logNews(logger: Logger, { delivery, decision }: Settlement): void {
  const { id, agencyId: agency, subscriptionId: subscription } = delivery
  if (decision.state === 'given-up')
    logger.warn({ delivery: id, agency, failure: decision.failure }, 'delivery given up')
  if (decision.state === 'due' && decision.pauseSubscription) {
    logger.warn({ agency, subscription }, 'subscription paused: its receiver says it is gone')
  }
}
